using FeedHub.Syndication.Reading.Again;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Ingesting;

/// <summary>Over several polls: items whose bytes stay the same are not read again, and nothing that the whole document tells is
/// missed.</summary>
public sealed class UnchangedItemsTests : IAsyncLifetime
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
    public async Task OneNewItem_IsStored_AndTheListingHoldsAllInTheirOrder()
    {
        await using var service = await StartAsync();
        await ExpectAsync(service, [Item(3), Item(2), Item(1)], "200, 3 new");
        await ExpectAsync(service, [Item(4), Item(3), Item(2)], "200, 1 new");
        await ExpectAsync(service, [Item(4), Item(3) with { Description = "Another ending." }, Item(2)], "200, 0 new, 1 changed");

        await using var db = await service.DatabaseAsync();
        var listing = await db.Listings.SingleAsync();
        var titles = await db.Items.ToDictionaryAsync(item => item.Id, item => item.Title);
        Assert.Equal(["Headline 2", "Headline 3", "Headline 4"], listing.Items.Select(entry => titles[entry[0]]));
        Assert.Equal(3, LastDocument.FromBytes(listing.Last)!.Items.Count);
        Assert.Equal(4, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task ANewItemUnderTheGuidOfAnotherThatIsStillListed_IsSeenBesideIt()
    {
        await using var service = await StartAsync();
        await ExpectAsync(service, [Item(3), Item(2), Item(1)], "200, 3 new");
        await ExpectAsync(service, [Item(4) with { Guid = "g3" }, Item(3), Item(2), Item(1)], "200, 1 new");
        Assert.Equal(4, (await service.ItemsOf("/api/items")).Count);
        await using var db = await service.DatabaseAsync();
        Assert.NotNull((await db.Sources.SingleAsync()).Feed.IdentityNote);
    }

    [Fact]
    public async Task ARepeatOfAnItemThatIsStillListed_IsNoItem()
    {
        await using var service = await StartAsync();
        await ExpectAsync(service, [Item(3), Item(2), Item(1)], "200, 3 new");
        _newsroom.Serve("/feed", Feeds.Rss("Alpha", [Item(3), Item(2), Item(1)]).Replace(
            "</channel>", "<item><guid>g2</guid><title>Headline 2</title><link>https://alpha.example/2</link></item></channel>",
            StringComparison.Ordinal));
        await service.PollAsync("alpha");
        Assert.Equal(3, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task InAnotherZone_EveryItemIsReadAgain()
    {
        await using var service = await StartAsync();
        var feed = Feeds.Rss("Alpha", [Item(2), Item(1)]).Replace(
            "<item>", "<item><pubDate>Sat, 28 Nov 2026 10:00:00</pubDate>", StringComparison.Ordinal);
        _newsroom.Serve("/feed", feed);
        await service.PollAsync("alpha");
        using var patched = await service.Client.PatchAsync(
            "/api/sources/alpha", new StringContent("""{ "timeZone": "Asia/Jakarta" }""", null, "application/json"));
        patched.EnsureSuccessStatusCode();
        _newsroom.Serve("/feed", feed.Replace("</channel>", "<item><guid>g9</guid><title>Headline 9</title></item></channel>",
            StringComparison.Ordinal));
        await service.PollAsync("alpha");

        var items = (await service.ItemsOf("/api/items")).Where(item => item.GetProperty("id").GetString() != "g9");
        Assert.All(items, item => Assert.Equal(3, item.GetProperty("published").GetDateTimeOffset().UtcDateTime.Hour));
    }

    private static Written Item(int n) => new($"g{n}", $"https://alpha.example/{n}", $"Headline {n}", null, $"It was said of {n}.");

    private async Task ExpectAsync(TestService service, IEnumerable<Written> items, string line)
    {
        _newsroom.Serve("/feed", Feeds.Rss("Alpha", items));
        Assert.Equal(line, await service.PollAsync("alpha"));
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/feed"), "Alpha")));
}
