using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Facts;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Takes the lines out of an article's part of the page that are not part of the article's text.</summary>
internal sealed partial class Sieve
{
    private const double MainShare = 0.75;

    private readonly PageNode _root;
    private readonly List<PageLine> _lines;
    private readonly string _title;
    private readonly HashSet<PageLine> _sure;
    private readonly DeclaredText? _declared;
    private readonly HashSet<PageNode> _main;
    private readonly Dictionary<PageNode, bool> _inMain = [];
    private readonly HashSet<PageLine> _points;

    public Sieve(PageNode root, List<PageLine> lines, string title, DeclaredText? declared)
    {
        (_root, _lines, _title) = (root, lines, title);
        _sure = declared is null ? [] : [.. lines.Where(declared.Has)];
        _declared = declared;
        _main = Main();
        _points = BoxedPoints.Of(root, lines, _main);
    }

    public void Run()
    {
        DropTeasers();
        DropHead();
        DropFurniture();
        if (_declared is not null)
            DropUndeclared();
        DropTail();
        DropEmptyHeadings();
        TextEnd.Drop(_lines, _sure);
        foreach (var part in _lines.Where(line => line.IsDropped).SelectMany(line => line.Parts))
            part.IsDropped = true;
    }

    /// <summary>True for a line that reads like a sentence.</summary>
    public static bool IsText(PageLine line)
    {
        var free = line.Weight - line.Linked;
        return line.LinkShare <= 0.5 && !PageNames.IsHeading(line.Block.Name)
            && (free >= 80 || (free >= 25 && SentenceEnd().IsMatch(line.Text)));
    }

    // What holds the paragraphs.
    private HashSet<PageNode> Main()
    {
        var sums = new Dictionary<PageNode, int>();
        foreach (var line in _lines.Where(IsText))
        {
            var holder = Holder(line);
            sums[holder] = sums.GetValueOrDefault(holder) + line.Text.Length;
        }

        var all = sums.Values.Sum();
        var kinds = sums.GroupBy(sum => (sum.Key.Name, sum.Key["class"], sum.Key.Depth))
            .Where(kind => kind.Sum(sum => sum.Value) > all * 0.2)
            .ToList();
        var main = kinds.SelectMany(kind => kind.Select(sum => sum.Key)).ToHashSet();
        return main.Sum(node => sums[node]) > all * MainShare ? main : [_root];
    }

    private PageNode Holder(PageLine line) =>
        line.Block.Name is "p" or "li" or "blockquote" && line.Block != _root ? line.Block.Parent! : line.Block;

    private bool IsInMain(PageLine line) => IsInMain(line.Block);

    // Kept for each element, so that lines in deep boxes cost no walk up each.
    private bool IsInMain(PageNode? node)
    {
        if (node is null || node == _root.Parent)
            return false;
        if (!_inMain.TryGetValue(node, out var isIn))
            _inMain[node] = isIn = _main.Contains(node) || IsInMain(node.Parent);
        return isIn;
    }

    // Boxes beside the paragraphs that lead to other articles.
    private void DropTeasers()
    {
        var texts = LineValues.Of(_lines, line => IsText(line) || _sure.Contains(line) ? line.Text.Length : 0);
        var links = LineValues.Of(_lines, line => _sure.Contains(line) ? 0 : line.Linked);
        var all = LineValues.Of(_lines, line => line.Text.Length);
        var total = texts.GetValueOrDefault(_root);
        var dropped = new HashSet<PageNode>();
        foreach (var node in _root.All())
        {
            if (node == _root || node.IsText || !all.TryGetValue(node, out var length) || PageNames.IsInline(node.Name))
                continue;
            if ((node.Parent is { } parent && dropped.Contains(parent)) || IsTeaser(node, texts[node], links[node], length, total))
                dropped.Add(node);
        }

        foreach (var node in dropped)
            node.IsCaption = IsCaption(node, all[node], total);

        foreach (var line in _lines)
            line.IsDropped |= dropped.Contains(line.Block) && !_sure.Contains(line);
    }

    private static bool IsTeaser(PageNode node, double text, double linked, double length, double total)
    {
        if (text > total * 0.3)
            return false;
        if (text < total * 0.15 && IsForHands(node))
            return true;
        var share = linked / length;
        return node.Name switch
        {
            "p" or "blockquote" => share > 0.8,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => share > 0.8,
            "table" or "tr" or "td" or "th" or "tbody" or "dt" or "dd" => share > 0.7,
            "dl" => share > 0.7 || IsCaption(node, length, total),
            "li" => false,
            "ul" or "ol" => share > 0.6,
            "article" => share > 0.1,
            _ => share > 0.3 || (share > 0 && text == 0) || IsCaption(node, length, total),
        };
    }

    // Boxes with buttons and fields ask for something.
    private static bool IsForHands(PageNode node) => node.Name is "div" or "section" or "aside"
        && node.All().Any(inner => inner.Name is "input" or "form") && !node.All().Any(inner => inner.Name is "pre" or "code" or "table");

    // A box around a picture with some words.
    private static bool IsCaption(PageNode node, double length, double total) =>
        length < 300 && length < total * 0.15
            && node.All().Take(60).Any(
                inner => inner.Name is "img" or "picture" or "iframe" or "video" || (inner.Name == "figure" && inner != node));

    // Headline, byline, day and labels above the first sentence.
    private void DropHead()
    {
        var headline = Headline();
        var first = Math.Max(First(headline), headline + 1);
        for (var at = 0; at < _lines.Count; at++)
        {
            if (at <= headline || (at < first && !IsDateline(_lines[at])) || Headlines.IsSame(_lines[at].Text, _title))
                _lines[at].IsDropped = true;
        }
    }

