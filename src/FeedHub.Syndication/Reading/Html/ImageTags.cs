using System.Globalization;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The pictures in a text, found without building a DOM.</summary>
internal static class ImageTags
{
    // A picture that far down does not stand for the item.
    private const int MaxLooked = 20;

    /// <summary>The first picture that shows something, or null.</summary>
    public static Picture? First(string? html, Uri? baseUrl)
    {
        // Nearly all texts without a picture are told by this.
        if (html is null
            || !html.Contains("im", StringComparison.OrdinalIgnoreCase) && !html.Contains("<source", StringComparison.OrdinalIgnoreCase))
            return null;
        return TidyHtml.Pictures(html, baseUrl).Take(MaxLooked).FirstOrDefault(p => !Trackers.IsOrnament(p.Url, p.Width, p.Height));
    }

    /// <summary>A declared measure in pixels, or null ("640", "640px"; not "100%").</summary>
    public static int? Pixels(string? value) =>
        value is not null && int.TryParse(
            value.AsSpan().Trim().TrimEnd("px"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var pixels) ? pixels : null;
}
