using FeedHub.Model.Coverage;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Publishing;

/// <summary>An event with its stories.</summary>
/// <param name="Event">The event.</param>
/// <param name="Stories">Those that readers see, in the order of their arrival, with the beginnings of their texts.</param>
public sealed record CoveredEvent(NewsEvent Event, IReadOnlyList<Story> Stories)
{
    /// <summary>The story that speaks for the event: the one that most sources have, of equals the first.</summary>
    public Story Lead { get; } = BestOf(Stories);

    /// <summary>The sources that report it.</summary>
    public int Sources => Stories.SelectMany(story => story.Items).Select(item => item.SourceId).Distinct().Count();

    /// <summary>The story of an event that speaks for it.</summary>
    public static Story BestOf(IEnumerable<Story> stories) => BestFirst(stories).First();

    /// <summary>The stories of an event, the one that speaks best for it first.</summary>
    public static IEnumerable<Story> BestFirst(IEnumerable<Story> stories) => stories
        .OrderByDescending(story => story.Items.Select(item => item.SourceId).Distinct().Count())
        .ThenBy(story => story.SortAt).ThenBy(story => story.Id);
}

/// <summary>Reads events for pages and the API.</summary>
public sealed class CoverageQueries(IReaderEngine engine, EntryTexts texts)
{
    /// <summary>The event, with no more than the beginnings of texts; null if readers see none of its stories, or there is no such
    /// event.</summary>
    public async Task<CoveredEvent?> FindAsync(long id)
    {
        await using var db = engine.Open();
        await using var moment = engine.BeginMoment(db);
        if (EventLooks.Find(db, id) is not { IntoId: null } found || EventLooks.StoriesOf(db, id) is not { Count: > 0 } ids)
            return null;
        var (stories, items) = (WholeStories.Of(db, ids), StoryItems.Of(db, ids, []).ToLookup(item => item.StoryId));
        foreach (var story in stories.Values)
            story.Items = [.. items[story.Id]];
        EventLooks.Tell(db, stories.Values);
        List<Story> shown = [.. ids.Where(story => stories.ContainsKey(story) && items.Contains(story)).Select(story => stories[story])];
        return shown.Count == 0 ? null : new(found, shown);
    }

    /// <summary>The event that this one was joined with, or null.</summary>
    public async Task<long?> IntoAsync(long id)
    {
        await using var db = engine.Open();
        return EventLooks.Find(db, id)?.IntoId;
    }

    /// <summary>The events that most sources report, behind a place.</summary>
    /// <param name="before">Sources and number of the last one that was shown; null: from the beginning.</param>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<NewsEvent>> ListAsync((int Sources, long Id)? before, int limit)
    {
        await using var db = engine.Open();
        var (sources, id) = before ?? (int.MaxValue, long.MaxValue);
        return EventLooks.BySources(db, sources, id, limit);
    }

    /// <summary>Why the stories are of one event: what most of them say.</summary>
    public SharedWords WhyTogether(CoveredEvent covered) => SharedWords.Of([.. covered.Stories.Select(story =>
    {
        var lead = story.Items.Find(item => item.Id == story.LeadItemId) ?? story.Items[0];
        return (lead.Title ?? "", texts.SummaryOf(lead) ?? "");
    })]);
}
