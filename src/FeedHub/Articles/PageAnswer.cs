using FeedHub.Fetching;
using FeedHub.Syndication.Extracting;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Articles;

/// <summary>How asking for a page ended.</summary>
public enum PageOutcome
{
    /// <summary>The article is there.</summary>
    Read,

    /// <summary>There is no article on it.</summary>
    Empty,

    /// <summary>It cannot be had.</summary>
    Refused,

    /// <summary>It cannot be had, and others of the source cannot either as it seems: forbidden, or to be paid for.</summary>
    Denied,

    /// <summary>It may be had later.</summary>
    Later,
}

/// <summary>What came of asking for the page of an item, with its further pages.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Why">Why there is no article; null if there is one.</param>
public sealed record PageAnswer(PageOutcome Outcome, Reason? Why)
{
    /// <summary>The article, or null.</summary>
    public Article? Article { get; init; }

    /// <summary>Where the page is, after redirects; null if there is no article.</summary>
    public Uri? Address { get; init; }

    /// <summary>How many pages the article was read from.</summary>
    public int Pages { get; init; }

    /// <summary>Why it ended before its pages did; null if it did not.</summary>
    public Reason? End { get; init; }

    /// <summary>When to ask again; null: as is usual.</summary>
    public DateTimeOffset? Again { get; init; }

    /// <summary>The requests that were made.</summary>
    public IReadOnlyList<FetchResult> Fetched { get; init; } = [];

    /// <summary>An answer that asks to be left alone, or null.</summary>
    public FetchResult? Throttled => Fetched.FirstOrDefault(
        fetched => fetched is { Outcome: FetchOutcome.Throttled, Status: not null, Sent.Count: > 0 });
}
