using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.Reasons;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Health;

/// <summary>What can happen to FeedHub that an admin wants to hear of.</summary>
public enum HealthEventKind
{
    SourceFailing,
    SourceGone,
    SourceQuiet,
    SourceThrottled,

    /// <summary>A source that was in one of these states is well again.</summary>
    SourceRecovered,

    /// <summary>Nothing could be stored.</summary>
    StorageFailing,
    StorageRecovered,
    DiskLow,
    DiskRecovered,

    /// <summary>Sources wait for their polls much longer than they should.</summary>
    PollsLate,
    PollsInTime,

    /// <summary>Most hosts cannot be reached at once: this machine's own network is down.</summary>
    NetworkDown,
    NetworkBack,

    /// <summary>A model of the categories that was trained here is in use.</summary>
    ModelRetrained,

    /// <summary>The hub gave up a subscriber that did not answer.</summary>
    SubscriberDropped,

    /// <summary>A test of the alerts, which is never stored.</summary>
    Test,
}

/// <summary>Something that happened to FeedHub itself: an entry of the health feed. It never changes.</summary>
public sealed class HealthEvent
{
    public long Id { get; set; }

    /// <summary>When; no two have the same instant.</summary>
    public DateTimeOffset At { get; set; }

    public HealthEventKind Kind { get; set; }

    /// <summary>Public id of the source that it happened to, or null. Not a key: the event outlives the source.</summary>
    public string? Source { get; set; }

    /// <summary>The source's title at that time, or null.</summary>
    public string? SourceTitle { get; set; }

    /// <summary>What happened, and what FeedHub does about it, for an admin.</summary>
    public required Reason Text { get; set; }

    /// <summary>What happened, in one line.</summary>
    public string Title => Kind switch
    {
        HealthEventKind.SourceFailing => Say($"{SourceTitle}: the poll failed", $"{SourceTitle}: pemeriksaan gagal"),
        HealthEventKind.SourceGone => Say($"{SourceTitle}: gone for good", $"{SourceTitle}: sudah tiada"),
        HealthEventKind.SourceQuiet => Say(
            $"{SourceTitle}: quiet for longer than usual", $"{SourceTitle}: sepi lebih lama dari biasanya"),
        HealthEventKind.SourceThrottled => Say(
            $"{SourceTitle}: its server asks to be left alone", $"{SourceTitle}: servernya minta tidak diganggu"),
        HealthEventKind.SourceRecovered => Say($"{SourceTitle}: well again", $"{SourceTitle}: baik lagi"),
        HealthEventKind.StorageFailing => Say("FeedHub can store nothing", "FeedHub tidak dapat menyimpan apa pun"),
        HealthEventKind.StorageRecovered => Say("FeedHub can store again", "FeedHub dapat menyimpan lagi"),
        HealthEventKind.DiskLow => Say("The disk runs low", "Ruang disk menipis"),
        HealthEventKind.DiskRecovered => Say("The disk has space again", "Disk lega lagi"),
        HealthEventKind.Test => Say("a test", "percobaan"),
        HealthEventKind.PollsLate => Say("Polls are late", "Pemeriksaan terlambat"),
        HealthEventKind.PollsInTime => Say("Polls are in time again", "Pemeriksaan tepat waktu lagi"),
        HealthEventKind.NetworkDown when Text.Code == ReasonCode.ProxyAway => Say(
            "The proxy cannot be reached", "Proxy tidak dapat dijangkau"),
        HealthEventKind.NetworkDown => Say("This machine has no network", "Mesin ini tidak punya jaringan"),
        HealthEventKind.NetworkBack => Say("This machine has its network again", "Mesin ini punya jaringan lagi"),
        HealthEventKind.ModelRetrained => Say(
            "A newly trained model of the categories is in use", "Model kategori yang baru dilatih dipakai"),
        _ => Say("A subscriber was dropped", "Satu pelanggan dilepas"),
    };

    /// <summary>Where on the dashboard to look, as a path.</summary>
    public string Path => Kind switch
    {
        _ when Source is not null => $"/hangfire/sources/{Uri.EscapeDataString(Source)}",
        HealthEventKind.ModelRetrained => "/hangfire/categories",
        _ => "/hangfire",
    };

    /// <summary>The id of its entry (RFC 9562, version 8): made of what never changes, so that an event has it before it can be
    /// stored.</summary>
    public string EntryId
    {
        get
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"feedhub health {Kind} {Source} {At.ToUnixTimeMilliseconds()}");
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16);
            (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
            return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
        }
    }
}
