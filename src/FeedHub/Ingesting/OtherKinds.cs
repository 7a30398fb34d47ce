using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Sitemaps;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Ingesting;

/// <summary>A sitemap or a list page as a feed.</summary>
/// <param name="Feed">Its items.</param>
/// <param name="WhyNothing">Why there are none, or null.</param>
/// <param name="Found">The selectors that FeedHub found just now, or null.</param>
public sealed record OtherDocument(ParsedFeed Feed, Reason? WhyNothing = null, ListSelectors? Found = null);

/// <summary>Reads what is not a feed, for sources of another kind.</summary>
internal static class OtherKinds
{
    /// <summary>Most entries of a sitemap that are taken, the newest ones: a sitemap of news has a thousand at most (Google).</summary>
    public const int MostEntries = 2000;

    /// <summary>What it is called when no document of the source's kind came.</summary>
    public static ReasonCode NoDocument(Source source) => source.Declared.Kind switch
    {
        SourceKind.Sitemap => ReasonCode.NoSitemap,
        SourceKind.Page => ReasonCode.NoList,
        _ => ReasonCode.NoFeed,
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="FeedReadException">It is not a document of the source's kind.</exception>
    public static OtherDocument Read(Source source, FetchResult fetched, ReadOptions options) =>
        source.Declared.Kind == SourceKind.Sitemap ? Sitemap(fetched, options) : Page(source, fetched, options);

    /// <summary>What a sitemap is read with.</summary>
    public static SitemapOptions SitemapOptions(Uri address, string? contentType, TimeZoneInfo? zone, DateTimeOffset now) => new()
    {
        BaseUrl = address,
        ContentType = contentType,
        TimeZone = zone,
        Now = now,
        MaxEntries = MostEntries,
    };

    private static OtherDocument Sitemap(FetchResult fetched, ReadOptions options)
    {
        var sitemap = fetched.Sitemap?.Sitemap ?? SitemapDocument.Read(
            fetched.Body, SitemapOptions(options.BaseUrl!, fetched.ContentType, options.TimeZone, options.Now));
        if (sitemap.Kind == SitemapKind.None)
            throw Instead(fetched.Body, options);
        var isIndex = sitemap.Kind == SitemapKind.Index;
        var feed = SitemapFeed.Of(isIndex ? sitemap with { Entries = [] } : sitemap, options.BaseUrl!);
        return new(feed with { Problems = fetched.Sitemap?.Problems ?? [] }, WhyNothing(fetched.Sitemap, sitemap, feed));
    }

    // An empty sitemap of news is well: it lists two days.
    private static Reason? WhyNothing(FetchedSitemap? fetched, ParsedSitemap sitemap, ParsedFeed feed) => feed.Items.Count > 0 ? null
        : fetched?.Children is { } children ? Reason.Of(ReasonCode.IndexWithoutNews, children)
        : sitemap.Kind == SitemapKind.Index ? Reason.Of(ReasonCode.IndexWithoutNews, sitemap.Entries.Count)
        : sitemap.Entries.Count > 0 ? Reason.Of(ReasonCode.ArchiveWithoutDates, sitemap.Entries.Count)
        : null;

    private static OtherDocument Page(Source source, FetchResult fetched, ReadOptions options)
    {
        var page = ListPage.Parse(fetched.Body, new()
        {
            BaseUrl = options.BaseUrl!,
            ContentType = fetched.ContentType,
            TimeZone = options.TimeZone,
            Now = options.Now,
        });
        var known = source.Declared.Selectors ?? source.Feed.FoundSelectors;
        var selectors = known ?? page.Propose().Selectors;
        var entries = selectors is null ? [] : page.Read(selectors);
        if (entries.Count == 0 && NoPage(fetched.Body, options) is { } error)
            throw error;
        var found = known is null && entries.Count > 0 ? selectors : null;
        var why = entries.Count > 0 ? null : WhyNothing(page, selectors, source.Declared.Selectors is null);
        return new(ListFeed.Of(page, entries), why, found);
    }

    /// <summary>Why selectors take nothing of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selectors">They; null where FeedHub finds none.</param>
    /// <param name="isFound">Whether FeedHub found them by itself.</param>
    public static Reason WhyNothing(ListPage page, ListSelectors? selectors, bool isFound)
    {
        if (selectors is null)
            return Reason.Of(ReasonCode.NoListFound);
        ReasonArgument whose = "";
        if (isFound)
            whose = Reason.Of(ReasonCode.FoundByItself);
        return page.Count(selectors) is > 0 and var count
            ? Reason.Of(ReasonCode.SelectedIsEmpty, selectors.Item, whose, count)
            : Reason.Of(ReasonCode.NothingIsSelected, selectors.Item, whose);
    }

    // A challenge, a feed, or nothing at all: no page that only looks different now.
    private static FeedReadException? NoPage(ReadOnlyMemory<byte> body, ReadOptions options) =>
        Instead(body, options) is { Reason.Code: not (ReasonCode.BodyIsPage or ReasonCode.BodyIsPageTitled) } error ? error : null;

    private static FeedReadException Instead(ReadOnlyMemory<byte> body, ReadOptions options)
    {
        try
        {
            FeedDocument.Read(body, options with { Last = null, Repeated = null });
            return new(Reason.Of(ReasonCode.BodyIsFeed));
        }
        catch (FeedReadException error)
        {
            return error;
        }
    }
}
