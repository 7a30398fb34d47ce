using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>
/// Tells a JSON Feed whose titles are HTML, against the format, by what all of them show. Titles are plain text (JSON Feed 1.1,
/// "Items"): what looks like markup in one of them speaks of it.
/// </summary>
internal static partial class JsonTitles
{
    /// <summary>True if no title has an <c>&amp;</c> of its own, and one has a reference that nobody writes but programs that make HTML: to
    /// an <c>&amp;</c> or a quotation mark, a number with a zero before it (<c>&amp;#039;</c>), or within a word one to a character that
    /// ASCII has not (<c>it&amp;#8217;s</c>).</summary>
    public static bool AreMarkup(IEnumerable<string?> titles)
    {
        var written = titles.OfType<string>().Where(title => title.Contains('&')).ToList();
        return written.TrueForAll(title => title.AsSpan().Count('&') == Reference().Count(title))
            && written.Exists(title => Escaped().IsMatch(title) || IsTypeset(title));
    }

    private static bool IsTypeset(string title) => Reference().Matches(title).Any(
        match => IsInWord(title, match.Index, match.Index + match.Length) && References.Resolve(match.Value)[0] > '\u007F');

    private static bool IsInWord(string title, int from, int to) =>
        (from > 0 && char.IsLetterOrDigit(title[from - 1])) || (to < title.Length && char.IsLetterOrDigit(title[to]));

    [GeneratedRegex("&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("&(?:amp|quot|apos|#3[489]|#0[0-9]{1,6});", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
