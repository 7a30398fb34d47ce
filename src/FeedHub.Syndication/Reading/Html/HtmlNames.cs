using System.Buffers;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Names of HTML's elements: only these are tags where markup and plain text cannot be told apart ("x &lt;y&gt;").</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Elements = new(
        ("a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas "
            + "caption center cite code col "
        + "colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame "
        + "frameset h1 h2 h3 h4 "
        + "h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter "
        + "nav nobr noframes "
        + "noscript object ol optgroup option output p param picture plaintext portal pre progress q rp rt ruby s samp script search "
        + "section select slot small source span "
        + "strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var "
        + "video wbr").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements that have no end tag.</summary>
    public static readonly HashSet<string> Void = new(
        "area base br col embed hr img input link meta param source track wbr".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\f/><");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ElementNames =
        Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is the name of an element, in any case.</summary>
    public static bool IsElement(ReadOnlySpan<char> name) => ElementNames.Contains(name);

    /// <summary>The tag's name that begins at this place with a letter (HTML 13.2.5.8), at most 64 characters; empty if none
    /// does.</summary>
    public static string Whole(string html, int at) => At(html, at).ToString();

    /// <inheritdoc cref="Whole"/>
    public static ReadOnlySpan<char> At(string html, int at)
    {
        if (at >= html.Length || !char.IsAsciiLetter(html[at]))
            return [];
        var name = html.AsSpan(at, Math.Min(html.Length - at, 64));
        var length = name.IndexOfAny(Ends);
        return length < 0 ? name : name[..length];
    }
}
