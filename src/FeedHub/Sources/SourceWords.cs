using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Polling;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>A source's state in words: what happened, since when, what FeedHub will do and when.</summary>
public sealed class SourceWords(HostRests rests, TimeProvider time)
{
    /// <summary>A few sentences in plain text.</summary>
    public string Of(Source source) => string.Join(" ", Sentences(source, time.GetUtcNow()).OfType<string>());

    /// <summary>Whether these sentences have the source's error in them, so that it need not stand beside them.</summary>
    public static bool SayError(Source source) =>
        source.Polling.State is SourceState.Failing or SourceState.Gone or SourceState.Throttled or SourceState.Quiet;

    private IEnumerable<string?> Sentences(Source source, DateTimeOffset now) =>
    [
        State(source, now),
        Former(source),
        Rest(source, now),
        source.Polling.ConflictingUrl is { } other
            ? Say(
                $"Its server says that it has moved to {ShownAddress.Of(other)}, which another source polls already: "
                    + "one of the two can be deleted.",
                $"Menurut servernya sumber ini pindah ke {ShownAddress.Of(other)}, yang sudah diperiksa oleh sumber "
                    + "lain: salah satunya dapat dihapus.") : null,
    ];

    private static string State(Source source, DateTimeOffset now) => source.Polling.State switch
    {
        SourceState.Active when source.Polling.LastPollAt is null => Say(
            $"It has not been polled yet; its first poll: {Next(source, now)}.",
            $"Belum pernah diperiksa; pemeriksaan pertamanya: {Next(source, now)}."),
        SourceState.Active => Say(
            $"All is well {Since(source)}; {Pace(source)}, next {Next(source, now)}.",
            $"Semuanya baik {Since(source)}; {Pace(source)}, berikutnya {Next(source, now)}."),
        SourceState.Quiet => Say(
            $"It answers, but is quiet {Since(source)}: "
                + $"{source.Polling.ShownError ?? Silence.Words(source.Polling.Rhythm, now)}. It is polled on, next "
                + $"{Next(source, now)}; its next item ends this.",
            $"Sumber ini menjawab, tetapi sepi {Since(source)}: "
                + $"{(source.Polling.ShownError ?? Silence.Words(source.Polling.Rhythm, now)).Said()}. Pemeriksaan "
                + $"berlanjut, berikutnya {Next(source, now)}; butir berikutnya mengakhiri ini."),
        SourceState.Throttled => Say(
            $"Its server asked to be left alone {Since(source)} ({source.Polling.ShownError}); it is asked again "
                + $"{Next(source, now)}, and as before once it answers.",
            $"Servernya minta tidak diganggu {Since(source)} ({source.Polling.ShownError?.Said()}); akan diminta "
                + $"lagi {Next(source, now)}, dan seperti biasa setelah ia menjawab."),
        SourceState.Failing => Say(
            $"{Failures(source)}, {Since(source)} ({source.Polling.ShownError}){LastSuccess(source)}; it is tried "
                + $"again {Next(source, now)}, ever more rarely, and as before once it answers.",
            $"{Failures(source)}, {Since(source)} ({source.Polling.ShownError?.Said()}){LastSuccess(source)}; dicoba "
                + $"lagi {Next(source, now)}, makin jarang, dan seperti biasa setelah ia menjawab."),
        SourceState.Gone => Say(
            $"Its server says that it is gone for good ({source.Polling.ShownError}), {Since(source)}: it is polled "
                + "no more. Give it another address, or delete it.",
            $"Servernya menyatakan sumber ini sudah tiada untuk selamanya ({source.Polling.ShownError?.Said()}), "
                + $"{Since(source)}: tidak diperiksa lagi. Beri alamat lain, atau hapus."),
        _ => Say(
            $"It is paused {Since(source)}: it is not polled until somebody resumes it.",
            $"Sumber ini dijeda {Since(source)}: tidak diperiksa sampai seseorang melanjutkannya."),
    };

    private static string Pace(Source source) => source switch
    {
        { Polling.EffectiveInterval: null } => Say("polled by plan", "diperiksa menurut rencana"),
        { Declared.Interval: not null } => Say(
            $"polled every {RelativeTime.Span(source.Polling.EffectiveInterval.Value)}",
            $"diperiksa setiap {RelativeTime.Span(source.Polling.EffectiveInterval.Value)}"),
        _ => Say(
            $"polled every {RelativeTime.Span(source.Polling.EffectiveInterval.Value)} or so, as its rhythm and its "
                + "server suggest",
            $"diperiksa kira-kira setiap {RelativeTime.Span(source.Polling.EffectiveInterval.Value)}, menurut irama "
                + "dan servernya"),
    };

    private static string? Former(Source source) => source switch
    {
        { Polling.FormerUrl: null } or { Polling.State: SourceState.Gone or SourceState.Paused } => null,
        _ when AskedAddress.IsFormer(source) => Say(
            $"The next poll asks at its former address, {ShownAddress.Of(source.Polling.FormerUrl)}.",
            $"Pemeriksaan berikutnya memakai alamat lamanya, {ShownAddress.Of(source.Polling.FormerUrl)}."),
        { Polling.Failures: > 0 } =>
            Say(
                $"Its former address, {ShownAddress.Of(source.Polling.FormerUrl)}, is asked too should it go on "
                    + "failing.",
                $"Alamat lamanya, {ShownAddress.Of(source.Polling.FormerUrl)}, juga dicoba bila terus gagal."),
        _ => null,
    };

    private string? Rest(Source source, DateTimeOffset now)
    {
        var server = SourceUrl.ServerOf(AskedAddress.Of(source));
        return source.Declared.Enabled && source.Polling.State != SourceState.Gone && rests.Of(server) is { } rest
            ? Say(
                $"All of {server} rests until {RelativeTime.Exact(rest.Until)} ({RelativeTime.Of(rest.Until, now)}), "
                    + $"since it answered {rest.Reason}.",
                $"Seluruh {server} diistirahatkan sampai {RelativeTime.Exact(rest.Until)} "
                    + $"({RelativeTime.Of(rest.Until, now)}), karena jawabannya {rest.Reason}.")
            : null;
    }

    private static string Failures(Source source) =>
        source.Polling.Failures == 1 ? Say("The last poll failed", "Pemeriksaan terakhir gagal") : Say(
            $"The last {source.Polling.Failures} polls failed",
            $"{source.Polling.Failures} pemeriksaan terakhir gagal");

    private static string LastSuccess(Source source) =>
        source.Polling.LastSuccessAt is { } at ? Say(
            $", the last that went well was at {RelativeTime.Exact(at)}",
            $", yang terakhir berhasil pada {RelativeTime.Exact(at)}") : Say(", none went well yet", ", belum ada yang berhasil");

    private static string Since(Source source) => Say(
        $"since {RelativeTime.Exact(source.Polling.StateSince)}",
        $"sejak {RelativeTime.Exact(source.Polling.StateSince)}");

    private static string Next(Source source, DateTimeOffset now) => RelativeTime.Planned(source.NextPollAt, now);
}
