using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedHub.Publishing.Pages;

/// <summary>A story's sanitised markup as our own page shows it.</summary>
internal static class StoryContent
{
    /// <summary>
    /// Pictures are loaded when they come into sight and tell nobody who looks; a player on another site becomes a link to it, since
    /// pages of ours load nothing but pictures and sound; headings stand below the page's own, and its main part is the page's main part
    /// already. What may be wider than the window scrolls by itself, with the keyboard too.
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
            heading.Replace(As("h2", document, heading));
        foreach (var main in body.QuerySelectorAll("main"))
            main.Replace(As("div", document, main));
        foreach (var wide in body.QuerySelectorAll("pre, table"))
            Scroll(document, wide);
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

    private static IElement As(string name, IDocument document, IElement element)
    {
        var other = document.CreateElement(name);
        foreach (var attribute in element.Attributes.Where(a => a.Name is "lang" or "dir"))
            other.SetAttribute(attribute.Name, attribute.Value);
        while (element.FirstChild is { } child)
            other.AppendChild(child);
        return other;
    }

    // A table that scrolls itself is not a table to screen readers; one in another scrolls with that.
    private static void Scroll(IDocument document, IElement wide)
    {
        if (wide.ParentElement?.Closest("pre, table") is not null)
            return;
        var frame = document.CreateElement("div");
        frame.ClassName = "wide";
        frame.SetAttribute("tabindex", "0");
        wide.Replace(frame);
        frame.AppendChild(wide);
    }
}
