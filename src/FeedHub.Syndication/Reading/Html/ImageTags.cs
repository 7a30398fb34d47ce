using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The pictures in a text, found without building a DOM.</summary>
internal static partial class ImageTags
{
    // A picture that far down does not stand for the item.
    private const int MaxLooked = 20;

    /// <summary>Attributes in which pages that load late keep the address (WordPress and its plugins).</summary>
    public static readonly string[] Late = ["data-src", "data-lazy-src", "data-original", "data-orig-file"];

    /// <summary>The first picture that shows something, or null.</summary>
    public static Picture? First(string? html, Uri? baseUrl)
    {
        if (html is null) return null;
        var at = -1;
        for (var looked = 0; looked < MaxLooked; looked++)
        {
            at = html.IndexOf("<img", at + 1, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || TagEnd.Find(html, at) is var end && end < 0) return null;
            if (Read(html[at..end], baseUrl) is { } picture) return picture;
        }

        return null;
    }

    /// <summary>A declared measure in pixels, or null ("640", "640px"; not "100%").</summary>
    public static int? Pixels(string? value) =>
        value is not null && int.TryParse(value.AsSpan().Trim().TrimEnd("px"), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;

    private static Picture? Read(string tag, Uri? baseUrl)
    {
        var attributes = Attribute().Matches(tag).GroupBy(m => m.Groups[1].Value.ToLowerInvariant())
            .ToDictionary(g => g.Key, g => References.Resolve(g.First().Groups[2].Value.Trim('"', '\'')));
        var url = Late.Prepend("src").Select(name => Addresses.Web(attributes.GetValueOrDefault(name), baseUrl)).FirstOrDefault(u => u is not null);
        var (width, height) = (Pixels(attributes.GetValueOrDefault("width")), Pixels(attributes.GetValueOrDefault("height")));
        return url is null || Trackers.Is(url, width, height) || Trackers.IsOrnament(url, width, height) ? null : new(url, width, height);
    }

    [GeneratedRegex("""\s([a-zA-Z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")]
    private static partial Regex Attribute();
}
