using FeedHub.Model.OwnFeeds;

namespace FeedHub.Model.Stories;

/// <summary>A feed of one's own, within which a filter chooses.</summary>
/// <param name="Feed">What it is called.</param>
/// <param name="Filter">What it holds.</param>
public sealed record FeedScope(OwnFeed Feed, StoryFilter Filter);

/// <summary>A filter within a feed of one's own: both hold.</summary>
public static class ScopedFilter
{
    /// <summary>What holds within a feed where a request says nothing: how the feed shows its stories. Which ones comes with
    /// <see cref="Combined"/>.</summary>
    public static StoryFilter StartOf(OwnFeed feed, StoryFilter own) => new()
    {
        Scope = new(feed, own),
        ByPublished = own.ByPublished,
        ByTop = own.ByTop,
        ByEvent = own.ByEvent,
        DatesFound = own.DatesFound,
        TitlesSource = own.TitlesSource,
        Given = own.Given,
    };

    /// <summary>The filter together with its feed's own, as stories are looked for. What both say of the same is not one list: a story of
    /// any of these must also be one of any of those (<see cref="StoryFilter.Within"/>).</summary>
    public static StoryFilter Combined(this StoryFilter asked) => asked.Scope is not { Filter: var own } ? asked : asked with
    {
        Scope = null,
        Categories = Either(asked.Categories, own.Categories),
        Sources = Either(asked.Sources, own.Sources),
        Folders = Either(asked.Folders, own.Folders),
        InFolders = Either(asked.InFolders, own.InFolders),
        Languages = Either(asked.Languages, own.Languages),
        NotCategories = [.. asked.NotCategories.Union(own.NotCategories)],
        NotSources = [.. asked.NotSources.Union(own.NotSources)],
        NotFolders = [.. asked.NotFolders.Union(own.NotFolders)],
        NotInFolders = [.. asked.NotInFolders.Union(own.NotInFolders)],
        NotLanguages = [.. asked.NotLanguages.Union(own.NotLanguages)],
        Search = asked.Search ?? own.Search,
        LeastSources = own.LeastSources > asked.LeastSources || asked.LeastSources is null ? own.LeastSources : asked.LeastSources,
        Within = new()
        {
            Categories = Behind(asked.Categories, own.Categories),
            Sources = Behind(asked.Sources, own.Sources),
            Folders = Behind(asked.Folders, own.Folders),
            InFolders = Behind(asked.InFolders, own.InFolders),
            Languages = Behind(asked.Languages, own.Languages),
            Search = asked.Search is null ? null : own.Search,
        },
    };

    private static IReadOnlyList<T> Either<T>(IReadOnlyList<T> asked, IReadOnlyList<T> own) => asked.Count > 0 ? asked : own;

    private static IReadOnlyList<T> Behind<T>(IReadOnlyList<T> asked, IReadOnlyList<T> own) => asked.Count > 0 ? own : [];
}
