using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>
/// A page as a tree, built in one pass that is linear in the length of any page. It follows HTML's rules (13.2.6)
/// where pages rely on them: ends that are left out, misnested formatting, cells. It never asks for scripts.
/// </summary>
internal sealed class PageTree
{
    /// <summary>Most nodes of one page; the rest is not read. (The longest articles seen have 40,000.)</summary>
    public const int MaxNodes = 250_000;

    // Deeper elements are not told apart from the one that holds them.
    private const int MaxDepth = 250;

    // So many elements are opened again behind formatting that ends before them.
    private const int MaxReopened = 8;

    private readonly string _html;
    private readonly HtmlScanner _scanner;
    private readonly List<PageNode> _open = [];
    private readonly Dictionary<string, int> _count = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _roots = [];
    private int _nodes;
    private int _tooDeep;

    private PageTree(string html)
    {
        (_html, _scanner) = (html, new(html));
        Push(new PageNode("#page", html, 0, 0));
    }

    /// <summary>The page's root, which holds all.</summary>
    public static PageNode Of(string html)
    {
        var tree = new PageTree(html);
        while (!tree._scanner.AtEnd && tree._nodes < MaxNodes)
            tree.Read(tree._scanner.Next());
        return tree._open[0];
    }

    private PageNode Current => _open[^1];

    private void Read(in HtmlToken token)
    {
        if (token.Kind == HtmlTokenKind.Text)
            Add(new PageNode("", _html, token.Start, token.End));
        else if (token.Kind == HtmlTokenKind.Start)
            Start(token, NameOf(token));
        else if (token.Kind == HtmlTokenKind.End)
            End(NameOf(token));
    }

    // Each name is one string.
    private string NameOf(in HtmlToken token)
    {
        if (!_names.TryGetValue(token.Name, out var name))
            _names[token.Name] = name = Known(token.Name.ToLowerInvariant());
        return name;
    }

    // The elements of AMP that show what HTML's own do (amp.dev, "Components").
    private static string Known(string name) => name switch
    {
        "amp-img" or "amp-anim" => "img",
        "amp-video" => "video",
        "amp-audio" => "audio",
        _ => name,
    };

    private void Start(in HtmlToken token, string name)
    {
        if (PageNames.IsRaw(name))
        {
            Raw(token, name);
            return;
        }

        if (IsAgain(name))
            return;
        CloseBefore(name);
        var node = new PageNode(name, _html, token.Start, token.End);
        Add(node);
        if (HtmlNames.Void.Contains(name) || (token.IsEmpty && !HtmlNames.IsElement(name)))
            return;
        if (_open.Count >= MaxDepth)
            _tooDeep++;
        else
            Push(node);
    }

    private void Raw(in HtmlToken token, string name)
    {
        var from = token.End;
        var end = token.IsEmpty && name == "iframe" ? from : _scanner.EndOf(name) ?? (name == "script" ? _html.Length : from);
        Add(new PageNode(name, _html, token.Start, token.End) { Text = _html[from..end] });
        if (end > from || _scanner.EndOf(name) == end)
            _scanner.Skip(name);
    }

    // A page has one head and one body, also where more are written (HTML 13.2.6.4.4 and 7).
    private bool IsAgain(string name)
    {
        if (name == "body" && !_roots.Contains("body"))
            PopTo(Math.Max(1, _open.FindLastIndex(node => node.Name == "html") + 1));
        return name is "html" or "body" or "head" && !_roots.Add(name);
    }

    private void CloseBefore(string name)
    {
        if (Current.Name == "head" && !PageNames.IsOfHead(name))
            PopTo(_open.Count - 1);
        if (PageNames.IsBlock(name))
            CloseImplied("p");
        if (name == "a")
            EndFormatting("a");
        else if (name == "li")
            CloseImplied("li", "ul", "ol", "menu");
        else if (name is "dt" or "dd")
        {
            CloseImplied("dt", "dl");
            CloseImplied("dd", "dl");
        }
        else if (name is "td" or "th" or "tr" or "tbody" or "thead" or "tfoot")
            CloseCells(name);
        else if (name is "option" or "optgroup")
            CloseImplied("option", "select");
    }

    private void CloseCells(string name)
    {
        CloseImplied("td", "table");
        CloseImplied("th", "table");
        if (name is not ("td" or "th"))
            CloseImplied("tr", "table");
        if (name is "tbody" or "thead" or "tfoot")
        {
            foreach (var part in (string[])["tbody", "thead", "tfoot"])
                CloseImplied(part, "table");
        }
    }

    // Closes the nearest open element of this name, unless one of the walls stands before it.
    private void CloseImplied(string name, params ReadOnlySpan<string> walls)
    {
        if (_count.GetValueOrDefault(name) == 0)
            return;
        for (var at = _open.Count - 1; at > 0; at--)
        {
            if (_open[at].Name == name)
            {
                PopTo(at);
                return;
            }

            if (walls.Contains(_open[at].Name) || (PageNames.IsWall(_open[at].Name) && !PageNames.IsTablePart(name))
                || (name == "p" && _open[at].Name is "button" or "object"))
                return;
        }
    }

    private void End(string name)
    {
        if (_tooDeep > 0 && !HtmlNames.Void.Contains(name))
            _tooDeep--;
        else if (name == "br")
            Add(new PageNode("br", _html, 0, 0));
        else if (PageNames.IsHeading(name))
            EndNearest(_open.FindLastIndex(node => PageNames.IsHeading(node.Name) || PageNames.IsWall(node.Name)));
        else if (PageNames.IsFormatting(name))
            EndFormatting(name);
        else if (_count.GetValueOrDefault(name) > 0)
            EndNearest(
                _open.FindLastIndex(node => node.Name == name || (PageNames.IsWall(node.Name) && !PageNames.IsTablePart(name))),
                name);
    }

    private void EndNearest(int at, string? name = null)
    {
        if (at > 0 && (name is null ? PageNames.IsHeading(_open[at].Name) : _open[at].Name == name))
            PopTo(at);
    }

    // "<a><div>x</a>y</div>": the block goes on behind the link (HTML 13.2.6.4.7, the adoption agency).
    private void EndFormatting(string name)
    {
        if (_count.GetValueOrDefault(name) == 0)
            return;
        var at = _open.FindLastIndex(node => node.Name == name || PageNames.IsWall(node.Name));
        if (at <= 0 || _open[at].Name != name)
            return;
        var again = _open[(at + 1)..];
        PopTo(at);
        if (again.Count > MaxReopened)
            return;
        foreach (var node in again)
        {
            var copy = node.Copy();
            Add(copy);
            Push(copy);
        }
    }

    private void Add(PageNode node)
    {
        Current.Add(node);
        _nodes++;
    }

    private void Push(PageNode node)
    {
        _open.Add(node);
        _count[node.Name] = _count.GetValueOrDefault(node.Name) + 1;
    }

    private void PopTo(int at)
    {
        for (var last = _open.Count - 1; last >= at; last--)
        {
            _count[_open[last].Name]--;
            _open.RemoveAt(last);
        }
    }
}
