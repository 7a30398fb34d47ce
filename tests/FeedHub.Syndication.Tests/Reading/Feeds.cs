using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Short ways to a parsed feed.</summary>
internal static class Feeds
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ReadOptions Options => new() { Now = Now, BaseUrl = new Uri("https://feeds.example/news/rss.xml") };

    public static ParsedFeed Read(string text, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static ParsedFeed Read(byte[] bytes, ReadOptions? options = null) => FeedDocument.Read(bytes, options ?? Options);

    public static ParsedItem RssItem(string inner) => Assert.Single(Read(Rss($"<item>{inner}</item>")).Items);

    public static ParsedItem AtomEntry(string inner, string feed = "") =>
        Assert.Single(Read($"<feed xmlns='http://www.w3.org/2005/Atom'>{feed}<entry><id>e1</id>{inner}</entry></feed>").Items);

    public static string Rss(string inner) =>
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        + "xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
        + $"<channel><title>News</title><link>https://site.example/</link>{inner}</channel></rss>";

    public static FeedReadException Fails(string text, ReadOptions? options = null) =>
        Assert.Throws<FeedReadException>(() => Read(text, options));
}
