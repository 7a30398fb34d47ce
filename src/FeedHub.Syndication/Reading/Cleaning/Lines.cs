using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>A text's lines as a reader sees them: blocks and forced breaks in markup, line ends in plain text.</summary>
internal static class Lines
{
    private const char Break = '\u2029';

    public static List<string> Of(string html)
    {
        var broken = MarkupText.Broken(html, Break);
        var lines = new List<string>();
        // Without a single block it is plain text, or one paragraph: then its own line ends are meant.
        var end = broken.Written.Contains(Break) ? Break : '\n';
        foreach (var part in broken.Written.Split(end))
        {
            if (Spaces.Fold(broken.Written[part]) is { Length: > 0 } line)
                lines.Add(line);
        }

        broken.Dispose();
        return lines;
    }
}
