using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>An article that the page may lead to.</summary>
/// <param name="Key">Canonical address.</param>
/// <param name="Url">The address as the page has it, absolute.</param>
internal sealed record PageLink(string Key, Uri Url)
{
    /// <summary>The links to it, in the page's order.</summary>
    public List<IElement> Anchors { get; } = [];
}
