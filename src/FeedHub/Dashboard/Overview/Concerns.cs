using System.Globalization;
using FeedHub.Access;
using FeedHub.Alerting;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Sources;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Overview;

/// <summary>Something that an admin should know.</summary>
/// <param name="Words">What is so, as a sentence without its full stop.</param>
/// <param name="ToDo">What to do about it, in a few words: the text of the link.</param>
/// <param name="Link">Where that is done.</param>
/// <param name="IsGrave">False: worth a look, and FeedHub does what can be done by itself.</param>
public sealed record Concern(string Words, string ToDo, string Link, bool IsGrave = true);

/// <summary>Says what is not well, the gravest first.</summary>
public sealed class Concerns(
    IStorageHealth storage, FeedsFileSync feeds, LiveSettings settings, IBackups backups, OwnNetwork network,
    AlertReceivers receivers, ReadSessions database, IOptions<FeedHubOptions> options)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(2);

    /// <summary>All there are; none: everything is well.</summary>
    public IReadOnlyList<Concern> Of(OverviewNumbers numbers) =>
        [.. Own(numbers), .. Sources(numbers), .. Clock(numbers), .. Secrets(numbers)];

    private IEnumerable<Concern> Clock(OverviewNumbers numbers)
    {
        var ahead = StorySequences.Arrived(database) - numbers.At;
        if (ahead > Ahead)
            yield return new(
                Say(
                    $"This machine's clock was wrong: stories arrived {RelativeTime.Span(ahead)} in the future, and those of today go on "
                        + "behind them. Feeds keep their order, dates=found shows such dates, and these stories are kept for longer",
                    $"Jam mesin ini pernah salah: ada berita yang tiba {RelativeTime.Span(ahead)} di masa depan, dan berita hari ini "
                        + "mengikutinya. Urutan feed tetap, dates=found menampilkan tanggal itu, dan berita ini disimpan lebih lama"),
                Say("See the newest stories", "Lihat berita terbaru"), "/", IsGrave: false);
    }

    private IEnumerable<Concern> Own(OverviewNumbers numbers)
    {
        if (storage.Trouble is { } trouble)
            yield return new(trouble.Said().TrimEnd('.'), Say("See the database", "Lihat basis data"), "#database");
        if (network.Trouble is { } away)
            yield return new(Say(
                $"{away.Said()}. Sources keep their states, and FeedHub looks each minute",
                $"{away.Said()}. Keadaan sumber tetap, dan FeedHub memeriksa setiap menit"), Say(
                "See the sources",
                "Lihat sumber"), "/hangfire/sources");
        if (feeds.Errors.Count > 0)
            yield return new(
                Say(
                    $"feeds.json cannot be used ({feeds.Errors[0]}), so FeedHub keeps running on what it had",
                    $"feeds.json tidak dapat dipakai ({feeds.Errors[0]}), jadi FeedHub tetap berjalan dengan isi "
                        + "sebelumnya"),
                Say("See all that is wrong", "Lihat semua yang salah"),
                "/hangfire/sources");
        if (feeds.UnknownSources is [var unknown, ..])
            yield return new(
                Say(
                    $"A rule of feeds.json names a source that there is not ({unknown}), so it holds for fewer "
                        + "sources than it says",
                    $"Sebuah aturan di feeds.json menyebut sumber yang tidak ada ({unknown}), jadi aturan itu "
                        + "berlaku untuk lebih sedikit sumber daripada yang tertulis"),
                Say("See all that is wrong", "Lihat semua yang salah"),
                "/hangfire/sources");
        if (settings.Problems.Count > 0)
            yield return new(
                Say(
                    $"The settings were changed and cannot be used ({settings.Problems[0]}), so FeedHub keeps "
                        + "running on what it had",
                    $"Pengaturan diubah dan tidak dapat dipakai ({settings.Problems[0]}), jadi FeedHub tetap "
                        + "berjalan dengan yang sebelumnya"),
                Say("See the settings", "Lihat pengaturan"),
                "/hangfire/settings");
        if (numbers.Jobs.Servers == 0)
            yield return new(Say(
                "No workers are running, so nothing is polled",
                "Tidak ada pekerja yang berjalan, jadi tidak ada yang diperiksa"), Say(
                    "See the servers",
                    "Lihat server"), "/hangfire/servers");
        if (!network.IsDown && numbers.DueSince is { } since && numbers.At - since > Late)
            yield return new(
                Say(
                    $"Polls are late: {FrameText.Count(numbers.Waiting, "source waits", "sources wait")}, the first for "
                        + $"{RelativeTime.Span(numbers.At - since)}. {WhyLate(numbers)}",
                    $"Pemeriksaan terlambat: {numbers.Waiting} sumber menunggu, yang pertama sudah "
                        + $"{RelativeTime.Span(numbers.At - since)}. {WhyLate(numbers)}"),
                Say("See what the workers do", "Lihat apa yang sedang dikerjakan"), "/hangfire/jobs/processing");
        foreach (var receiver in receivers.All)
        {
            if (ToldReceivers.Find(database, receiver.Name)?.Error is { } untold)
                yield return new(
                    Say(
                        $"Alerts cannot be sent ({receiver.Shown}: {untold.ToString().TrimEnd('.')}); they are tried "
                            + "again",
                        $"Peringatan tidak dapat dikirim ({receiver.Shown}: {untold.Said().TrimEnd('.')}); akan "
                            + "dicoba lagi"),
                    Say("Send a test", "Kirim percobaan"), "/hangfire/settings#alerts");
        }

        if (backups.LastFailure is { } failure)
            yield return new(
                Say(
                    $"The backup of {RelativeTime.Of(failure.At, numbers.At)} failed: {failure.Words.TrimEnd('.')}",
                    $"Pencadangan {RelativeTime.Of(failure.At, numbers.At)} gagal: {failure.Words.TrimEnd('.')}"),
                Say("See the backups", "Lihat cadangan"),
                "/hangfire/backups");
        else if (backups.Keep > 0 && backups.All() is [var newest, ..] && numbers.At - newest.At > OldBackup)
            yield return new(Say(
                $"The newest backup is from {RelativeTime.Of(newest.At, numbers.At)}",
                $"Cadangan terbaru dibuat {RelativeTime.Of(newest.At, numbers.At)}"), Say(
                    "Make one now",
                    "Buat sekarang"), "/hangfire/backups");
    }

    /// <summary>Why polls are late, as a sentence without its full stop.</summary>
    public static string WhyLate(OverviewNumbers numbers) => numbers switch
    {
        { Jobs.Servers: 0 } => Say("No workers are running", "Tidak ada pekerja yang berjalan"),
        { Crowd: { } crowd } when crowd.Sources > 1 && crowd.Sources * 2 > numbers.Waiting =>
            Say(
                $"{crowd.Sources.ToString(CultureInfo.InvariantCulture)} of them are on {crowd.Host}, which is asked "
                    + "for one after the other",
                $"{crowd.Sources} di antaranya ada di {crowd.Host}, yang diminta satu per satu"),
        { Jobs.Processing: > 0 } =>
            Say(
                $"The workers are busy: {FrameText.Count(numbers.Jobs.Processing, "job is", "jobs are")} under way "
                    + "(Polling:Concurrency says how many there may be)",
                $"Para pekerja sibuk: {numbers.Jobs.Processing} tugas sedang berjalan (Polling:Concurrency "
                    + "menentukan batasnya)"),
        _ => Say("No worker has taken them yet", "Belum ada pekerja yang mengambilnya"),
    };

    private static IEnumerable<Concern> Sources(OverviewNumbers numbers)
    {
        int Of(SourceState state) => numbers.States.GetValueOrDefault(state);
        if (numbers.Sources == 0)
            yield return new(Say("There are no sources yet", "Belum ada sumber"), Say(
                "Add the first one",
                "Tambahkan yang pertama"), "/hangfire/sources");
        if (Of(SourceState.Failing) is > 0 and var failing)
            yield return new(Say($"{FrameText.Count(failing, "source fails", "sources fail")}", $"{failing} sumber gagal"), Say(
                "See why",
                "Lihat sebabnya"), Filtered(SourceState.Failing));
        if (Of(SourceState.Gone) is > 0 and var gone)
            yield return new(
                Say(
                    $"{FrameText.Count(gone, "source is gone", "sources are gone")} for good",
                    $"{gone} sumber sudah tiada untuk selamanya"),
                Say("Give a new address, or delete", "Beri alamat baru, atau hapus"),
                Filtered(SourceState.Gone));
        if (Of(SourceState.Quiet) is > 0 and var quiet)
            yield return new(
                Say(
                    $"{FrameText.Count(quiet, "source is", "sources are")} quiet for longer than usual",
                    $"{quiet} sumber sepi lebih lama dari biasanya"),
                Say("See which", "Lihat yang mana"),
                Filtered(SourceState.Quiet),
                IsGrave: false);
        if (Of(SourceState.Throttled) is > 0 and var throttled)
            yield return new(
                Say(
                    $"{FrameText.Count(throttled, "source rests", "sources rest")} because the server asked for it; FeedHub "
                        + "asks again when it may",
                    $"{throttled} sumber diistirahatkan karena diminta servernya; FeedHub meminta lagi bila sudah "
                        + "boleh"),
                Say("See the hosts", "Lihat host"),
                "/hangfire/hosts",
                IsGrave: false);
    }

    private IEnumerable<Concern> Secrets(OverviewNumbers numbers)
    {
        if (numbers.WithHeaders > 0 && !options.Value.IsClosed())
            yield return new(
                Say(
                    $"{FrameText.Count(numbers.WithHeaders, "source is", "sources are")} polled with headers of your own, and "
                        + "this hub is open: everybody can read what they send you. FeedHub:Publishing:Access=closed asks "
                        + "readers for a key",
                    $"{numbers.WithHeaders} sumber diperiksa dengan header Anda sendiri, dan hub ini terbuka: semua "
                        + "orang dapat membaca kirimannya. FeedHub:Publishing:Access=closed meminta kunci dari pembaca"),
                Say("See the keys", "Lihat kunci"),
                "/hangfire/access#keys",
                IsGrave: false);
    }

    /// <summary>The list of sources in this state.</summary>
    public static string Filtered(SourceState state) => $"/hangfire/sources?state={state.ToString().ToLowerInvariant()}";

}
