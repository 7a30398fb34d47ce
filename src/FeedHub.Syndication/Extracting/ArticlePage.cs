using FeedHub.Syndication.Extracting.Body;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting;

/// <summary>Reads the article on a page.</summary>
public static class ArticlePage
{
    /// <summary>The article with all that the page tells of it.</summary>
    /// <param name="body">The page as it came.</param>
    /// <param name="contentType">Its Content-Type, or null.</param>
    /// <param name="address">Where it was found, after redirects.</param>
    /// <param name="now">The present, against which years of two digits are read.</param>
    public static Article Read(ReadOnlyMemory<byte> body, string? contentType, Uri address, DateTimeOffset now)
    {
        var html = PageDecoder.Decode(body, contentType);
        var root = PageTree.Of(html);
        var text = BodyFinder.Find(root, "");
        return new Article { Text = text.Text };
    }
}
