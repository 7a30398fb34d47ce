using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Texts that are not markup by their format, as markup that shows them as they were meant.</summary>
internal static partial class PlainText
{
    private const string Closing = ".,;:!?'*_)]}";

    /// <summary>The text escaped, its paragraphs, line breaks and addresses of the web marked up; a text of one paragraph stays without
    /// a tag for it.</summary>
    public static string Html(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim().Split('\n');
        var html = new StringBuilder(text.Length + 16);
        var (isOpen, paragraphs) = (false, 0);
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.Length > 0)
            {
                html.Append(isOpen ? "<br>" : paragraphs++ > 0 ? "</p><p>" : "");
                AppendLine(html, line);
            }

            isOpen = line.Length > 0;
        }

        return paragraphs > 1 ? $"<p>{html}</p>" : html.ToString();
    }

    private static void AppendLine(StringBuilder html, string line)
    {
        var done = 0;
        foreach (var match in Address().EnumerateMatches(line))
        {
            var url = XhtmlWriter.Encode(line[match.Index..EndOf(line, match.Index, match.Index + match.Length)]);
            html.Append(XhtmlWriter.Encode(line[done..match.Index]));
            html.Append("<a href=\"").Append(url).Append("\">").Append(url).Append("</a>");
            done = EndOf(line, match.Index, match.Index + match.Length);
        }

        html.Append(XhtmlWriter.Encode(line[done..]));
    }

    // A sentence's mark after an address is not of it; a bracket is, where it was opened in it.
    private static int EndOf(string line, int start, int end)
    {
        var url = line.AsSpan(start, end - start);
        for (var unopened = url.Count(')') - url.Count('('); end > start && Closing.Contains(line[end - 1]); end--)
        {
            if (line[end - 1] == ')' && unopened-- <= 0)
                break;
        }

        return end;
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""`\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20]{2,2000}", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
