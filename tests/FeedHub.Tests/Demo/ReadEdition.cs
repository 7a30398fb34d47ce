using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using FeedHub.Demo;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Tests.Demo;

/// <summary>Reads ids and links out of a well-formed edition, strictly, by the publisher's kind.</summary>
internal static class ReadEdition
{
    public static IReadOnlyList<(string Id, string Url)> Items(Publisher publisher, string text) =>
        publisher.Kind == SourceKind.Page ? Cards(text) : publisher.Format == FeedFormat.Json ? Json(text) : Xml(text);

    // An article of a page has no id but its address.
    private static List<(string Id, string Url)> Cards(string text) =>
    [
        .. new HtmlParser().ParseDocument(text).QuerySelectorAll("article > h2 > a")
            .Select(link => (link.GetAttribute("href")!, link.GetAttribute("href")!)),
    ];

    private static List<(string Id, string Url)> Json(string text) =>
    [
        .. JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("url").GetString()!)),
    ];

    private static List<(string Id, string Url)> Xml(string text) =>
    [
        .. XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "item" or "entry")
            .Select(item => (Id(item), Link(item))),
    ];

    private static string Id(XElement item) =>
        Child(item, "guid")?.Value ?? Child(item, "id")?.Value ?? item.Attributes().Single(a => a.Name.LocalName == "about").Value;

    private static string Link(XElement item) => Child(item, "link")!.Attribute("href")?.Value ?? Child(item, "link")!.Value;

    private static XElement? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
