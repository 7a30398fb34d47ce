using System.Net;
using FeedHub.Model.Sources;

namespace FeedHub.Demo;

/// <summary>The newsroom's pages for people.</summary>
internal static class NewsroomPages
{
    /// <summary>The list of all outlets.</summary>
    public static string Index(NewsroomAddresses addresses) => Page("en", "The demo newsroom", "", List(
        Publishers.All.Select(publisher => (addresses.Front(publisher).ToString(), publisher.Title))));

    /// <summary>An outlet's front page, which names its feed.</summary>
    public static string Front(PublisherEdition edition) => Page(
        edition.Publisher.Language, edition.Publisher.Title, Alternate(edition),
        $"<p>{Encode(edition.Publisher.Tagline)}</p>\n" + List(edition.Items.Select(item => (item.Url, item.Title))));

    /// <summary>An item's page, or the second one of an outlet that has two of each.</summary>
    public static string Item(Publisher publisher, NewsItem item, bool isSecond) => Page(
        publisher.Language, item.Title, $"<link rel=\"canonical\" href=\"{Encode(item.Url)}\">{Next(publisher, item, isSecond)}",
        $"<p><small>{Encode(Byline(publisher, item))}</small></p>\n{Reporter(publisher, item)}{Drawing(item)}"
        + $"<article>{Text(publisher, item, isSecond)}</article>");

    private static string Next(Publisher publisher, NewsItem item, bool isSecond) => publisher.Paged && !isSecond
        ? $"\n<link rel=\"next\" href=\"{Encode(item.Url)}?page=2\">"
        : "";

    private static string Text(Publisher publisher, NewsItem item, bool isSecond)
    {
        var paragraphs = item.Html.Split("</p>", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = (paragraphs.Length + 1) / 2;
        return !publisher.Paged
            ? item.Html
            : string.Concat((isSecond ? paragraphs.Skip(first) : paragraphs.Take(first)).Select(text => text + "</p>\n"));
    }

    private static string Byline(Publisher publisher, NewsItem item) => string.Join(" | ", new[]
    {
        publisher.Title,
        publisher.Kind == SourceKind.Feed ? item.Author : "",
        publisher.Language == "id" ? EditionDates.Words(publisher.Clock, item.Published) : EditionDates.Rfc3339(publisher, item.Published),
    }.Where(part => part.Length > 0));

    // Where no feed says who wrote it, the page does.
    private static string Reporter(Publisher publisher, NewsItem item) =>
        publisher.Kind == SourceKind.Page && item.Author.Length > 0 ? $"<p>Reporter : {Encode(item.Author)}</p>\n" : "";

    private static string Drawing(NewsItem item) =>
        item.Picture is { } picture ? $"<p><img src=\"{picture.Url}\" alt=\"\" width=\"320\" height=\"180\"></p>\n" : "";

    private static string Alternate(PublisherEdition edition) =>
        $"<link rel=\"alternate\" type=\"{edition.MediaType}\" title=\"{Encode(edition.Publisher.Title)}\" href=\"{edition.Self}\">";

    private static string List(IEnumerable<(string Url, string Title)> links) =>
        $"<ul>\n{string.Concat(links.Select(link => $"<li><a href=\"{Encode(link.Url)}\">{Encode(link.Title)}</a></li>\n"))}</ul>";

    /// <summary>A page.</summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="title">Its title and headline, as plain text.</param>
    /// <param name="head">What else its head says, as HTML.</param>
    /// <param name="body">What follows the headline, as HTML.</param>
    public static string Page(string language, string title, string head, string body) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title>
        {head}
        </head>
        <body>
        <h1>{Encode(title)}</h1>
        {body}
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
