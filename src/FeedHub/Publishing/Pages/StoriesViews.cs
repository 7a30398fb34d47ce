using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Icons;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Selection;
using FeedHub.Sources;

namespace FeedHub.Publishing.Pages;

/// <summary>Makes the page of stories of a view.</summary>
public sealed class StoriesViews(
    StoryQueries queries, MergedEntries entries, FeedTitles titles, Taggers taggers, SourceSnapshots sources, SourceIcons icons,
    PageAnswers pages, OwnNetwork network)
{
    private const int MaxListedSources = 40;
    private const int MaxListedFolders = 100;

    /// <summary>The page.</summary>
    public async Task<RenderedFeed> RenderAsync(StoryFilter filter, PageText text, CancellationToken cancellation)
    {
        var page = await queries.BriefPageAsync(filter, cancellation);
        var known = await sources.GetAsync(cancellation);
        var view = new StoriesView(
            text,
            titles.NameOf(filter),
            filter,
            [.. page.Stories.Select(story => AsAsked.Titled(
                entries.Of(story, "", brief: true, page.Others.GetValueOrDefault(story.Id)), filter))],
            page.Next is { } next ? filter.QueryBefore(next) : null,
            taggers.Vocabulary.All,
            Listed(known.BySlug, page, filter),
            known.BySlug.Count,
            Languages(known.Languages),
            [.. known.Folders.Take(MaxListedFolders).Union(filter.Folders)])
        {
            Path = filter.PagePath,
            Whole = filter.Scope is null ? null : titles.Title,
            IconOf = icons.AddressOf,
            HasNetwork = !network.IsDown,
        };
        var changed = page.Stories.SelectMany(s => (DateTimeOffset[])[s.ChangedAt, s.Coverage?.ChangedAt ?? s.ChangedAt])
            .Append(filter.Scope?.Feed.ChangedAt ?? DateTimeOffset.UnixEpoch)
            .Max();
        return await pages.RenderAsync<StoriesPage>(changed, ("View", view));
    }

    // Hundreds of sources would make the list heavier than the stories: then only those that are seen.
    private static IReadOnlyList<FilterSource> Listed(
        IReadOnlyDictionary<string, FilterSource> sources,
        StoryBatch page,
        StoryFilter filter)
    {
        var shown = page.Stories.SelectMany(story => story.Items).Select(item => item.SourceId).ToHashSet();
        return [.. sources.Values
            .Where(s => sources.Count <= MaxListedSources || shown.Contains(s.Id) || filter.Sources.Contains(s)
                || filter.NotSources.Contains(s))
            .OrderBy(s => s.Title, StringComparer.OrdinalIgnoreCase)];
    }

    // A tag means its regions too: en is enough for en-GB.
    private static IReadOnlyList<string> Languages(IReadOnlyList<string> tags) =>
        [.. tags.Select(tag => tag.Split('-')[0].ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
}
