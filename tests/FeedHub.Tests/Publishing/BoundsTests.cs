using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Publishing;

/// <summary>One publisher who writes without end costs the others nothing: neither on pages, nor in feeds, nor after an upgrade.</summary>
public sealed partial class BoundsTests : IAsyncLifetime
{
    private const int Honest = 20;

    private static readonly string Endless = string.Concat(Enumerable.Repeat("berita tanpa akhir ", 80_000));

    private static readonly string[] WaysOut =
    [
        "/", "/feed.rss", "/feed.atom", "/feed.json?limit=500", "/sources.opml", "/api/sources", "/api/items?limit=500",
        "/api/stories?limit=500",
        "/hangfire/sources", "/hangfire/sources/endless", "/hangfire/categories", "/hangfire/stories", "/hangfire", "/health.atom",
    ];

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/honest", Feeds.Rss("Honest", Enumerable.Range(0, Honest).Select(n =>
            new Written(Number(n), $"https://honest.example/{n}", $"Kabar {Number(n * 97)} dari desa {Number(n)}"))));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnEndlessPublisher_MakesNoWayOutLarge_AndItsSourceSaysWhatWasCut()
    {
        _newsroom.Serve("/endless", EndlessFeed());
        await using var service = await StartAsync();
        await service.PollAsync("honest");
        await service.PollAsync("endless");
        await AssertSmallAsync(service);
        var source = await service.GetJsonAsync("/api/sources/endless");
        Assert.Contains("titles, names or words of more than 1,000 characters were cut", source.GetProperty("note").GetString(),
            StringComparison.Ordinal);
        Assert.Contains(
            "addresses of more than 4,096 characters were left out", source.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal("200, nothing new", await AgainAsync(service));
    }

    // No version kept such rows in PostgreSQL.
    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task WhatAnEarlierVersionStored_IsHeldToTheSame_FromTheFirstStart_AndItsItemsAreStillKnown()
    {
        _newsroom.Serve("/endless", EndlessFeed());
        await using (var service = await StartAsync())
        {
            await service.PollAsync("honest");
            await service.PollAsync("endless");
            await StoreAsBeforeAsync(service);
        }

        await using var upgraded = await StartAsync();
        await AssertSmallAsync(upgraded);
        Assert.DoesNotContain("new", (await AgainAsync(upgraded)).Replace("nothing new", "", StringComparison.Ordinal)
            .Replace("0 new", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextsThatAreTogetherTooMuchForOneFeed_GiveWayToEverybodysStories_AndTheApiPagesThroughThem()
    {
        await using var service =
            await StartAsync("--FeedHub:Polling:MaxBytes=300000", [.. Enumerable.Range(0, 6).Select(n => $"long-{n}")]);
        await service.PollAsync("honest");
        for (var n = 0; n < 6; n++)
        {
            _newsroom.Serve($"/long-{n}",
                Feeds.Rss($"Long{n}", new Written($"l{n}", $"https://long{n}.example/", $"Number {n} is long", null, LongText(n))));
            await service.PollAsync($"long-{n}");
        }

        var feed = await service.ItemsOf("/feed.json?limit=500");
        Assert.Equal(Honest + 6, feed.Count);
        Assert.InRange(feed.Sum(item => item.GetRawText().Length), 10_000, 700_000);
        Assert.All(feed.Where(IsLong), item => Assert.Contains("kata", item.GetProperty("summary").GetString(), StringComparison.Ordinal));
        foreach (var list in (string[])["/api/items?limit=500", "/api/stories?limit=500"])
            Assert.Equal(Honest + 6, (await PagesAsync(service, list)).Distinct().Count());
    }

    [Fact]
    public async Task WhereTextsAreALittleTooMuch_OnlyAsFewAsWillDo_AreGivenByTheirBeginnings()
    {
        await using var service =
            await StartAsync("--FeedHub:Polling:MaxBytes=300000", [.. Enumerable.Range(0, 10).Select(n => $"long-{n}")]);
        for (var n = 0; n < 10; n++)
        {
            var text = string.Concat(Enumerable.Range(0, 10_000).Select(word => $"kata{n} "));
            _newsroom.Serve(
                $"/long-{n}", Feeds.Rss($"Long{n}", new Written($"l{n}", $"https://long{n}.example/", $"Number {n} is long", null, text)));
            await service.PollAsync($"long-{n}");
        }

        var lengths = (await service.ItemsOf("/feed.json?limit=500")).Select(item => item.GetRawText().Length).ToList();
        Assert.Equal(10, lengths.Count);
        Assert.InRange(lengths.Count(length => length > 50_000), 8, 9);
    }

    [Fact]
    public async Task ShortAddressesThatALongBaseMakesLong_StayIncomplete()
    {
        var page = "https://deep.example/" + new string('d', 1900) + "/";
        _newsroom.Serve("/endless", Feeds.Rss("Deep", new Written("d", page, "Deep", null,
            System.Security.SecurityElement.Escape(string.Concat(Enumerable.Repeat("<img src=a>", 30_000)) + "<p>words</p>"))));
        await using var service = await StartAsync();
        await service.PollAsync("endless");
        var content = (await service.ItemsOf("/api/items"))[0].GetProperty("content_html").GetString()!;
        Assert.Contains("words", content, StringComparison.Ordinal);
        Assert.InRange(content.Length, 5, 2_000_000);
    }

    private static bool IsLong(JsonElement item) => item.GetProperty("title").GetString()!.StartsWith("Number", StringComparison.Ordinal);

    private static string LongText(int n) => string.Concat(Enumerable.Range(0, 40_000).Select(word => $"kata{n} "));

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static async Task<List<string>> PagesAsync(TestService service, string first)
    {
        var titles = new List<string>();
        for (var (next, pages) = (first, 0); next is not null; pages++)
        {
            Assert.True(pages < 30, "The pages do not end.");
            var page = await service.GetJsonAsync(next);
            Assert.InRange(page.GetRawText().Length, 1, 900_000);
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
            next = page.GetProperty("next").GetString()?.Replace(service.Address, "", StringComparison.Ordinal);
        }

        return titles;
    }

    private static async Task AssertSmallAsync(TestService service)
    {
        foreach (var address in WaysOut)
        {
            var document = await service.Client.GetStringAsync(address);
            Assert.True(document.Length < 700_000, $"{address} has {document.Length} characters.");
            Assert.False(LongLine().IsMatch(document), $"{address} has more than a thousand characters of one name.");
        }

        var titles = (await service.ItemsOf("/feed.json")).Select(item => item.GetProperty("title").GetString()!).ToList();
        Assert.Equal(Honest, titles.Count(title => title.StartsWith("Kabar", StringComparison.Ordinal)));
        var item = (await service.ItemsOf("/api/items?source=endless")).Single(i => i.GetProperty("attachments").GetArrayLength() > 0);
        Assert.Equal((100, 100, 100), (item.GetProperty("attachments").GetArrayLength(), item.GetProperty("authors").GetArrayLength(),
            item.GetProperty("publisher_categories").GetArrayLength()));
        Assert.Matches("^sha256:[0-9a-f]{64}$", item.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("url").ValueKind);
    }

    // The rows as they were before anything was bounded.
    private static async Task StoreAsBeforeAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        var names = JsonSerializer.Serialize(Enumerable.Range(0, 3000).Select(n => $"Nama {n}").Prepend(Endless));
        var files = JsonSerializer.Serialize(Enumerable.Range(0, 20_000)
            .Select(n => new { Url = $"https://endless.example/{n}.mp3", Type = "audio/mpeg", Length = 1 }));
        var link = "https://endless.example/" + new string('e', 200_000);
        var guid = new string('g', 300_000);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE Items SET Title = {Endless}, Authors = {names}, PublisherCategories = {names}, Enclosures = {files}, Url = {link}, CanonicalUrl = {link}, Image = {link}, Guid = {guid}, Why = {Endless},
                Language = {link} WHERE Enclosures <> '[]'
            """);
        await db.Database.ExecuteSqlAsync($"UPDATE Sources SET FeedTitle = {Endless}, Link = {link}, FeedRights = {Endless}, FeedIcon = {link}, ReadingNote = {Endless}, Error = {Endless}, Title = NULL WHERE Slug = 'endless'");
        await db.Database.ExecuteSqlAsync($"UPDATE Polls SET Note = {Endless}");
        await db.Counters.Where(c => c.Name == "rows.bounded").ExecuteDeleteAsync();
    }

    // The publisher adds a comment: the same items in other bytes.
    private async Task<string> AgainAsync(TestService service)
    {
        _newsroom.Serve("/endless", EndlessFeed() + "<!-- again -->");
        return await service.PollAsync("endless");
    }

    private Task<TestService> StartAsync(string? setting = null, params string[] more) => TestService.StartAsync(
        _folder,
        Feeds.Json([Feeds.Source(_newsroom.Url("/honest"), "Honest"), $$"""{ "url": "{{_newsroom.Url("/endless")}}", "title": "Endless" }""", .. more.Select(name => Feeds.Source(_newsroom.Url("/" + name), name))]),
        settings: setting is null ? [] : [setting]);

    private static string EndlessFeed()
    {
        var lists = string.Concat(Enumerable.Range(0, 2000).Select(n => $"<author>Nama {n}</author><category>Kata {n}</category><enclosure url=\"https://endless.example/{n}.mp3\" type=\"audio/mpeg\" length=\"1\"/>"));
        var link = "https://endless.example/" + new string('e', 200_000);
        return $"""
            <rss version="2.0"><channel><title>{Endless}</title><link>{link}</link><description>{Endless}</description><copyright>{Endless}</copyright>
            <item><guid isPermaLink="false">{new string('g', 300_000)}</guid><title>{Endless}</title><link>{link}</link>{lists}</item>
            <item><guid isPermaLink="false">2</guid><title>Pendek</title><category>{Endless}</category><author>{Endless}</author></item></channel></rss>
            """;
    }

    [GeneratedRegex("(berita tanpa akhir ){60}")]
    private static partial Regex LongLine();
}
