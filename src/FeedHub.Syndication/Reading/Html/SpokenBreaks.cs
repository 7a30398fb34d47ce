namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// Tells breaks that part the lines of a headline from those that it speaks of. Publishers leave them without an end, so their places and
/// the words around them tell; one that touches a word parts lines.
/// </summary>
internal sealed class SpokenBreaks(string html, TagEnds ends)
{
    private static readonly HashSet<string> Names = new("br hr p wbr".Split(' '), StringComparer.OrdinalIgnoreCase);

    private readonly List<(int At, int End)> _words = [];
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _joined = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element of this name parts or ends lines.</summary>
    public static bool Is(string name) => Names.Contains(name);

    /// <summary>A break from its <c>&lt;</c> to the place behind it; to be told in their order.</summary>
    public void Add(int at, int end)
    {
        if (TagContext.IsWord(html, at, end))
            _words.Add((at, end));
    }

    /// <summary>Whether there are two kinds of them as words: these part no lines.</summary>
    public bool AreOfTwoKinds => _words.Select(tag => HtmlNames.Whole(html, tag.At + 1)).Where(name => name.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    /// <summary>The places of those that are spoken of.</summary>
    /// <param name="isOfTags">The headline speaks of tags.</param>
    public IEnumerable<int> Spoken(bool isOfTags)
    {
        if (_words.Count == 0)
            return [];
        var letters = html.Index().Where(c => char.IsLetterOrDigit(c.Item)).Select(c => c.Index).ToList();
        return _words.Where(tag => html[tag.At + 1] == '/'
                ? IsSpokenEnd(HtmlNames.Whole(html, tag.At + 2), isOfTags)
                : IsSpoken(tag.At, tag.End, isOfTags || (tag.At > letters[0] && tag.End <= letters[^1] && IsIdle(tag.At))))
            .Select(tag => tag.At);
    }

    private bool IsSpokenEnd(string name, bool isOfTags) => (isOfTags || _joined.Contains(name)) && !_open.Contains(name);

    private bool IsSpoken(int at, int end, bool isOfTags)
    {
        var name = HtmlNames.Whole(html, at + 1);
        if (ends.LastAfter(name, at) is not { } last || last == end)
            return isOfTags || name.Equals("wbr", StringComparison.OrdinalIgnoreCase) || TagContext.IsNamed(html, at, end);
        var isJoined = ends.AreJoined(name, at, end, last);
        (isJoined ? _joined : _open).Add(name);
        return isJoined;
    }

    // Nobody draws a line or begins a paragraph within a headline.
    private bool IsIdle(int at) => !HtmlNames.Whole(html, at + 1).Equals("br", StringComparison.OrdinalIgnoreCase);
}