    // The headline that most of the text is below of.
    private int Headline()
    {
        var all = _lines.Where(IsText).Sum(line => line.Text.Length);
        var at = _lines.FindIndex(line => line.Block.Name == "h1" && Headlines.IsSame(line.Text, _title));
        if (at < 0)
            at = _lines.FindIndex(line => PageNames.IsHeading(line.Block.Name) && Headlines.IsSame(line.Text, _title));
        var below = _lines.Skip(at + 1).Where(IsText).Sum(line => line.Text.Length);
        return at >= 0 && below > all * 0.4 ? at : -1;
    }

    private int First(int headline)
    {
        var first = _lines.FindIndex(headline + 1, IsBeginning);
        var loose = _lines.FindIndex(headline + 1, line => !line.IsDropped && IsPlain(line));
        // A text of short lines, above a notice.
        var text = _lines.Where(line => !line.IsDropped && IsText(line)).Sum(line => line.Text.Length);
        var plain = _lines.Where(line => !line.IsDropped && IsPlain(line)).Sum(line => line.Text.Length);
        return plain > text * 2 ? loose : first;
    }

    private bool IsBeginning(PageLine line) => !line.IsDropped && ((IsText(line) && !_points.Contains(line)) || _sure.Contains(line))
        && (_main.Contains(_root) ? IsInMain(line) : _main.Contains(Holder(line))) && !Headlines.IsSame(line.Text, _title);

    private static bool IsPlain(PageLine line) => line.Block.Name is "p" or "li" or "td" or "pre" && line.LinkShare < 0.2 && !IsText(line);

    private bool IsDateline(PageLine line) => DatelineEnd().IsMatch(line.Text) && IsInMain(line);

    private void DropFurniture()
    {
        var byline = new CreditLines();
        foreach (var line in _lines)
            line.IsDropped |= Furniture.Is(line.Text) || (!IsNoByline(line) && (byline.Read(line.Text) || IsDay(line)));
        ReadAlso.Drop(_lines);
    }

    // Days of publication and change among the paragraphs; cells and points may be days.
    private static bool IsDay(PageLine line) => line.Block.Name is "p" or "div" or "span" or "section" && ShownDates.IsAlone(line.Text);

    // "By Land And Sea" among the paragraphs.
    private static bool IsNoByline(PageLine line) =>
        Furniture.IsInitials(line.Text) || (line.Block.Name is "h2" or "h3" or "h4" && !line.Text.Contains(':'));

    // Where the page declares the whole text, what stands between its lines and is not in it is something else.
    private void DropUndeclared()
    {
        var kept = _lines.Where(line => !line.IsDropped && IsText(line)).Sum(line => line.Text.Length);
        var sure = _lines.Where(line => _sure.Contains(line) && IsText(line)).Sum(line => line.Text.Length);
        var last = _lines.FindLastIndex(_sure.Contains);
        var isWhole = sure > kept * 0.7;
        for (var at = 0; at < _lines.Count; at++)
        {
            var isHeading = PageNames.IsHeading(_lines[at].Block.Name) && at < last;
            if (!_sure.Contains(_lines[at]) && isWhole && !isHeading && _declared!.Share(_lines[at]) < 0.25
                && !Furniture.IsInitials(_lines[at].Text))
                _lines[at].IsDropped = true;
        }
    }

    private void DropTail()
    {
        var last = _lines.FindLastIndex(line => !line.IsDropped && IsText(line) && (IsInMain(line) || _sure.Contains(line)));
        for (var at = last + 1; at < _lines.Count; at++)
            _lines[at].IsDropped |= !_sure.Contains(_lines[at]) && !IsEnding(_lines[at]);
    }

    private bool IsEnding(PageLine line) => Furniture.IsInitials(line.Text)
        || (IsInMain(line) && line.LinkShare < 0.3
            && (line.Block.Name is "p" or "li" or "td" or "th" or "dt" or "dd" or "blockquote" or "pre"
                || PageNames.IsHeading(line.Block.Name)));

    // A subheading whose text is gone, and "Read also" above links that are.
    private void DropEmptyHeadings()
    {
        for (var at = _lines.Count - 1; at >= 0; at--)
        {
            if (!_lines[at].IsDropped && IsLabel(_lines[at]) && IsEmpty(at))
                _lines[at].IsDropped = true;
        }
    }

    // A heading among the paragraphs goes on below a picture.
    private bool IsEmpty(int at)
    {
        if (at + 1 >= _lines.Count || _lines[at + 1].IsDropped == false)
            return at + 1 >= _lines.Count;
        if (!PageNames.IsHeading(_lines[at].Block.Name) || !_main.Contains(_lines[at].Block.Parent!))
            return true;
        var next = _lines.FindIndex(at + 1, line => !line.IsDropped);
        return next < 0 || _lines.Skip(at + 1).Take(next - at).Any(line => PageNames.IsHeading(line.Block.Name));
    }

    private bool IsLabel(
        PageLine line) => !_sure.Contains(line) && !Furniture.IsInitials(line.Text) && (PageNames.IsHeading(line.Block.Name)
        || (!IsText(line) && line.Text.Length < 60 && !IsOfText(line.Block.Name)));

    private static bool IsOfText(string name) => name is "p" or "li" or "td" or "th" or "dt" or "dd" or "pre" or "blockquote";

    [GeneratedRegex(@"[.!?…。！？।؟:;]['""”’»)\]]*$|['""”’»]$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^.{3,70}(?:--|[–—-])$")]
    private static partial Regex DatelineEnd();
}
