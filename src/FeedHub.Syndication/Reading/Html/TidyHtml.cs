using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Formats;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// HTML of nothing but the elements that are allowed, before it is parsed: what stands beside scripts and objects for readers who
/// have none is laid open, each picture is the one that a reader would see, formulas are text. Comments and all other tags are gone,
/// so that the parser meets no raw text, no foreign elements and no depth that nobody sees. It makes nothing safe: the sanitiser does.
/// </summary>
internal sealed partial class TidyHtml
{
    // What these hold is not for readers. (What noscript, object and their like hold is.)
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "frameset", "template", "svg", "select", "textarea", "button", "title", "head", "xmp", "plaintext", "datalist",
    };

    private static readonly string[] Kept = ["alt", "title", "width", "height", "allowfullscreen", "align", "dir", "lang"];

    // Left open, these are closed by the next of their kind: "<p/>" parts paragraphs.
    private static readonly HashSet<string> Parting = new(["p", "li", "dt", "dd", "tr", "td", "th"], StringComparer.OrdinalIgnoreCase);

    private readonly string _html;
    private readonly HtmlScanner _scanner;
    private readonly PictureFinder _pictures;
    private readonly IReadOnlySet<string> _allowed;
    private readonly StringBuilder _result = new();
    private int _tables;

    private TidyHtml(string html, Uri? baseUrl, IReadOnlySet<string> allowed) =>
        (_html, _scanner, _pictures, _allowed) = (html, new(html), new(html, baseUrl), allowed);

    private static TidyHtml From(string html, Uri? baseUrl, IReadOnlySet<string> allowed) =>
        new(Fallback.Opened(html), baseUrl, allowed);

    /// <summary>The tidied text.</summary>
    /// <param name="html">A fragment, or a whole page.</param>
    /// <param name="baseUrl">What pictures' relative addresses are resolved against.</param>
    /// <param name="allowed">Names of the elements whose tags stay.</param>
    public static string Of(string html, Uri? baseUrl, IReadOnlySet<string> allowed)
    {
        var tidy = From(html, baseUrl, allowed);
        while (!tidy._scanner.AtEnd)
            tidy.Read(tidy._scanner.Next());
        return tidy._result.ToString();
    }

    /// <summary>The pictures of a text in their order, read as far as they are asked for.</summary>
    public static IEnumerable<Picture> Pictures(string html, Uri? baseUrl)
    {
        var tidy = From(html, baseUrl, new HashSet<string>());
        while (!tidy._scanner.AtEnd)
        {
            if (tidy.Read(tidy._scanner.Next()) is { } picture)
                yield return picture;
            tidy._result.Clear();
        }
    }

    private Picture? Read(in HtmlToken token)
    {
        if (token.Kind == HtmlTokenKind.Text)
            Text(_html.AsSpan(token.Start, token.End - token.Start));
        else if (token.Kind != HtmlTokenKind.Unread)
            return Tag(token);
        return null;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        _pictures.Text(text);
        // Followed by what came after a tag that is gone, it could begin one.
        if (text is "<")
            _result.Append("&lt;");
        else
            _result.Append(text);
    }

    private Picture? Tag(in HtmlToken tag)
    {
        var isInPicture = _pictures.IsInPicture;
        if (_pictures.At(tag) is { } picture)
        {
            Write("img", picture.Url, _pictures.Attributes);
            return picture;
        }

        if (tag.Kind == HtmlTokenKind.Start && Unread.Contains(tag.Name))
            Skip(tag);
        else if (tag.Kind == HtmlTokenKind.Start && MathText.IsFormula(tag.Name))
            _result.Append(new MathText(_scanner, _html, asHtml: true).Read());
        else if (IsNamed(tag, "iframe"))
            Frame(tag);
        else if (IsLooseCell(tag))
            _result.Append(tag.Kind == HtmlTokenKind.End ? "" : IsNamed(tag, "tr") ? "<br>" : " ");
        else if (_allowed.Contains(tag.Name) && !ShownPicture.IsPicture(tag.Name) && !(isInPicture && IsNamed(tag, "source")))
            Write(tag);
        return null;
    }

    // Rows and cells of a table that is made of other elements: the parser drops their tags, and their words would run together.
    private bool IsLooseCell(in HtmlToken tag)
    {
        if (IsNamed(tag, "table"))
            _tables = Math.Max(0, _tables + (tag.Kind == HtmlTokenKind.Start ? 1 : -1));
        return _tables == 0 && (IsNamed(tag, "tr") || IsNamed(tag, "td") || IsNamed(tag, "th"));
    }

    private void Write(in HtmlToken tag)
    {
        _result.Append(_html, tag.Start, tag.End - tag.Start);
        if (tag.IsEmpty && !HtmlNames.Void.Contains(tag.Name) && !Parting.Contains(tag.Name))
            _result.Append("</").Append(tag.Name).Append('>');
    }

    // A frame's content is raw text that another parser may read as markup. Players too are loaded late.
    private void Frame(in HtmlToken tag)
    {
        if (tag.Kind != HtmlTokenKind.Start)
            return;
        if (!tag.IsEmpty)
            _scanner.Skip(tag.Name);
        var attributes = TagAttributes.Of(_html.AsSpan(tag.Start, tag.End - tag.Start));
        var addresses = ShownPicture.LateAddresses(attributes).Prepend(attributes.GetValueOrDefault("src"));
        if (addresses.Select(address => Players.Address(Addresses.Web(address, null))).FirstOrDefault(p => p is not null) is not { } player)
            return;
        Write("iframe", player, attributes);
        _result.Append("</iframe>");
    }

    private void Write(string name, string address, Dictionary<string, string> attributes)
    {
        _result.Append('<').Append(name).Append(" src=\"").Append(XhtmlWriter.Encode(address)).Append('"');
        foreach (var kept in Kept)
        {
            if (attributes.TryGetValue(kept, out var value) && ImageTags.Pixels(value) is not <= 2)
                _result.Append(' ').Append(kept).Append("=\"").Append(XhtmlWriter.Encode(value)).Append('"');
        }

        _result.Append('>');
    }

    private void Skip(in HtmlToken tag)
    {
        if (!tag.IsEmpty && !(IsNamed(tag, "svg") && IsLeft()))
            _scanner.Skip(tag.Name);
    }

    // HTML that cannot stand in a drawing ends it (HTML 13.2.6.5).
    private bool IsLeft()
    {
        if (_scanner.EndOf("svg") is not { } end)
            return false;
        var drawing = _html.AsSpan(_scanner.At, end - _scanner.At);
        foreach (var breakout in Breakout().EnumerateMatches(drawing))
            return !drawing[..breakout.Index].Contains("<foreignObject", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static bool IsNamed(in HtmlToken tag, string name) => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<(?:p|div|img|table|ul|ol|h[1-6]|blockquote|br|pre)[\s/>]", RegexOptions.IgnoreCase)]
    private static partial Regex Breakout();
}
