using FeedHub.Model.Coverage;
using FeedHub.Publishing;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Api;

/// <summary>How much there is of an event.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Stories">Its stories.</param>
/// <param name="Sources">The sources that have these.</param>
public sealed record ApiCoverageCount(string Id, int Stories, int Sources)
{
    /// <summary>Null where there is nothing more.</summary>
    public static ApiCoverageCount? Of(StoryCoverage? coverage) =>
        coverage is null ? null : new($"{coverage.Id}", coverage.Stories, coverage.Sources);
}

/// <summary>An event in the list.</summary>
/// <param name="Id">Stays the same when another story speaks for the event.</param>
/// <param name="Title">Of the story that speaks for it.</param>
/// <param name="Language">BCP 47; null: not known.</param>
/// <param name="Stories">How many there are.</param>
/// <param name="Sources">How many sources have these.</param>
/// <param name="First">When the first of its stories arrived.</param>
/// <param name="Last">When the last of them did.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiEvent(
    string Id, string? Title, string? Language, int Stories, int Sources, DateTimeOffset First, DateTimeOffset Last, string Url)
{
    /// <summary>The event as the API lists it.</summary>
    public static ApiEvent Of(CoveredEvent covered, string baseUrl) => new(
        $"{covered.Event.Id}", TitleOf(covered), covered.Lead.Language, covered.Stories.Count, covered.Sources, covered.Stories[0].SortAt,
        covered.Stories[^1].SortAt, $"{baseUrl}/coverage/{covered.Event.Id}");

    /// <summary>The headline of the story that speaks for the event.</summary>
    internal static string? TitleOf(CoveredEvent covered) =>
        (covered.Lead.Items.Find(item => item.Id == covered.Lead.LeadItemId) ?? covered.Lead.Items[0]).Title;
}

/// <summary>An event with its stories.</summary>
/// <param name="Id">Stays the same when another story speaks for the event.</param>
/// <param name="Title">Of the story that speaks for it.</param>
/// <param name="Language">BCP 47; null: not known.</param>
/// <param name="Sources">How many sources report it.</param>
/// <param name="Why">What most of its stories say.</param>
/// <param name="Stories">In the order of their arrival.</param>
/// <param name="Url">Its page.</param>
public sealed record ApiEventWhole(
    string Id, string? Title, string? Language, int Sources, ApiShared Why, IReadOnlyList<ApiStory> Stories, string Url)
{
    /// <summary>The event as the API shows it.</summary>
    public static ApiEventWhole Of(CoveredEvent covered, SharedWords why, EntryTexts texts, string baseUrl) => new(
        $"{covered.Event.Id}", ApiEvent.TitleOf(covered), covered.Lead.Language, covered.Sources, new(why.Names, why.Words),
        [.. covered.Stories.Select(story => ApiStory.Of(story, texts))], $"{baseUrl}/coverage/{covered.Event.Id}");
}

/// <summary>What stories of an event have in common.</summary>
/// <param name="Names">Names that at least half of them have.</param>
/// <param name="Words">Other words that at least half of them have.</param>
public sealed record ApiShared(IReadOnlyList<string> Names, IReadOnlyList<string> Words);
