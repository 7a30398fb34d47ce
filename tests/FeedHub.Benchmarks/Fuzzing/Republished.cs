using System.Globalization;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What was read, as the merged feed shows it.</summary>
internal static class Republished
{
    public const int MostEntries = 40;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static MergedEntry Entry(ParsedItem item, ParsedFeed feed, int number)
    {
        var text = ItemText.Of(item, TimeZoneInfo.Utc, Now);
        var source = new EntrySource("s", feed.Title ?? "", feed.Self ?? "https://site.example/feed", feed.Link)
        {
            Rights = feed.Rights,
            Icon = feed.Icon
        };
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"tag:feedhub.example,2026:{number}"),
            StoryUrl = string.Create(CultureInfo.InvariantCulture, $"https://feedhub.example/stories/{number}"),
            Title = item.Title ?? HtmlText.Shorten(text.Text, 100),
            Url = item.Page,
            Published = item.Published ?? Now,
            Updated = item.Updated ?? item.Published ?? Now,
            FirstSeen = Now,
            Authors = item.Authors,
            Summary = text.Text.Length > 0 ? HtmlText.Shorten(text.Text, 300) : null,
            ContentHtml = item.ContentHtml is { } html ? HtmlText.Sanitise(html, item.BaseUrl) : null,
            Image = item.Image,
            Enclosures = item.Enclosures,
            Language = item.Language ?? feed.Language ?? text.Language,
            Categories = [new("sport", "15000000", "Sport", 0.5, Reason.Sentence(item.Title ?? ""))],
            PublisherCategories = item.Categories,
            Source = source,
            Also = number % 3 == 0
                ? [new(item.Id, item.Url, item.Title ?? "", source with { Id = "t" }, Reason.Of(ReasonCode.SameAddress))] : [],
        };
    }

    public static MergedFeed Feed(ParsedFeed feed, IReadOnlyList<MergedEntry> entries) => new()
    {
        Title = feed.Title ?? "",
        Description = feed.Description ?? "",
        BaseUrl = "https://feedhub.example",
        PagePath = "/",
        HubUrl = "https://feedhub.example/websub",
        Updated = Now,
        Entries = entries,
    };
}
