using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>What a sanitised text may still not embed: pictures that count readers, frames that are not a known player's.</summary>
internal static class Embedded
{
    // Enough for the players; without forms, downloads and leaving the page (HTML 4.8.5, sandbox).
    private const string Sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";

    public static void Clean(IHtmlDocument document)
    {
        foreach (var image in document.QuerySelectorAll("img").Where(i => !Shows(i)).ToList())
            image.Remove();
        foreach (var frame in document.QuerySelectorAll("iframe").ToList())
            Keep(frame);
    }

    private static bool Shows(IElement image) =>
        image.GetAttribute("src") is { Length: > 0 } url
        && !Trackers.Is(url, ImageTags.Pixels(image.GetAttribute("width")), ImageTags.Pixels(image.GetAttribute("height")));

    // A frame's own content is raw text that another parser may read as markup.
    private static void Keep(IElement frame)
    {
        if (Players.Address(frame.GetAttribute("src")) is not { } address)
        {
            frame.Remove();
            return;
        }

        frame.TextContent = "";
        frame.SetAttribute("src", address);
        frame.SetAttribute("sandbox", Sandbox);
        frame.SetAttribute("loading", "lazy");
    }
}
