namespace FeedHub.Model.Articles;

/// <summary>What an item has from its page beside what other members hold.</summary>
/// <param name="ReadAt">When the page was read.</param>
/// <param name="HasText">True if the item's text is the page's: what its feed says does not take that away.</param>
public sealed record ItemArticle(DateTimeOffset ReadAt, bool HasText)
{
    /// <summary>Who edited it.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>The site's section that it stands in, or null.</summary>
    public string? Section { get; init; }
}
