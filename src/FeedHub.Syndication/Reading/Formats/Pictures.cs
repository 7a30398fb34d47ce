using System.Xml.Linq;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The item's picture: media content, thumbnail, enclosure, the podcast's cover, the first one in the text, in this
/// order.</summary>
internal static class Pictures
{
    // Publishers list one picture in several sizes, smallest first; below this it is a thumbnail.
    private const int WideEnough = 320;

    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static Picture? Find(XElement item, IReadOnlyList<Enclosure> enclosures, Uri? @base, string? text, Uri? textBase) =>
        Best(item.Descendants(Namespaces.Media + "content").Where(IsPicture).Select(e => Declared(e, e.Attribute("url")?.Value, @base)))
        ?? Best(item.Descendants(Namespaces.Media + "thumbnail").Select(e => Declared(e, e.Attribute("url")?.Value ?? e.Value, @base)))
        ?? Of(enclosures.FirstOrDefault(IsPicture)?.Url)
        ?? Of(Addresses.Web(item.Element(Namespaces.Itunes + "image")?.Attribute("href")?.Value, @base))
        ?? Of(Addresses.Web(item.Element("image") is { } image ? image.Element("url")?.Value ?? image.Value : null, @base))
        ?? ImageTags.First(text, textBase);

    /// <summary>A picture without measures, or null.</summary>
    public static Picture? Of(string? url) => url is null ? null : new(url);

    /// <summary>The picture of an element with <c>url</c>, <c>width</c> and <c>height</c>, or null.</summary>
    public static Picture? Declared(XElement? element, Uri? @base) =>
        element is null ? null : Declared(element, element.Attribute("url")?.Value, @base);

    private static Picture? Best(IEnumerable<Picture?> pictures)
    {
        var found = pictures.OfType<Picture>().ToList();
        return found.Find(p => p.Width is null or >= WideEnough) ?? found.MaxBy(p => p.Width);
    }

    private static Picture? Declared(XElement element, string? address, Uri? @base)
    {
        if (Addresses.Web(address, @base) is not { } url)
            return null;
        var (width, height) = (ImageTags.Pixels(element.Attribute("width")?.Value), ImageTags.Pixels(element.Attribute("height")?.Value));
        return Trackers.Is(url, width, height) ? null : new(url, width, height);
    }

    private static bool IsPicture(XElement content)
    {
        var type = content.Attribute("type")?.Value ?? content.Attribute("medium")?.Value;
        return type is null ? HasEnding(content.Attribute("url")?.Value) : type.StartsWith("image", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPicture(Enclosure enclosure) =>
        enclosure.Type?.StartsWith("image", StringComparison.OrdinalIgnoreCase) ?? HasEnding(enclosure.Url);

    private static bool HasEnding(string? url)
    {
        var path = url?.Split('?', '#')[0];
        return path is not null && Endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}
