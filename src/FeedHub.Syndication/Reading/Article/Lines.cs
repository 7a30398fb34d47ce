using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Article;

/// <summary>A text's lines as a reader sees them: blocks and forced breaks in markup, line ends in plain text.</summary>
internal static class Lines
{
    private const char Break = '\u2029';

    public static IEnumerable<string> Of(string html)
    {
        var broken = MarkupText.Broken(html, Break);
        // Without a single block it is plain text, or one paragraph: then its own line ends are meant.
        var parts = broken.Contains(Break) ? broken.Split(Break) : broken.Split('\n');
        return parts.Select(Spaces.Fold).Where(l => l.Length > 0);
    }
}
