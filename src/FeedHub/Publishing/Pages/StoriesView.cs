using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Pages;

/// <summary>What the page of stories shows.</summary>
/// <param name="Text">The words.</param>
/// <param name="Title">Title of this very view.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="NextQuery">Query of the older page, or null.</param>
/// <param name="Categories">Every category there is.</param>
/// <param name="Sources">Every source there is, by title.</param>
public sealed record StoriesView(
    PageText Text,
    string Title,
    StoryFilter Filter,
    IReadOnlyList<MergedEntry> Entries,
    string? NextQuery,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<FilterSource> Sources)
{
    /// <summary>The entries by day in UTC, newest day first.</summary>
    public IEnumerable<IGrouping<DateTime, MergedEntry>> Days => Entries.GroupBy(entry => entry.Published.UtcDateTime.Date);

    /// <summary>The query of this view without its place, for the feeds.</summary>
    public string FeedQuery => (Filter with { Before = null }).Query;

    /// <summary>Whether anything is filtered.</summary>
    public bool IsFiltered => !Filter.IsEverything || Filter.Before is not null;

    /// <summary>What a search keeps of the view: its filters, but not its place.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        Filter.Categories.Select(slug => ("category", slug))
            .Concat(Filter.Sources.Select(source => ("source", source.Slug)))
            .Concat(Filter.Languages.Select(tag => ("language", tag)));

    /// <summary>The address of the view of one category, the other filters kept.</summary>
    public string Only(Category? category) => "/" + (Filter with { Before = null, Categories = category is null ? [] : [category.Slug] }).Query;

    /// <summary>The address of the view of one source, the other filters kept.</summary>
    public string Only(FilterSource? source) => "/" + (Filter with { Before = null, Sources = source is null ? [] : [source] }).Query;
}
