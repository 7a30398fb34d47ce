using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedHub.Publishing.Pages;

/// <summary>A story's sanitised markup as our own page shows it.</summary>
internal static class StoryContent
{
    /// <summary>
    /// Pictures are loaded when they come into sight and tell nobody who looks; a player on another site becomes a link to it, since
    /// pages of ours load nothing but pictures and sound; headings stand below the page's own.
    /// </summary>
    public static string? ForPage(string? html)
    {
        if (html is null)
            return null;
        var document = new HtmlParser().ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var image in body.QuerySelectorAll("img"))
            Quiet(image);
        foreach (var player in body.QuerySelectorAll("audio, video"))
            player.SetAttribute("preload", "none");
        foreach (var frame in body.QuerySelectorAll("iframe"))
            frame.Replace(LinkTo(document, frame.GetAttribute("src")));
        foreach (var heading in body.QuerySelectorAll("h1"))
            heading.Replace(Lower(document, heading));
        return body.InnerHtml;
    }

    private static void Quiet(IElement image)
    {
        image.SetAttribute("loading", "lazy");
        image.SetAttribute("referrerpolicy", "no-referrer");
        if (!image.HasAttribute("alt"))
            image.SetAttribute("alt", "");
    }

    private static INode[] LinkTo(IDocument document, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return [];
        var link = document.CreateElement("a");
        link.SetAttribute("href", url.AbsoluteUri);
        link.TextContent = url.Host;
        return [link];
    }

    private static IElement Lower(IDocument document, IElement heading)
    {
        var lower = document.CreateElement("h2");
        while (heading.FirstChild is { } child)
            lower.AppendChild(child);
        return lower;
    }
}
