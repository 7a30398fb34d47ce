using FeedHub.Categories;
using FeedHub.Model.Stories;
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

    /// <summary>Takes title and description from feeds.json.</summary>
    public void Use(FeedsFile file) => _named = new(Bounds.Cut(file.Title), Bounds.Cut(file.Description));

    /// <summary>The title of the whole, with what is selected, such as <c>FeedHub: sport, Detik</c>.</summary>
    public string TitleOf(StoryFilter filter)
    {
        var selected = filter.Categories.Select(slug => taggers.Vocabulary.Find(slug)?.English ?? slug)
            .Concat(filter.Sources.Select(s => s.Title))
            .Concat(filter.Folders)
            .Concat(filter.Languages)
            .Concat(filter.Search is { } search ? [$"“{search}”"] : (string[])[])
            .ToList();
        return selected.Count == 0 ? _named.Title : $"{_named.Title}: {string.Join(", ", selected)}";
    }

    private sealed record Named(string Title, string Description);
}
