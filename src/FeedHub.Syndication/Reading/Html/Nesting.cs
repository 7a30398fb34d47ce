namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// How many elements are open at once, told without building a tree: what bounds the work of the parser, which walks the open
/// elements at many tags and opens formatting again in each block (HTML 13.2.4.3). Where in doubt it counts too many.
/// </summary>
internal sealed class Nesting
{
    // Left unclosed by the thousand, these do not nest in one another.
    private static readonly HashSet<string> SelfClosing = new(["p", "li", "dt", "dd", "tr", "td", "th"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Formatting = new(
        "a b big code em font i nobr s small strike strong tt u".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    // Of equal formatting elements only so many are opened again (HTML 13.2.4.3).
    private const int MostEqual = 3;

    private readonly List<(string Name, int Tag)> _open = [];
    private readonly Dictionary<int, int> _equal = [];
    private int _formatting;

    /// <summary>True if the parser could make much more of a tidied text than there are tags in it.</summary>
    /// <param name="html">The text.</param>
    /// <param name="maxDepth">The most elements open at once.</param>
    /// <param name="maxWork">The most elements that are opened again, times tags.</param>
    public static bool IsExcessive(string html, int maxDepth, int maxWork)
    {
        var nesting = new Nesting();
        var scanner = new HtmlScanner(html);
        long tags = 0, formatting = 0;
        while (!scanner.AtEnd)
        {
            var token = scanner.Next();
            if (token.Kind is not (HtmlTokenKind.Start or HtmlTokenKind.End))
                continue;
            nesting.Add(token, html);
            formatting = Math.Max(formatting, nesting._formatting);
            if (nesting._open.Count > maxDepth || ++tags * formatting > maxWork)
                return true;
        }

        return false;
    }

    private void Add(in HtmlToken tag, string html)
    {
        if (HtmlNames.Void.Contains(tag.Name))
            return;
        if (tag.Kind == HtmlTokenKind.End)
            End(tag.Name);
        else if (Formatting.Contains(tag.Name))
            Format(tag.Name, string.GetHashCode(html.AsSpan(tag.Start, tag.End - tag.Start)));
        else if (!SelfClosing.Contains(tag.Name) || IsCell(tag.Name))
            _open.Add((tag.Name, 0));
    }

    private void Format(string name, int tag)
    {
        if (_equal.GetValueOrDefault(tag) >= MostEqual)
            return;
        _equal[tag] = _equal.GetValueOrDefault(tag) + 1;
        _open.Add((name, tag));
        _formatting++;
    }

    // Formatting is closed by its own end tag only, and not out of a table's cell.
    private void End(string name)
    {
        var isFormatting = Formatting.Contains(name);
        var at = _open.FindLastIndex(o => IsNamed(o.Name, name) || (isFormatting && IsCell(o.Name)));
        if (at < 0 || !IsNamed(_open[at].Name, name))
            return;
        if (isFormatting)
            Forget(at);
        else
            Close(at, IsCell(name));
    }

    private void Close(int from, bool isCell)
    {
        for (var at = _open.Count - 1; at >= from; at--)
        {
            if (isCell || !Formatting.Contains(_open[at].Name))
                Forget(at);
        }
    }

    private void Forget(int at)
    {
        var (name, tag) = _open[at];
        _open.RemoveAt(at);
        if (!Formatting.Contains(name))
            return;
        _formatting--;
        _equal[tag]--;
    }

    private static bool IsCell(string name) => name.Length <= 7 && name.ToLowerInvariant() is "td" or "th" or "caption";

    private static bool IsNamed(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
