using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The picture that a reader of the page would see: the one set of rules for texts and for an item's picture.</summary>
internal static partial class ShownPicture
{
    // Where pages that load late keep the address (WordPress and its plugins, lazysizes, Cloudflare).
    private static readonly string[] Late =
        ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-original-src", "data-lazy", "data-cfsrc", "data-full-url",
            "data-large-file", "data-hi-res-src"];

    // What these hold is shown already, led to, or said in words.
    private static readonly HashSet<string> Told = new(
        ["src", "srcset", "href", "alt", "title", "longdesc", "data-href", "data-link", "data-permalink"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Sets = ["srcset", "data-srcset", "data-lazy-srcset", "data-original-set"];

    /// <summary>True for the elements that show a picture.</summary>
    public static bool IsPicture(string name) =>
        name.Equals("img", StringComparison.OrdinalIgnoreCase) || name.Equals("image", StringComparison.OrdinalIgnoreCase)
            || name.Equals("amp-img", StringComparison.OrdinalIgnoreCase);

    /// <summary>The picture of an element; null if it shows none.</summary>
    /// <param name="img">Attributes of the <c>img</c>; none where a <c>picture</c> lacks it.</param>
    /// <param name="sources">Attributes of each <c>source</c> of the <c>picture</c> around it.</param>
    /// <param name="baseUrl">What relative addresses are resolved against.</param>
    public static Picture? Of(Dictionary<string, string> img, IReadOnlyList<Dictionary<string, string>> sources, Uri? baseUrl)
    {
        var own = img.GetValueOrDefault("src") is { } src && !src.AsSpan().TrimStart().StartsWith('#') ? Addresses.Web(src, baseUrl) : null;
        var (width, height) = (ImageTags.Pixels(img.GetValueOrDefault("width")), ImageTags.Pixels(img.GetValueOrDefault("height")));
        var stays = own is not null && !Trackers.IsPlaceholder(own)
            && !(IsLate(img) && (Trackers.IsStandIn(own) || width <= 2 || height <= 2));
        var picture = stays
            ? new Picture(own!)
            : Hidden(img, baseUrl) ?? sources.Select(s => FromSets(s, baseUrl)).OfType<Picture>().MaxBy(p => p.Width ?? 0);
        if (picture is null)
            return null;
        // A pixel that holds the place of a picture has not its measures.
        var isHeld = !stays && (width <= 2 || height <= 2);
        return isHeld ? picture : picture with { Width = width ?? picture.Width, Height = height };
    }

    /// <summary>True if scripts were to load it.</summary>
    public static bool IsLate(Dictionary<string, string> attributes) =>
        Late.Concat(Sets.Skip(1)).Any(attributes.ContainsKey) || (Lacks(attributes) && Unlisted(attributes).Any());

    /// <summary>The addresses that scripts were to load, in the order of their worth.</summary>
    public static IEnumerable<string> LateAddresses(Dictionary<string, string> attributes) =>
        Late.Select(attributes.GetValueOrDefault).OfType<string>();

    private static Picture? Hidden(Dictionary<string, string> img, Uri? baseUrl) =>
        LateAddresses(img).Concat(Unlisted(img)).Select(address => Addresses.Web(address, baseUrl))
            .FirstOrDefault(u => u is not null && !Trackers.IsPlaceholder(u)) is { } late
            ? new(late) : FromSets(img, baseUrl);

    private static bool Lacks(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("src")?.Trim() is not { Length: > 0 } src || src[0] == '#'
            || src.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            || Trackers.IsPlaceholder("/" + src);

    // Every program that loads late has names of its own; an address of a picture is told by its end.
    private static IEnumerable<string> Unlisted(Dictionary<string, string> attributes) =>
        attributes.Where(a => !Told.Contains(a.Key) && PictureAddress().IsMatch(a.Value)).Select(a => a.Value);

    private static Picture? FromSets(Dictionary<string, string> attributes, Uri? baseUrl) =>
        Sets.Select(name => SourceSet.Best(attributes.GetValueOrDefault(name), baseUrl)).FirstOrDefault(p => p is not null);

    [GeneratedRegex(
        @"^\s*(?:https?:)?[^\s:""'<>(){}?#]*/[^\s:""'<>(){}?#]+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PictureAddress();
}
