using System.Globalization;
using System.Net;
using System.Text;

namespace FeedHub.Benchmarks.Stages;

/// <summary>RSS documents of <see cref="NewsText"/>'s items: 2.6 kB an item, each with guid, link, date and category.</summary>
internal static class StageDocument
{
    /// <summary>Items of one document.</summary>
    public const int Items = 50;

    private static readonly DateTimeOffset Newest = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The document of this number, in UTF-8.</summary>
    public static byte[] Of(int number)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Source {number}</title>"
                + $"<link>https://s{number}.example/</link><description>Made up</description>\n");
        for (var item = number * Items; item < (number + 1) * Items; item++)
            Append(feed, number, item);
        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    private static void Append(StringBuilder feed, int number, int item)
    {
        var news = NewsText.Item(item);
        feed.Append(CultureInfo.InvariantCulture,
            $"<item><title>{WebUtility.HtmlEncode(news.Title)}</title>"
                + $"<link>https://s{number}.example/news/{item}/{news.Title!.Replace(' ', '-')}?utm_source=rss</link>"
                + $"<guid isPermaLink=\"false\">s{number}:{item}</guid><pubDate>{Newest.AddMinutes(-item % 5000):r}</pubDate>"
                + $"<category>Kota</category><description>{WebUtility.HtmlEncode(news.ContentHtml)}</description></item>\n");
    }
}
