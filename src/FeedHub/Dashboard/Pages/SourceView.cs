using FeedHub.Ingesting;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Syndication.Tagging;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard.Pages;

/// <summary>What every page of sources needs.</summary>
/// <param name="Now">The present.</param>
/// <param name="Tokens">For the forms.</param>
/// <param name="Categories">For the choice of categories.</param>
/// <param name="Done">What has just been done, in words, or null.</param>
/// <param name="Error">What was wrong with the form, or null.</param>
/// <param name="Form">What was typed, to be shown again beside the error.</param>
public sealed record PageContext(
    DateTimeOffset Now, AntiforgeryTokenSet Tokens, IReadOnlyList<Category> Categories, string? Done, string? Error, IReadOnlyDictionary<string, string> Form);

/// <summary>What the page of one source shows.</summary>
public sealed record SourceView(Source Source, IReadOnlyList<Poll> Polls, IReadOnlyList<Item> Items);

/// <summary>What a source's state means, in a sentence.</summary>
public static class StateWords
{
    /// <summary>What happened, and what FeedHub will do.</summary>
    public static string Of(Source source, DateTimeOffset now) => source.State switch
    {
        SourceState.Active when source.LastPollAt is null => "It has not been polled yet.",
        SourceState.Active => $"All is well; it is polled again {RelativeTime.Of(source.NextPollAt, now)}.",
        SourceState.Quiet => "It answers, but has brought nothing for longer than usual.",
        SourceState.Throttled => $"Its server asked to be left alone; it is polled again {RelativeTime.Of(source.NextPollAt, now)}.",
        SourceState.Failing => $"{source.Failures} {(source.Failures == 1 ? "poll has" : "polls have")} failed in a row; it is tried again {RelativeTime.Of(source.NextPollAt, now)}.",
        SourceState.Gone => "Its server says that it is gone for good (410): it is polled no more. Give it another address, or delete it.",
        _ => "It is paused: it is not polled until somebody resumes it.",
    };
}
