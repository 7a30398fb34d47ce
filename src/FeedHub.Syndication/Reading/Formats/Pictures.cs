using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The item's picture: media content, thumbnail, enclosure, the podcast's cover, in this order.</summary>
internal static class Pictures
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static string? Find(XElement item, IReadOnlyList<Enclosure> enclosures, Uri? @base) =>
        item.Descendants(Namespaces.Media + "content").Where(IsPicture).Select(e => Addresses.Web(e.Attribute("url")?.Value, @base)).FirstOrDefault(u => u is not null)
        ?? item.Descendants(Namespaces.Media + "thumbnail").Select(e => Addresses.Web(e.Attribute("url")?.Value ?? e.Value, @base)).FirstOrDefault(u => u is not null)
        ?? enclosures.FirstOrDefault(IsPicture)?.Url
        ?? Addresses.Web(item.Element(Namespaces.Itunes + "image")?.Attribute("href")?.Value, @base)
        ?? Addresses.Web(item.Element("image") is { } image ? image.Element("url")?.Value ?? image.Value : null, @base);

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
