using System.Globalization;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The files of Media RSS (<c>media:content</c>, in groups and alone) beside an item's enclosures.</summary>
internal static class MediaFiles
{
    // Of a list without end not all are looked at; one more than are kept, so that the feed's note tells of it.
    private const int MaxFiles = Bounds.List + 1;

    /// <summary>The enclosures, then the media that are not among them, each address once.</summary>
    /// <param name="item">The item.</param>
    /// <param name="enclosures">Its enclosures.</param>
    /// <param name="seconds">How long the item plays, or null.</param>
    /// <param name="base">Base of relative addresses, or null.</param>
    public static IReadOnlyList<Enclosure> Of(XElement item, IEnumerable<Enclosure?> enclosures, double? seconds, Uri? @base) =>
    [
        .. Timed(enclosures, seconds)
            .Concat(item.Descendants(Namespaces.Media + "content").Take(MaxFiles).Select(e => File(e, Addresses.Within(e, @base))))
            .OfType<Enclosure>().GroupBy(file => file.Url).Select(One),
    ];

    private static Enclosure One(IGrouping<string, Enclosure> same) => same.First() with
    {
        Seconds = same.Max(file => file.Seconds),
        Title = same.Select(file => file.Title).FirstOrDefault(title => title is not null),
    };

    // A podcast's duration is that of the file that its item is about: its first enclosure that is not a picture.
    private static IEnumerable<Enclosure?> Timed(IEnumerable<Enclosure?> enclosures, double? seconds)
    {
        foreach (var file in enclosures)
        {
            var plays = file is { Type: null } || file?.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == false;
            yield return plays ? file! with { Seconds = seconds } : file;
            seconds = plays ? null : seconds;
        }
    }

    private static Enclosure? File(XElement content, Uri? @base)
    {
        if (Addresses.Web(content.Attribute("url")?.Value, @base) is not { } url || IsTracker(content, url))
            return null;
        var isSize = long.TryParse(content.Attribute("fileSize")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size);
        return new Enclosure(url, TypeOf(content, url), isSize && size > 0 ? size : null)
        {
            Seconds = PlayingTime.Read(content.Attribute("duration")?.Value),
            Title = Title(content),
        };
    }

    // Of a group it is the title of each of its files (Media RSS 1.5.1, "media:group"); it is plain unless it says otherwise.
    private static string? Title(XElement content)
    {
        var title = content.Element(Namespaces.Media + "title")
            ?? (content.Parent is { } group && group.Name == Namespaces.Media + "group" ? group.Element(Namespaces.Media + "title") : null);
        return title?.Attribute("type")?.Value == "html" ? Values.Told(title.Value) : Values.Literal(title?.Value);
    }

    private static bool IsTracker(XElement content, string url) => Trackers.Is(
        url, ImageTags.Pixels(content.Attribute("width")?.Value), ImageTags.Pixels(content.Attribute("height")?.Value));

    private static string? TypeOf(XElement content, string url) =>
        Values.NotEmpty(content.Attribute("type")?.Value) ?? MediaTypes.OfEnding(url)
        ?? MediaTypes.OfMedium(content.Attribute("medium")?.Value);
}
