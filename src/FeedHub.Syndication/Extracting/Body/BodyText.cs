using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Where a page's article stands, and its lines.</summary>
internal sealed record BodyText(PageNode Root, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The words, a line a block.</summary>
    public string Text => string.Join('\n', Lines.Where(line => !line.IsDropped).Select(line => line.Text));
}
