using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Polling;
using FeedHub.Syndication.Writing;

namespace FeedHub.Sources;

/// <summary>A source's state in words: what happened, since when, what FeedHub will do and when.</summary>
public sealed class SourceWords(HostRests rests, TimeProvider time)
{
    /// <summary>A few sentences in plain text.</summary>
    public string Of(Source source) => string.Join(" ", Sentences(source, time.GetUtcNow()).OfType<string>());

    private IEnumerable<string?> Sentences(Source source, DateTimeOffset now) =>
    [
        State(source, now),
        Former(source),
        Rest(source, now),
        source.Polling.ConflictingUrl is { } other
            ? $"Its server says that it has moved to {ShownAddress.Of(other)}, which another source polls already: one of the two can be "
                + $"deleted." : null,
    ];

    private static string State(Source source, DateTimeOffset now) => source.Polling.State switch
    {
        SourceState.Active when source.Polling.LastPollAt is null => $"It has not been polled yet; its first poll: {Next(source, now)}.",
        SourceState.Active => $"All is well {Since(source)}; {Pace(source)}, next {Next(source, now)}.",
        SourceState.Quiet => $"It answers, but is quiet {Since(source)}: "
            + $"{source.Polling.ShownError ?? Silence.Words(source.Polling.Rhythm, now)}. It is polled on, "
            + $"next {Next(source, now)}; its next item ends this.",
        SourceState.Throttled => $"Its server asked to be left alone {Since(source)} ({source.Polling.ShownError}); it is asked again "
            + $"{Next(source, now)}, and as before once it answers.",
        SourceState.Failing => $"{Failures(source)}, {Since(source)} ({source.Polling.ShownError}){LastSuccess(source)}; it is tried again "
            + $"{Next(source, now)}, ever more rarely, and as before once it answers.",
        SourceState.Gone => $"Its server says that it is gone for good ({source.Polling.ShownError}), {Since(source)}: it is polled no "
            + $"more. Give it another address, or delete it.",
        _ => $"It is paused {Since(source)}: it is not polled until somebody resumes it.",
    };

    private static string Pace(Source source) => source switch
    {
        { Polling.EffectiveInterval: null } => "polled by plan",
        { Declared.Interval: not null } => $"polled every {RelativeTime.Span(source.Polling.EffectiveInterval.Value)}",
        _ => $"polled every {RelativeTime.Span(source.Polling.EffectiveInterval.Value)} or so, as its rhythm and its server suggest",
    };

    private static string? Former(Source source) => source switch
    {
        { Polling.FormerUrl: null } or { Polling.State: SourceState.Gone or SourceState.Paused } => null,
        _ when AskedAddress.IsFormer(source) => $"The next poll asks at its former address, {ShownAddress.Of(source.Polling.FormerUrl)}.",
        { Polling.Failures: > 0 } =>
            $"Its former address, {ShownAddress.Of(source.Polling.FormerUrl)}, is asked too should it go on failing.",
        _ => null,
    };

    private string? Rest(Source source, DateTimeOffset now)
    {
        var server = SourceUrl.ServerOf(AskedAddress.Of(source));
        return source.Declared.Enabled && source.Polling.State != SourceState.Gone && rests.Of(server) is { } rest
            ? $"All of {server} rests until {RelativeTime.Exact(rest.Until)} ({RelativeTime.Of(rest.Until, now)}), since it answered "
                + $"{rest.Reason}."
            : null;
    }

    private static string Failures(Source source) =>
        source.Polling.Failures == 1 ? "The last poll failed" : $"The last {source.Polling.Failures} polls failed";

    private static string LastSuccess(Source source) =>
        source.Polling.LastSuccessAt is { } at ? $", the last that went well was at {RelativeTime.Exact(at)}" : ", none went well yet";

    private static string Since(Source source) => $"since {RelativeTime.Exact(source.Polling.StateSince)}";

    private static string Next(Source source, DateTimeOffset now) => RelativeTime.Planned(source.NextPollAt, now);
}
