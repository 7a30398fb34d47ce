using System.Collections.Concurrent;
using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Publishing.Selection;

/// <summary>
/// Stories by how many sources report their event: each source counts for one when its first report arrives, and for half as much every
/// eight hours. Reckoned each quarter of an hour as of its beginning, so that what is shown stands in between.
/// </summary>
public sealed class TopStories(TimeProvider time)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan HalfLife = TimeSpan.FromHours(8);

    /// <summary>What arrived longer ago is not on top.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    /// <summary>The newest stories of a filter that are looked through.</summary>
    private const int MostLooked = 3000;

    private const int MostKept = 300;

    private readonly ConcurrentDictionary<(string Key, long At), List<long>> _kept = new();

    /// <summary>The beginning of the quarter, Unix milliseconds.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds() / (long)Quarter.TotalMilliseconds * (long)Quarter.TotalMilliseconds;

    /// <summary>The beginning of the next quarter.</summary>
    public DateTimeOffset Next => DateTimeOffset.FromUnixTimeMilliseconds(Now) + Quarter;

    /// <summary>A page of a filter's top stories, each standing for its event. A cursor of a quarter that is long over goes on by the
    /// present one.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="find">The newest places of the filter.</param>
    /// <param name="filter">Its limit and place.</param>
    /// <param name="removed">When anything was last hidden or erased.</param>
    internal async Task<ChosenPage> PageAsync(DbConnection db, Finding find, StoryFilter filter, DateTimeOffset? removed)
    {
        var (at, skipped) = filter.Before is { } before && Now - before.SortAt is >= 0 and var age && age < Longest.TotalMilliseconds
            ? (before.SortAt, (int)Math.Min(before.Id, MostLooked))
            : (Now, (int)Math.Min(filter.Before?.Id ?? 0, MostLooked));
        var ranked = await RankedAsync(db, find, filter, at, removed);
        var page = ranked.Skip(skipped).Take(filter.Limit).Select(story => new FeedPosition(at, story)).ToList();
        return new(page, skipped + page.Count < ranked.Count ? new(at, skipped + page.Count) : null);
    }

    /// <summary>The events of a span, those of most sources first: the stories that the filter chooses in it, and how many stories and
    /// sources there were by its end.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="find">The newest places of the filter.</param>
    /// <param name="from">Unix milliseconds.</param>
    /// <param name="until">Unix milliseconds; not in the span.</param>
    internal static async Task<List<(IReadOnlyList<long> Chosen, int Stories, int Sources)>> OfSpanAsync(
        DbConnection db, Finding find, long from, long until)
    {
        var places = await find(new(until, 0), from, MostLooked, null);
        var reports = EventMembers.ReportsOf(db, places.Select(place => place.Id)).Where(report => report.SortAt < until).ToList();
        var eventOf = reports.DistinctBy(r => r.StoryId).ToDictionary(r => r.StoryId, r => Key(r.StoryId, r.EventId));
        var byEvent = reports.ToLookup(report => Key(report.StoryId, report.EventId));
        return [.. places.GroupBy(place => eventOf.GetValueOrDefault(place.Id, place.Id)).Select(told => (
                First: told.Min(), Chosen: (IReadOnlyList<long>)[.. told.Select(place => place.Id)],
                Stories: Math.Max(1, byEvent[told.Key].Select(report => report.StoryId).Distinct().Count()),
                Sources: Math.Max(1, byEvent[told.Key].Select(report => report.SourceId).Distinct().Count())))
            .OrderByDescending(told => told.Sources).ThenByDescending(told => told.Stories).ThenByDescending(told => told.First)
            .Select(told => (told.Chosen, told.Stories, told.Sources))];
    }

    private async Task<List<long>> RankedAsync(DbConnection db, Finding find, StoryFilter filter, long at, DateTimeOffset? removed)
    {
        var plain = filter with { Before = null, Given = null };
        var key = ($"{plain.FeedPath}{plain.Query} {plain.Scope?.Feed.ChangedAt.UtcTicks} {removed?.UtcTicks}", at);
        if (_kept.TryGetValue(key, out var known))
            return known;
        var ranked = await RankAsync(db, find, at);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept.GetOrAdd(key, ranked);
    }

    private static async Task<List<long>> RankAsync(DbConnection db, Finding find, long at)
    {
        var places = await find(new(at, 0), at - (long)Longest.TotalMilliseconds, MostLooked, null);
        var reports = EventMembers.ReportsOf(db, places.Select(place => place.Id));
        var eventOf = reports.DistinctBy(r => r.StoryId).ToDictionary(r => r.StoryId, r => Key(r.StoryId, r.EventId));
        var scores = reports.Where(report => report.SortAt < at).GroupBy(report => Key(report.StoryId, report.EventId))
            .ToDictionary(told => told.Key, told => Score(told, at));
        return [.. places.GroupBy(place => eventOf.GetValueOrDefault(place.Id, place.Id))
            .Select(told => (First: told.Min(), Score: scores.GetValueOrDefault(told.Key)))
            .OrderByDescending(told => told.Score).ThenByDescending(told => told.First).Select(told => told.First.Id)];
    }

    private static long Key(long story, long told) => told == 0 ? story : -told;

    private static double Score(IEnumerable<EventReport> reports, long at) => reports.GroupBy(report => report.SourceId)
        .Sum(source => Math.Pow(0.5, (at - source.Min(report => report.SortAt)) / HalfLife.TotalMilliseconds));
}
