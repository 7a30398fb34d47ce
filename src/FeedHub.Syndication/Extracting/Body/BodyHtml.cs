using System.Net;
using System.Text;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>
/// Writes the kept lines of an article as HTML, with the pictures and players among them. Boxes are gone, their text stands in paragraphs.
/// The result is still to be sanitised.
/// </summary>
internal sealed class BodyHtml
{
    private static readonly HashSet<string> Kept = new(
        ("p figure h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th blockquote pre code b strong i em u s sub "
            + "sup small mark q cite abbr kbd samp var del ins ruby rt rp time details summary").Split(' '));

    private static readonly HashSet<string> Media = new("img picture source iframe video audio".Split(' '));

    private readonly StringBuilder _html = new();
    private readonly HashSet<PageNode> _told = [];
    private PageNode? _last;
    private bool _isOver;

    // How many blocks that are written are open, and whether a paragraph is that the page has not.
    private int _blocks;
    private bool _isLoose;

    /// <summary>The article's HTML.</summary>
    public static string Of(BodyText body)
    {
        var writer = new BodyHtml();
        writer.Mark(body);
        if (writer._last is null)
            return "";
        writer.Walk(body.Root);
        foreach (var part in LastMedia.Of(body.Root, writer._last))
            writer.Picture(part);
        return writer._html.ToString();
    }

    private void Mark(BodyText body)
    {
        foreach (var part in body.Lines.Where(line => !line.IsDropped).SelectMany(line => line.Parts))
        {
            _last = part;
            _told.Add(part);
            for (var node = part.Parent; node is not null && node != body.Root && _told.Add(node); node = node.Parent)
            {
            }
        }
    }

    private void Walk(PageNode node)
    {
        foreach (var child in node.Children)
            Write(child);
    }

    private void Write(PageNode node)
    {
        if (_isOver)
            return;
        if (node.IsText)
            Text(node);
        else if (node.Name == "br")
            Break();
        else if (_told.Contains(node))
            Element(node);
        else
            Picture(node);
    }

    private void Text(PageNode node)
    {
        if (_told.Contains(node))
            Begin().Append(WebUtility.HtmlEncode(node.Text));
        else if (node.Text.AsSpan().IsWhiteSpace() && (_isLoose || _blocks > 0))
            _html.Append(' ');
        _isOver = node == _last;
        if (_isOver)
            End();
    }

    // Text beside blocks stands in a paragraph of its own.
    private StringBuilder Begin()
    {
        if (_blocks == 0 && !_isLoose)
            _html.Append("<p>");
        _isLoose |= _blocks == 0;
        return _html;
    }

    private void End()
    {
        if (_isLoose)
            _html.Append("</p>");
        _isLoose = false;
    }

    private void Break()
    {
        if (_blocks > 0)
            _html.Append("<br>");
        End();
    }

    private void Element(PageNode node)
    {
        var name = node.Name == "h1" ? "h2" : node.Name;
        if (PageNames.IsInline(name))
            Inline(node, name);
        else
            Block(node, name);
    }

    private void Block(PageNode node, string name)
    {
        End();
        var isKept = Kept.Contains(name);
        _blocks += isKept ? 1 : 0;
        if (isKept)
            Wrap(node, Opening(node, name), $"</{name}>");
        else
            Walk(node);
        _blocks -= isKept ? 1 : 0;
        End();
    }

    private void Inline(PageNode node, string name)
    {
        Begin();
        if (name == "a" && node["href"] is { Length: > 0 } href)
            Wrap(node, $"<a href=\"{WebUtility.HtmlEncode(href)}\">", "</a>");
        else if (Kept.Contains(name))
            Wrap(node, $"<{name}>", $"</{name}>");
        else
            Walk(node);
    }

    private static string Opening(PageNode node, string name)
    {
        var spans = string.Concat(((string[])["colspan", "rowspan"]).Where(attribute => name is "td" or "th" && node[attribute] is not null)
            .Select(attribute => $" {attribute}=\"{WebUtility.HtmlEncode(node[attribute])}\""));
        return $"<{name}{spans}>";
    }

    private void Wrap(PageNode node, string open, string close)
    {
        _html.Append(open);
        foreach (var child in node.Children)
            Write(child);
        _html.Append(close);
    }

    // What has no text of the article may still show something.
    private void Picture(PageNode node)
    {
        if (Embeds.Of(node) is { } embed)
            Block(embed);
        else if (Media.Contains(node.Name))
            Medium(node);
        else if (node.Name == "figcaption" && _told.Contains(node.Parent!))
            Block($"<figcaption>{WebUtility.HtmlEncode(Caption(node))}</figcaption>");
        else if (node.Name == "figure" || node.IsCaption)
            Figure(node);
        else if (!node.IsDropped && node.Name is not ("script" or "style" or "template" or "svg"))
            Inner(node);
    }

    private void Block(string html)
    {
        End();
        _html.Append(html);
    }

    private void Inner(PageNode node)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsText)
                Picture(child);
        }
    }

    private void Medium(PageNode node)
    {
        if (node.Name is "video" or "audio" && node["src"] is null && !node.All().Any(inner => inner.Name == "source"))
            return;
        _html.Append(node.Tag);
        Inner(node);
        if (node.Name is not ("img" or "source"))
            _html.Append("</").Append(node.Name).Append('>');
    }

    private void Figure(PageNode node)
    {
        if (node.All().Any(inner => inner != node && inner.Name == "figure"))
        {
            Inner(node);
            return;
        }

        var media = node.All().Where(inner => inner.Name is "img" or "iframe" or "video" or "audio").Take(3).ToList();
        if (media.Count == 0)
            return;
        End();
        _html.Append("<figure>");
        foreach (var medium in media)
            Medium(medium);
        if (Caption(node) is { Length: > 0 } caption)
            _html.Append("<figcaption>").Append(WebUtility.HtmlEncode(caption)).Append("</figcaption>");
        _html.Append("</figure>");
    }

    private static string Caption(PageNode node)
    {
        foreach (var inner in node.All())
            inner.IsDropped = false;
        var words = (node.All().FirstOrDefault(inner => inner.Name == "figcaption") ?? node).Words();
        return words.Length > 500 ? "" : words;
    }
}
