using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading.Sitemaps;
using FeedHub.Syndication.Writing;

namespace FeedHub.Polling.Sitemaps;

/// <summary>Reads a body as a sitemap of a source.</summary>
internal static class SitemapReading
{
    /// <summary>The sitemap, cut where its connection broke off.</summary>
    public static ParsedSitemap Of(Source source, FetchResult fetched, DateTimeOffset now)
    {
        var zone = source.Declared.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : null;
        var address = new Uri(ShownAddress.Of(fetched.FinalUrl));
        var sitemap = SitemapDocument.Read(fetched.Body, OtherKinds.SitemapOptions(address, fetched.ContentType, zone, now));
        return fetched.Truncated ? sitemap with { IsCut = true } : sitemap;
    }
}
