using FeedHub.Model.Words;
using FeedHub.Observability;

namespace FeedHub.Dashboard.Frame;

/// <summary>
/// A page as Hangfire's layout makes it, put into our frame: the menu, what the page is for, the foot. Hangfire has no place for any of
/// them; its marks are held to by tests, and a page without them is left as it is.
/// </summary>
internal static class FramedPage
{
    private const string Menu = "<!-- Fixed navbar -->";
    private const string Content = "<!-- Begin page content -->";
    private const string Foot = "<div id=\"footer\">";
    private const string Config = "<div id=\"hangfireConfig\"";
    private const string Body = "<div class=\"container js-page-container";
    private const string Heading = "</h1>";
    private const string Alert = """
        <div id="errorAlert" class="alert alert-danger alert-fixed display-none" role="alert"><strong id="errorAlertTitle"></strong>
        <span id="errorAlertMessage"></span></div>
        """;

    /// <summary>The page in its frame.</summary>
    /// <param name="html">As Hangfire wrote it.</param>
    /// <param name="language">Of what stands between menu and foot.</param>
    /// <param name="bar">The head, as markup.</param>
    /// <param name="place">What the page is for; null: it says so itself.</param>
    /// <param name="root">The path that FeedHub is served under; empty at a root.</param>
    /// <param name="about">More about this very page, as markup.</param>
    public static string Of(string html, string language, string bar, Place? place, string root, string about = "")
    {
        if (Part(html, Menu, Content) is not var (menu, content) || Part(html, Foot, Config) is not var (foot, config))
            return html;
        var body = html[(content + Content.Length)..foot].Replace(
            Body, Body.Replace("<div ", "<div id=\"main\" role=\"main\" ", StringComparison.Ordinal), StringComparison.Ordinal);
        var head = html[..menu].Replace("<html lang=\"en\"", $"<html lang=\"{language}\"", StringComparison.Ordinal);
        return Head(head, root) + bar + Alert + Said(body, place, root, about) + FootOf(root) + html[config..];
    }

    private static (int From, int To)? Part(string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf(to, start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end);
    }

    private static string Head(string head, string root)
    {
        var title = head.IndexOf(" – FeedHub</title>", StringComparison.Ordinal);
        if (title >= 0)
            head = string.Concat(head.AsSpan(0, title), " · FeedHub</title>", head.AsSpan(title + " – FeedHub</title>".Length));
        return head
            .Replace(
                "<link rel=\"shortcut icon\" href=\"data:image/x-icon;,\" type=\"image/x-icon\">",
                $"<link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}/favicon.svg\">", StringComparison.Ordinal)
            .Replace("</head>", $"<link rel=\"stylesheet\" href=\"{root}{FrameStyle.Path}\">\n</head>", StringComparison.Ordinal);
    }

    // Under the page's title.
    private static string Said(string body, Place? place, string root, string about)
    {
        var heading = place is null ? -1 : body.IndexOf(Heading, StringComparison.Ordinal);
        if (heading < 0)
            return body;
        var help = place!.Help.Length == 0 ? "" : $" <a href=\"{root}/hangfire/help/{place.Help}\">{FrameText.MoreAboutIt}</a>";
        return body.Insert(heading + Heading.Length, $"<p class=\"fh-lede\" lang=\"{Spoken.Language.Tag}\">{place.Says}{help}{about}</p>");
    }

    private static string FootOf(string root) => $"""
        <footer class="fh-foot" lang="{Spoken.Language.Tag}"><p data-fh-zone="{FrameText.TimesAreInYourZone}">{FrameText.TimesAreInUtc}</p>
        <ul><li><a href="{root}/hangfire/help">{FrameText.Help}</a></li><li><a href="{root}/docs">API</a></li>
        <li>FeedHub {System.Net.WebUtility.HtmlEncode(Build.Words)}, {FrameText.JobsBy}
        <a href="https://www.hangfire.io/" rel="noopener noreferrer">Hangfire</a></li></ul></footer>
        """;
}
