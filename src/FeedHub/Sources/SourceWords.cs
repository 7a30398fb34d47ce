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
        source.ConflictingUrl is { } other
            ? $"Its server says that it has moved to {ShownAddress.Of(other)}, which another source polls already: one of the two can be "
                + $"deleted." : null,
    ];

    private static string State(Source source, DateTimeOffset now) => source.State switch
    {
        SourceState.Active when source.LastPollAt is null => $"It has not been polled yet; its first poll: {Next(source, now)}.",
        SourceState.Active => $"All is well {Since(source)}; {Pace(source)}, next {Next(source, now)}.",
        SourceState.Quiet => $"It answers, but is quiet {Since(source)}: {Silence.Words(source.Rhythm, now)}. It is polled on, next "
            + $"{Next(source, now)}; its next item ends this.",
        SourceState.Throttled => $"Its server asked to be left alone {Since(source)} ({source.ShownError}); it is asked again "
            + $"{Next(source, now)}, and as before once it answers.",
        SourceState.Failing => $"{Failures(source)}, {Since(source)} ({source.ShownError}){LastSuccess(source)}; it is tried again "
            + $"{Next(source, now)}, ever more rarely, and as before once it answers.",
        SourceState.Gone => $"Its server says that it is gone for good ({source.ShownError}), {Since(source)}: it is polled no more. "
            + $"Give it another address, or delete it.",
        _ => $"It is paused {Since(source)}: it is not polled until somebody resumes it.",
    };

    private static string Pace(Source source) => source switch
    {
        { EffectiveInterval: null } => "polled by plan",
        { Interval: not null } => $"polled every {RelativeTime.Span(source.EffectiveInterval.Value)}",
        _ => $"polled every {RelativeTime.Span(source.EffectiveInterval.Value)} or so, as its rhythm and its server suggest",
    };

    private static string? Former(Source source) => source switch
    {
        { FormerUrl: null } or { State: SourceState.Gone or SourceState.Paused } => null,
        _ when AskedAddress.IsFormer(source) => $"The next poll asks at its former address, {ShownAddress.Of(source.FormerUrl)}.",
        { Failures: > 0 } => $"Its former address, {ShownAddress.Of(source.FormerUrl)}, is asked too should it go on failing.",
        _ => null,
    };

    private string? Rest(Source source, DateTimeOffset now)
    {
        var server = SourceUrl.ServerOf(AskedAddress.Of(source));
        return source.Enabled && source.State != SourceState.Gone && rests.Of(server) is { } rest
            ? $"All of {server} rests until {RelativeTime.Exact(rest.Until)} ({RelativeTime.Of(rest.Until, now)}), since it answered "
                + $"{rest.Reason}."
            : null;
    }

    private static string Failures(Source source) =>
        source.Failures == 1 ? "The last poll failed" : $"The last {source.Failures} polls failed";

    private static string LastSuccess(Source source) =>
        source.LastSuccessAt is { } at ? $", the last that went well was at {RelativeTime.Exact(at)}" : ", none went well yet";

    private static string Since(Source source) => $"since {RelativeTime.Exact(source.StateSince)}";

    private static string Next(Source source, DateTimeOffset now) => RelativeTime.Planned(source.NextPollAt, now);
}
