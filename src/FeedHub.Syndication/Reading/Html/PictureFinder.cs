namespace FeedHub.Syndication.Reading.Html;

/// <summary>Goes along the tags of a text and tells at which of them a picture is shown, each picture once.</summary>
internal sealed class PictureFinder(string html, Uri? baseUrl)
{
    private static readonly Dictionary<string, string> Nothing = [];

    // How far what stands in for an object is looked at, in characters.
    private const int Fallback = 2_000;

    // What scripts were to load, and what stands in for it where there are none.
    private readonly HashSet<string> _late = [];
    private readonly HashSet<string> _fallback = [];
    private List<Dictionary<string, string>>? _sources;
    private (bool IsLate, bool IsFallback)? _neighbour;
    private int _noscript;

    /// <summary>The attributes of the last picture's element.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = Nothing;

    /// <summary>A text that parts the pictures around it.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (!text.IsWhiteSpace())
            _neighbour = null;
    }

    /// <summary>The picture that is shown at this tag, or null.</summary>
    public Picture? At(in HtmlToken tag)
    {
        if (ShownPicture.IsPicture(tag.Name))
            return tag.Kind == HtmlTokenKind.Start ? Shown(Read(tag), tag.Name) : null;
        switch (tag.Name.ToLowerInvariant())
        {
            case "noscript":
                _noscript += tag.Kind == HtmlTokenKind.Start ? 1 : _noscript > 0 ? -1 : 0;
                return null;
            case "picture":
                return Group(tag.Kind == HtmlTokenKind.Start);
            case "source" when _sources is { Count: < 50 }:
                _sources.Add(Read(tag));
                return null;
            case "object" when tag.Kind == HtmlTokenKind.Start && (tag.IsEmpty || !HoldsPicture(tag.End)):
                return Object(Read(tag));
            default:
                return null;
        }
    }

    /// <summary>True inside <c>picture</c>, whose parts say nothing by themselves.</summary>
    public bool IsInPicture => _sources is not null;

    private Dictionary<string, string> Read(in HtmlToken tag) => TagAttributes.Of(html.AsSpan(tag.Start, tag.End - tag.Start));

    // A picture whose img is missing shows its sources.
    private Picture? Group(bool begins)
    {
        var rest = _sources;
        _sources = begins ? [] : null;
        return begins || rest is not { Count: > 0 } ? null : Shown(Nothing, rest);
    }

    // What an object holds is the same picture for those who cannot show the object's: one of the two is enough.
    private bool HoldsPicture(int from)
    {
        var inside = html.AsSpan(from, Math.Min(Fallback, html.Length - from));
        return inside.IndexOf("</object", StringComparison.OrdinalIgnoreCase) is var end and >= 0
            && inside[..end].Contains("<img", StringComparison.OrdinalIgnoreCase);
    }

    private Picture? Object(Dictionary<string, string> attributes)
    {
        if (attributes.GetValueOrDefault("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        attributes["src"] = attributes.GetValueOrDefault("data") ?? "";
        return Shown(attributes);
    }

    // What AMP's scripts show, with another picture inside it for while it comes, or for where it does not.
    private Picture? Shown(Dictionary<string, string> attributes, string name)
    {
        if (!name.Equals("amp-img", StringComparison.OrdinalIgnoreCase))
            return Shown(attributes);
        return attributes.ContainsKey("placeholder") || attributes.ContainsKey("fallback")
            ? null
            : Shown(attributes, TakeSources(), isAmp: true);
    }

    private Picture? Shown(Dictionary<string, string> attributes) => Shown(attributes, TakeSources());

    private List<Dictionary<string, string>> TakeSources()
    {
        var sources = _sources ?? [];
        if (_sources is not null)
            _sources = [];
        return sources;
    }

    private Picture? Shown(Dictionary<string, string> attributes, List<Dictionary<string, string>> sources, bool isAmp = false)
    {
        var isLate = isAmp || ShownPicture.IsLate(attributes) || sources.Exists(ShownPicture.IsLate);
        if (ShownPicture.Of(attributes, sources, baseUrl) is not { } picture || Trackers.Is(picture.Url, picture.Width, picture.Height)
            || IsHidden(attributes, isLate))
            return null;
        if (IsTwin(picture.Url, isLate))
            return null;
        Attributes = attributes;
        return picture;
    }

    // Lazy pictures come in pairs: one for scripts, one in noscript beside it.
    private bool IsTwin(string url, bool isLate)
    {
        var isFallback = _noscript > 0;
        var isTwin = isFallback
            ? _late.Contains(url) || _neighbour is { IsLate: true, IsFallback: false }
            : _fallback.Contains(url) || isLate && _neighbour is { IsFallback: true };
        _neighbour = isTwin ? null : (isLate, isFallback);
        if (!isTwin && isFallback)
            _fallback.Add(url);
        if (!isTwin && isLate)
            _late.Add(url);
        return isTwin;
    }

    private static bool IsHidden(Dictionary<string, string> attributes, bool isLate) =>
        !isLate && attributes.GetValueOrDefault("style")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
