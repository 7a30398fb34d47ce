using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Polling.Sitemaps;

/// <summary>Sitemaps of news and their indexes, polled as feeds are.</summary>
public sealed class SitemapSourceTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task EntriesBecomeItems_AndA304BringsNothing()
    {
        Serve("/peta.xml", News(1, 3));
        await using var service = await StartAsync();
        Assert.StartsWith("200, 3 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        var item = (await service.ItemsOf("/api/items")).Single(i => Text(i, "title") == "Jembatan 2 dibuka");
        Assert.Equal(
            (_newsroom.Url("/jembatan-2"), "id", false),
            (Text(item, "url"), Text(item, "language"), item.GetProperty("date_guessed").GetBoolean()));
        Assert.Equal(["jalan", "kota"], item.GetProperty("publisher_categories").EnumerateArray().Select(c => c.GetString()));
        await using (var database = await service.DatabaseAsync())
            Assert.Equal("Warta Kota", database.Sources.Single().Feed.Title);
        Assert.StartsWith("304", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GzipIsToldByItsContent()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(News(1, 2)));
        _newsroom.Answer("/peta.xml", context => context.Response.Body.WriteAsync(packed.ToArray()).AsTask());
        await using var service = await StartAsync();
        Assert.StartsWith("200, 2 new", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAnIndex_OnlyWhatCanHoldNewsIsAskedFor_AndConditionally()
    {
        Index("/peta.xml", "/berita-1.xml", "/sitemap-tag.xml", "/foto.xml");
        Serve("/berita-1.xml", News(1, 3));
        await using var service = await StartAsync();
        Assert.StartsWith("200, 3 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Empty(_newsroom.AskedFor("/sitemap-tag.xml"));
        Assert.Empty(_newsroom.AskedFor("/foto.xml"));

        Assert.StartsWith("304", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.True(_newsroom.AskedFor("/peta.xml")[^1].IsConditional);
        Assert.True(_newsroom.AskedFor("/berita-1.xml")[^1].IsConditional);

        // The index is as it was; its sitemap is not.
        Serve("/berita-1.xml", News(1, 5));
        Assert.Contains("2 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Equal(5, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task AfterARestart_AnIndexIsFollowedAgain()
    {
        Index("/peta.xml", "/berita-1.xml");
        Serve("/berita-1.xml", News(1, 2));
        await using (var service = await StartAsync())
            await service.PollAsync("warta");
        Serve("/berita-1.xml", News(1, 3));
        await using var again = await StartAsync();
        Assert.Contains("1 new", await again.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASitemapThatFails_CostsItsOwnEntries_AndAllOfThemThePoll()
    {
        Index("/peta.xml", "/berita-1.xml", "/berita-2-lain.xml");
        Serve("/berita-1.xml", News(1, 2));
        await using var service = await StartAsync();
        Assert.StartsWith("200, 2 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        _newsroom.Answer("/berita-1.xml", 500);
        Assert.Contains("HTTP 500", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Equal("failing", Text((await service.ItemsOf("/api/sources")).Single(), "state"));
    }

    [Fact]
    public async Task EndlessIndexesAndLoops_EndWithinABoundedNumberOfRequests()
    {
        var next = 0;
        _newsroom.Answer("/peta.xml", context => context.Response.WriteAsync(IndexOf("/peta.xml", "/berita-a.xml", "/news-b.xml")));
        foreach (var path in new[] { "/berita-a.xml", "/news-b.xml" })
            _newsroom.Answer(path, context => context.Response.WriteAsync(
                IndexOf([.. Enumerable.Range(0, 50).Select(_ => $"/berita-dalam.xml?{next++}"), "/peta.xml", "/news-b.xml"])));
        _newsroom.Answer("/berita-dalam.xml", context => context.Response.WriteAsync(IndexOf($"/berita-dalam.xml?{next++}")));
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        Assert.InRange(_newsroom.Requests.Count, 3, 13);
        Assert.Contains("can hold news", Text((await service.ItemsOf("/api/sources")).Single(), "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIndexNeverLeadsBehindTheWall()
    {
        _newsroom.Serve(
            "/peta.xml", "<sitemapindex><sitemap><loc>http://169.254.169.254/news.xml</loc></sitemap></sitemapindex>", "text/xml");
        await using var service = await StartAsync();
        Assert.Contains("refused", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAnIndex_WhatRobotsForbid_IsNotAskedFor()
    {
        Index("/peta.xml", "/berita-1.xml", "/berita-tertutup.xml");
        Serve("/berita-1.xml", News(1, 2));
        _newsroom.Serve("/robots.txt", "User-agent: *\nDisallow: /berita-tertutup", "text/plain");
        await using var service = await StartAsync();
        Assert.StartsWith("200, 2 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        Assert.Empty(_newsroom.AskedFor("/berita-tertutup.xml"));
    }

    [Fact]
    public async Task AnEmptySitemapOfNews_IsWell_ButAPageInItsPlaceIsNot()
    {
        Serve("/peta.xml", News(1, 2));
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        Serve("/peta.xml", News(1, 0));
        await service.PollAsync("warta");
        Assert.Equal("active", Text((await service.ItemsOf("/api/sources")).Single(), "state"));
        _newsroom.Serve("/peta.xml", "<!doctype html><html><head><title>Depan</title></head></html>", "text/html");
        Assert.Contains("no sitemap: the body is an HTML page", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArchiveWithoutDates_IsQuiet_WithItsReason()
    {
        Serve("/peta.xml", $"<urlset>{string.Concat(Enumerable.Range(0, 1500).Select(i => $"<url><loc>{_newsroom.Url($"/lama-{i}")}</loc></url>"))}</urlset>");
        await using var service = await StartAsync();
        await service.PollAsync("warta");
        Assert.Empty(await service.ItemsOf("/api/items"));
        Assert.Contains("archive", Text((await service.ItemsOf("/api/sources")).Single(), "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiftyMegabytes_AreTaken_TheNewestFirst_AndMoreIsRefusedInWords()
    {
        _newsroom.Answer("/peta.xml", context => WriteAsync(context, 45));
        await using var service = await StartAsync();
        Assert.StartsWith("200, 2000 new", await service.PollAsync("warta"), StringComparison.Ordinal);
        _newsroom.Answer("/peta.xml", context => WriteAsync(context, 100));
        Assert.Contains("50 MiB", await service.PollAsync("warta"), StringComparison.Ordinal);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    // Entries with long comments, so that a large document has few of them.
    private static async Task WriteAsync(HttpContext context, int megabytes)
    {
        await context.Response.WriteAsync("<urlset>");
        var filler = new string('x', 16_000);
        for (var i = 0; i < megabytes * 64; i++)
        {
            await context.Response.WriteAsync(
                string.Create(CultureInfo.InvariantCulture, $"<url><loc>https://paper.example/kabar-{i}</loc><lastmod>2026-11-28T0{i % 10}:00:00Z</lastmod><!-- {filler} --></url>"));
        }

        await context.Response.WriteAsync("</urlset>");
    }

    private string News(int first, int count) => $"""
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        {string.Concat(Enumerable.Range(first, count).Select(i => $"""
            <url><loc>{_newsroom.Url($"/jembatan-{i}")}</loc><news:news><news:publication><news:name>Warta Kota</news:name>
            <news:language>id</news:language></news:publication><news:publication_date>{DateTimeOffset.UtcNow.AddHours(
                -i):O}</news:publication_date>
            <news:title>Jembatan {i} dibuka</news:title><news:keywords>jalan, kota</news:keywords></news:news></url>
            """))}</urlset>
        """;

    private string IndexOf(params string[] paths) =>
        $"<sitemapindex>{string.Concat(paths.Select(path => $"<sitemap><loc>{_newsroom.Url(path)}</loc></sitemap>"))}</sitemapindex>";

    private void Index(string path, params string[] paths) => Serve(path, IndexOf(paths));

    private void Serve(string path, string xml) => _newsroom.Serve(path, xml, "application/xml");

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/peta.xml"), "Warta", "\"kind\": \"sitemap\", \"content\": \"full\"")));
}
