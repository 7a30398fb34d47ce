using System.Globalization;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Benchmarks.GivenSources;

/// <summary>What FeedHub reads from the sitemaps of a folder (<c>sitemaps.jsonl</c>).</summary>
internal static class SitemapsCommand
{
    public static int Run(string folder) => GivenFiles.Read(
        folder,
        "sitemaps.jsonl",
        (bytes, url) => Entries(bytes, new() { BaseUrl = url, Now = TimeProvider.System.GetUtcNow() }));

    private static IEnumerable<object> Entries(byte[] bytes, SitemapOptions options) =>
        SitemapDocument.Read(bytes, options).Entries.Select(entry => new
        {
            url = entry.Url,
            title = entry.Title,
            published = Written(entry.Published),
            lastmod = Written(entry.Modified),
            keywords = entry.Keywords.Count > 0 ? entry.Keywords : null,
            language = entry.Language,
            image = entry.Image,
        });

    private static string? Written(StatedTime? time) =>
        time?.Instant.ToString(time.Value.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
