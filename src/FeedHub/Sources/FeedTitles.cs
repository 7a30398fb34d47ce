using FeedHub.Categories;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Search;
using FeedHub.Syndication;

namespace FeedHub.Sources;

/// <summary>Titles of the merged feed and its selections.</summary>
public sealed class FeedTitles(Taggers taggers)
{
    private volatile Named _named = new("FeedHub", "");

    /// <summary>The title of the whole.</summary>
    public string Title => _named.Title;

    /// <summary>The description of the merged feed.</summary>
    public string Description => _named.Description;

    /// <summary>Takes this title and description from now on.</summary>
    public void Use(string title, string description) => _named = new(Bounds.Cut(title), Bounds.Cut(description));

    /// <summary>The title of the whole, with what is selected, such as <c>FeedHub: sport, Detik</c>.</summary>
    public string TitleOf(StoryFilter filter)
    {
        var name = NameOf(filter);
        var selected = filter.Categories.Select(EnglishOf)
            .Concat(filter.Sources.Select(s => s.Title))
            .Concat(filter.Folders)
            .Concat(filter.Languages.Select(LanguageNames.EnglishOf))
            .Concat(filter.NotCategories.Select(slug => $"without {EnglishOf(slug)}"))
            .Concat(filter.NotSources.Select(s => $"without {s.Title}"))
            .Concat(filter.NotFolders.Select(folder => $"without {folder}"))
            .Concat(filter.NotLanguages.Select(tag => $"without {LanguageNames.EnglishOf(tag)}"))
            .Concat(SearchOf(filter.Search))
            .Concat(filter.LeastSources is { } least ? [$"from {least} sources or more"] : [])
            .Concat(filter is { ByTop: true, Scope: null } ? ["top"] : [])
            .ToList();
        return selected.Count == 0 ? name : $"{name}: {string.Join(", ", selected)}";
    }

    /// <summary>The title of what is selected from: of the whole, or of a feed of one's own.</summary>
    public string NameOf(StoryFilter filter) => filter.Scope is { } scope ? scope.Feed.Title ?? TitleOf(scope.Filter) : _named.Title;

    /// <summary>The description of what is selected from.</summary>
    public string DescriptionOf(StoryFilter filter) => filter.Scope is { } scope ? scope.Feed.Description ?? "" : _named.Description;

    // Exclusions in words, as those of categories and sources.
    private static IEnumerable<string> SearchOf(string? search)
    {
        if (search is null)
            return [];
        List<string> unwanted = [.. SearchQuery.Parse(search)?.Unwanted ?? []];
        var wanted = unwanted.Count == 0 ? search : SearchQuery.WithoutUnwanted(search);
        return [.. wanted.Length > 0 ? [$"“{wanted}”"] : (string[])[], .. unwanted.Select(words => $"without “{words}”")];
    }

    private string EnglishOf(string slug) => taggers.Vocabulary.Find(slug)?.English ?? slug;

    private sealed record Named(string Title, string Description);
}
