using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Briefings;
using FeedHub.Publishing.Selection;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing;

/// <summary>A page of stories, newest first.</summary>
/// <param name="Stories">With their items and those items' sources.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record StoryBatch(IReadOnlyList<Story> Stories, StoryCursor? Next)
{
    /// <summary>Keys of the stories of whose texts only the beginning was loaded.</summary>
    public IReadOnlySet<long> Brief { get; init; } = new HashSet<long>();

    /// <summary>The other stories of its event, by the story that stands for them.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<Story>> Others { get; init; } = new Dictionary<long, IReadOnlyList<Story>>();
}

/// <summary>Reads stories for feeds, pages and the API.</summary>
public sealed class StoryQueries(
    IDbContextFactory<FeedHubDb> databases,
    IReaderEngine engine,
    SourceSnapshots views,
    ArrivalSeconds seconds,
    TopStories top,
    IOptions<FeedHubOptions> options) : IDisposable
{
    // Of stored texts; as a document they are up to half as much again.
    private const long MaxFeedTexts = 3_000_000;

    /// <summary>Stories looked through for sources that a loud one would push out, where a filter selects some.</summary>
    private const int MaxLookedThrough = 2000;

    // Twice what one document of a source may have: its texts and lists, and as much again of others.
    private long MaxPage => 2L * options.Value.Polling.MaxBytes;

    // A search, or what is left of much that is excluded, may read much before it finds anything, and does so without giving its thread
    // away: half of the machine stays free.
    private readonly SemaphoreSlim _searching = new(Math.Max(1, Environment.ProcessorCount / 2));

    private long FairFor => (long)options.Value.Publishing.FairnessWindow.TotalMilliseconds;

    /// <inheritdoc/>
    public void Dispose() => _searching.Dispose();

    /// <summary>
    /// The stories that the filter asks for, with the whole of all their items: fewer where those would be too much for one answer
    /// (<see cref="PageWeights"/>).
    /// </summary>
    public async Task<StoryBatch> PageAsync(StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        var chosen = await ChooseAsync(db, filter, cancellation);
        var weights = await PageWeights.OfItemsAsync(db, chosen, cancellation);
        var fitting = filter.ByTop ? chosen : weights.Fitting(chosen, filter.Before?.Shown ?? [], MaxPage);
        return Load(db, fitting, StoryItems.All(db, Ids(fitting)));
    }

    /// <summary>The stories that the filter asks for, with no more than the beginnings of texts. The first page is for people: it is fair
    /// to quiet sources; see <see cref="Fairness"/>.</summary>
    public async Task<StoryBatch> BriefPageAsync(StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        var chosen = await ChooseAsync(db, filter, cancellation, isFair: true);
        return await GroupedAsync(db, filter, Load(db, chosen, StoryItems.Of(db, Ids(chosen), [])), cancellation);
    }

    /// <summary>Which stories the filter's page for people shows, before anything else of them is read.</summary>
    public async Task<ChosenPage> ChooseAsync(StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        return await ChooseAsync(db, filter, cancellation, isFair: true);
    }

    /// <summary>
    /// Which stories a feed shows. Asked without a limit its first page holds what arrived in <c>Publishing:FeedHours</c> before the newest
    /// arrival, so that a program that asks once in these hours misses nothing. With <c>dates=found</c> it has whole seconds of arrivals:
    /// what is stored meanwhile comes next time.
    /// </summary>
    public async Task<ChosenPage> ChooseForFeedAsync(StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        var end = filter is { DatesFound: true, Before: null } ? await seconds.EndAsync(db, cancellation) : null;
        if (filter.Given is not null || filter.Before is not null || filter.ByTop)
            return await ChooseAsync(db, filter, cancellation, end: filter.ByPublished ? null : end);
        var arrived = filter with { Limit = StoryFilter.MaxLimit, ByPublished = false };
        var chosen = await ChooseAsync(db, arrived, cancellation, HeldByFeed, end: end);
        if (filter.ByPublished)
            chosen = await ByDateAsync(db, filter, chosen, cancellation);
        var weights = await PageWeights.OfLeadsAsync(db, chosen, cancellation);
        return weights.Fitting(chosen, [], MaxFeedTexts, StoryFilter.DefaultLimit);
    }

    /// <summary>Every story of the filter that arrived after this (Unix milliseconds), for any limit, order and place.</summary>
    public async Task<List<FeedPosition>> ArrivedAsync(StoryFilter filter, long after, CancellationToken cancellation)
    {
        // What is on top is told of when it is there.
        if (filter.ByTop)
            return [];
        await using var db = engine.Open();
        filter = filter.Combined() with { ByPublished = false };
        var find = await FindingAsync(db, filter, cancellation);
        return filter.ByEvent
            ? await EventGroups.FirstsAsync(db, find, byDate: false, before: null, from: after + 1, int.MaxValue)
            : await find(null, after + 1, int.MaxValue, null);
    }

    /// <summary>
    /// The stories of a page that was chosen, with the whole of what leads them. Where that is too much for one document, the
    /// heaviest are brief: a publisher's endless texts push out nobody else's stories.
    /// </summary>
    /// <param name="chosen">The page.</param>
    /// <param name="filter">What it was chosen by: without a limit, the document is to have 5 MB at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<StoryBatch> LoadAsync(ChosenPage chosen, StoryFilter filter, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        var weights = await PageWeights.OfLeadsAsync(db, chosen, cancellation);
        var brief = weights.TooHeavy(filter.Given is null ? MaxFeedTexts : MaxPage);
        var items = StoryItems.Of(
            db, Ids(chosen), [.. weights.Leads.Where(lead => !brief.Contains(lead.Key)).Select(lead => lead.Value)]);
        var page = Load(db, chosen, items) with { Brief = brief };
        if (filter.DatesFound && filter.Combined().AskedSources is { Count: > 0 } sources)
            await DateBySourcesAsync(db, page.Stories, sources, cancellation);
        return await GroupedAsync(db, filter, page, cancellation);
    }

    /// <summary>One story with its items, or null; also one that is hidden.</summary>
    public async Task<Story?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var story = await db.FindWithItemsAsync(id, cancellation) is { IsDropped: false } shown ? shown : null;
        story?.Items.RemoveAll(item => item.Dropped is not null);
        await using var events = engine.Open();
        EventLooks.Tell(events, story is null ? [] : [story]);
        return story;
    }

    /// <summary>One story with the whole of what leads it, and the beginnings of its other items; or null. Also one that is
    /// hidden.</summary>
    public async Task<Story?> FindLedAsync(long id)
    {
        await using var db = engine.Open();
        if (WholeStories.Of(db, [id]).GetValueOrDefault(id) is not { } story)
            return null;
        story.Items = StoryItems.Of(db, [id], [story.LeadItemId]);
        EventLooks.Tell(db, [story]);
        return story.Items.Count > 0 ? story : null;
    }

    /// <summary>Whether the story was erased.</summary>
    public async Task<bool> IsErasedAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ErasedStories.AnyAsync(erased => erased.Id == id, cancellation);
    }

    /// <summary>The drop rules that hold back every item of the story, by their names; empty where it is shown, or there is none.</summary>
    public async Task<IReadOnlyList<string>> DroppedByAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Items.Where(i => i.StoryId == id && i.Dropped != null && i.Story.IsDropped).Select(i => i.Dropped!).Distinct()
            .ToListAsync(cancellation);
    }

    /// <summary>When a story was last hidden or erased; null: never, as far as is known.</summary>
    public async Task<DateTimeOffset?> LastRemovalAsync()
    {
        await using var db = engine.Open();
        return LastRemoval(db);
    }

    /// <summary>One story with its items, dropped ones too where it has no others, or null: for who may see all.</summary>
    public async Task<Story?> FindAnyAsync(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } story)
            return story;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.FindWithItemsAsync(id, cancellation);
    }

    /// <summary>The story that this one was joined into, or null.</summary>
    public async Task<long?> JoinedIntoAsync(long id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.JoinedStories.Where(j => j.Id == id).Select(j => (long?)j.StoryId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Every source that may be asked for, by its public id.</summary>
    public async Task<IReadOnlyDictionary<string, FilterSource>> SourcesAsync(CancellationToken cancellation) =>
        (await views.GetAsync(cancellation)).BySlug;

    // What arrived in the hours, by date. The others lie between and behind it: they follow, and the cursor says what to leave out.
    private async Task<ChosenPage> ByDateAsync(DbConnection db, StoryFilter filter, ChosenPage arrived, CancellationToken cancellation)
    {
        filter = filter.Combined();
        var find = await FindingAsync(db, filter, cancellation);
        var stories = filter.ByEvent ? await EventGroups.ByDateAsync(db, find, Ids(arrived)) : Ids(arrived);
        var places = await StoryPlaces.ByDateAsync(db, stories, cancellation);
        var held = places.ToHashSet();
        var newest = filter.ByEvent
            ? await EventGroups.FirstsAsync(db, find, byDate: true, before: null, from: 0, places.Count + 1)
            : await find(null, 0, places.Count + 1, null);
        var others = newest.FindIndex(place => !held.Contains(place));
        return new(places, others < 0 ? null : Fairness.Before(newest[others], places));
    }

    private int HeldByFeed(IReadOnlyList<FeedPosition> newest)
    {
        var hours = (long)TimeSpan.FromHours(options.Value.Publishing.FeedHours).TotalMilliseconds;
        var arrived = newest.Count(place => place.SortAt >= newest[0].SortAt - hours);
        return Math.Clamp(arrived, StoryFilter.DefaultLimit, StoryFilter.MaxLimit);
    }

    private async Task<ChosenPage> ChooseAsync(
        DbConnection db, StoryFilter filter, CancellationToken cancellation, Func<IReadOnlyList<FeedPosition>, int>? limitOf = null,
        bool isFair = false, FeedPosition? end = null)
    {
        var asked = filter;
        filter = filter.Combined();
        var find = await FindingAsync(db, filter, cancellation);

        // All of it as of one moment: a story that moves between two looks must not be found by both.
        await using var moment = engine.BeginMoment(db);
        Task<List<FeedPosition>> NewestAsync(FeedPosition? before, long from, int count) => filter.ByEvent
            ? EventGroups.FirstsAsync(db, find, filter.ByPublished, before, from, count)
            : find(before, from, count, null);

        if (filter.ByTop)
            return await top.PageAsync(db, find, asked, LastRemoval(db));
        FeedPosition? start = filter.Before is { } cursor ? new(cursor.SortAt, cursor.Id) : end;
        IReadOnlyList<long> shown = filter.Before?.Shown ?? [];
        var found = await NewestAsync(start, 0, filter.Limit + 1 + shown.Count);
        var limit = limitOf?.Invoke(found) ?? filter.Limit;
        var isPlain = !isFair || filter.ByPublished || filter.ByEvent || start is not null || filter.AskedSources.Count > 0;
        if (isPlain || found.Count <= limit || FairFor == 0)
            return Fairness.Plain(found, shown, limit);
        var from = found[0].SortAt - FairFor;
        if (found[limit].SortAt < from)
            return Fairness.Plain(found, [], limit);
        var heads = filter.IsEverything
            ? await SourceHeads.OfAllAsync(db, from, cancellation)
            : await SourceHeads.AmongAsync(db, [.. found, .. await NewestAsync(found[^1], from, MaxLookedThrough)], cancellation);
        return Fairness.First(found, heads, limit);
    }

    private static DateTimeOffset? LastRemoval(DbConnection db)
    {
        var (hidden, erased) = WholeStories.LastRemovals(db);
        return hidden > erased || erased is null ? hidden : erased;
    }

    /// <summary>The events of which a story arrived in a span, those of most sources first.</summary>
    /// <param name="filter">Which stories.</param>
    /// <param name="from">Where the span begins.</param>
    /// <param name="until">Where it ends: what arrived then or later is not of it.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<TopEvent>> TopOfSpanAsync(
        StoryFilter filter, DateTimeOffset from, DateTimeOffset until, int count, CancellationToken cancellation)
    {
        await using var db = engine.Open();
        await using var moment = engine.BeginMoment(db);
        var events = await TopStories.OfSpanAsync(
            db, await FindingAsync(db, filter.Combined(), cancellation), from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        var first = events.Take(count).ToList();
        var loaded = Load(db, [.. first.SelectMany(told => told.Chosen)]);
        return [.. first.Select(told => (Told: told, Stories: told.Chosen.Where(loaded.ContainsKey).Select(id => loaded[id]).ToList()))
            .Where(told => told.Stories.Count > 0)
            .Select(told => (told.Told, Stories: CoveredEvent.BestFirst(told.Stories).ToList()))
            .Select(told => new TopEvent(told.Stories[0], told.Told.Stories, told.Told.Sources, told.Stories[1..]))];
    }

    private async Task<Finding> FindingAsync(DbConnection db, StoryFilter combined, CancellationToken cancellation)
    {
        var languages = await LanguagesOfAsync(combined, cancellation);
        return (before, from, count, among) =>
        {
            Task<List<FeedPosition>> FindAsync() =>
                StoryPlaces.NewestAsync(db, engine, combined, languages, before, from, count, cancellation, among);
            return combined.Search is null && !combined.Excludes ? FindAsync() : SearchAsync(FindAsync, cancellation);
        };
    }

    // Of one entry an event, the best of its stories leads; the one that stands for it gives id, place and date.
    private async Task<StoryBatch> GroupedAsync(DbConnection db, StoryFilter filter, StoryBatch page, CancellationToken cancellation)
    {
        if (!filter.IsGrouped || page.Stories.Count == 0)
            return page;
        var combined = filter.Combined() with { ByTop = false };
        var groups = await EventGroups.OfAsync(
            db, await FindingAsync(db, combined, cancellation), combined.ByPublished, [.. page.Stories.Select(story => story.Id)]);
        if (groups.Count == 0)
            return page;
        var loaded = Load(db, [.. groups.Values.SelectMany(ids => ids).Distinct()]);
        var events = page.Stories.Where(story => groups.ContainsKey(story.Id)).ToDictionary(
            story => story.Id, story => groups[story.Id].Where(loaded.ContainsKey).Select(id => loaded[id]).ToList());
        var best = events.Where(told => told.Value.Count > 1).ToDictionary(told => told.Key, told => CoveredEvent.BestOf(told.Value));
        var whole = StoryItems.Of(
            db, [.. best.Values.Select(story => story.Id)],
            [.. best.Where(told => !page.Brief.Contains(told.Key)).Select(told => told.Value.LeadItemId)]).ToLookup(item => item.StoryId);
        return page with
        {
            Stories = [.. page.Stories.Select(story => best.TryGetValue(story.Id, out var led)
                ? Led(story, led, [.. whole[led.Id]], events[story.Id])
                : story)],
            Others = best.ToDictionary(told => told.Key, told => (IReadOnlyList<Story>)
                [.. events[told.Key].Where(story => story != told.Value).OrderBy(story => story.SortAt).ThenBy(story => story.Id)]),
        };
    }

    private static Story Led(Story first, Story best, List<Item> items, IReadOnlyCollection<Story> all) => new()
    {
        Id = first.Id,
        EntryId = first.EntryId,
        LeadItemId = best.LeadItemId,
        SortAt = first.SortAt,
        PublishedAt = first.PublishedAt,
        FirstSeenAt = first.FirstSeenAt,
        UpdatedAt = EventGroups.UpdatedOf(first, all),
        ChangedAt = all.Max(story => story.ChangedAt),
        Language = best.Language,
        EventId = first.EventId,
        Coverage = first.Coverage,
        Items = items.Count > 0 ? items : best.Items,
    };

    private static Dictionary<long, Story> Load(DbConnection db, List<long> ids) =>
        Load(db, new([.. ids.Select(id => new FeedPosition(0, id))], null), StoryItems.Of(db, ids, [])).Stories
            .ToDictionary(story => story.Id);

    private async Task<StoredLanguages> LanguagesOfAsync(StoryFilter combined, CancellationToken cancellation)
    {
        var view = await views.GetAsync(cancellation);
        var wanted = view.Among(combined.Languages);
        return new(
            combined.Within is { Languages: { Count: > 0 } both } ? [.. wanted.Intersect(view.Among(both))] : wanted,
            view.Among(combined.NotLanguages));
    }

    private async Task<List<FeedPosition>> SearchAsync(Func<Task<List<FeedPosition>>> search, CancellationToken cancellation)
    {
        await _searching.WaitAsync(cancellation);
        try
        {
            return await search();
        }
        finally
        {
            _searching.Release();
        }
    }

    // In feeds of some sources a story arrives when the first of these has it.
    private static async Task DateBySourcesAsync(
        DbConnection db, IReadOnlyList<Story> stories, IReadOnlyList<FilterSource> sources, CancellationToken cancellation)
    {
        var arrivals = await SourceArrivals.OfAsync(db, stories.Select(s => s.Id), sources.Select(source => source.Id), cancellation);
        foreach (var story in stories)
            story.SortAt = arrivals.GetValueOrDefault(story.Id, story.SortAt);
    }

    private static List<long> Ids(ChosenPage page) => [.. page.Places.Select(place => place.Id)];

    private static StoryBatch Load(DbConnection db, ChosenPage chosen, List<Item> items)
    {
        var ids = Ids(chosen);
        var stories = WholeStories.Of(db, ids);
        var byStory = items.ToLookup(i => i.StoryId);
        foreach (var story in stories.Values)
            story.Items = [.. byStory[story.Id]];
        EventLooks.Tell(db, stories.Values);

        // One that was purged a moment ago is left out.
        return new(
            [.. ids.Where(id => stories.TryGetValue(id, out var story) && story.Items.Count > 0).Select(id => stories[id])],
            chosen.Next);
    }
}
