using System.Globalization;
using System.Text;

namespace FeedHub.Tests.Hosting;

/// <summary>An item as a test's publisher writes it.</summary>
public sealed record Written(
    string Guid, string Link, string Title, DateTimeOffset? Published = null, string Description = "", string? Category = null);

/// <summary>Small feeds for tests.</summary>
public static class Feeds
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Rss(string title, params IEnumerable<Written> items)
    {
        var feed = new StringBuilder();
        feed.Append(Invariant,
            $"<?xml version=\"1.0\"?><rss "
                + $"version=\"2.0\"><channel><title>{title}</title><link>http://{title.ToLowerInvariant()}.example/</link><description/>");
        foreach (var item in items)
        {
            feed.Append(Invariant,
                $"<item><guid isPermaLink=\"false\">{item.Guid}</guid><link>{item.Link.Replace("&", "&amp;", StringComparison.Ordinal)}</link><title>{item.Title}</title>");
            feed.Append(Invariant, $"<description>{item.Description}</description>");
            if (item.Published is { } published)
                feed.Append(Invariant, $"<pubDate>{published:r}</pubDate>");
            if (item.Category is { } category)
                feed.Append(Invariant, $"<category>{category}</category>");
            feed.Append("</item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    /// <summary>A feeds.json of these sources, polled when a test says so and hardly otherwise.</summary>
    public static string Json(params IEnumerable<string> entries) =>
        $$"""{ "title": "Test news", "sources": [ {{string.Join(",\n", entries)}} ] }""";

    public static string Source(string url, string title, string more = "") =>
        $$"""{ "url": "{{url}}", "title": "{{title}}", "interval": "01:00:00"{{(more.Length > 0 ? ", " + more : "")}} }""";
}
