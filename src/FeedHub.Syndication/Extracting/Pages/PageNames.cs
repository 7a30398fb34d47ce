namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>What the names of elements say about their place in a page.</summary>
internal static class PageNames
{
    private static readonly HashSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark math nobr q ruby s samp small span strike strong "
            + "sub sup "
            + "time tt u var wbr img svg");

    private static readonly HashSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    // These close an open paragraph (HTML 13.2.6.4.7).
    private static readonly HashSet<string> Blocks = Set(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
            + "hgroup hr main menu nav ol p pre search section summary table ul");

    // An end tag does not reach out of these.
    private static readonly HashSet<string> Walls = Set("td th caption table template html");

    private static readonly HashSet<string> TableParts = Set("td th tr tbody thead tfoot table caption");

    // What these hold is not markup.
    private static readonly HashSet<string> Raw = Set("script style textarea title xmp iframe noframes noembed");

    private static readonly HashSet<string> OfHead = Set("meta link title base script style noscript template basefont bgsound");

    /// <summary>True for what may stand in a page's head.</summary>
    public static bool IsOfHead(string name) => OfHead.Contains(name);

    public static bool IsInline(string name) => Inline.Contains(name);

    public static bool IsFormatting(string name) => Formatting.Contains(name);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsWall(string name) => Walls.Contains(name);

    public static bool IsTablePart(string name) => TableParts.Contains(name);

    public static bool IsRaw(string name) => Raw.Contains(name);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    private static HashSet<string> Set(string names) => new(names.Split(' '));
}
