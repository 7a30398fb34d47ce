using System.Globalization;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Ingesting;

/// <summary>Over several polls: items whose guids and links change stay the same items, and new ones are new under any titles
/// are.</summary>
public sealed class RenamedItemsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.UtcNow.AddHours(-30);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ATokenInEachLink_WithoutGuidAndDate_MakesNothingNew()
    {
        await using var service = await StartAsync();
        await ExpectAsync(service, Enumerable.Range(0, 20).Select(n => Item(n, null, $"/{n}?t=a")), "200, 20 new");
        for (var poll = 0; poll < 6; poll++)
            await ExpectAsync(
                service,
                Enumerable.Range(poll, 20).Select(n => Item(n, null, $"/{n}?t=b{poll}")),
                poll == 0 ? "200, 0 new, 20 changed" : "200, 1 new, 19 changed");

        Assert.Equal(25, (await SourceAsync(service)).GetProperty("items").GetInt32());
        Assert.StartsWith(
            "19 items came back under other ids and links: they are recognised by title",
            (await SourceAsync(service)).GetProperty("note").GetString(),
            StringComparison.Ordinal);
        Assert.Contains(
            (await service.ItemsOf("/api/items")).Select(item => item.GetProperty("url").GetString()),
            url => url!.EndsWith("/24?t=b5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task GuidsAndLinksMadeAnewAtEachPoll_MakeNothingNew_AndFillNoTable(bool isDated, bool hasText)
    {
        await using var service = await StartAsync();
        for (var poll = 0; poll < 12; poll++)
        {
            var items = Enumerable.Range(0, 20).Select(n => Item(
                n,
                $"g{poll}-{n}",
                $"/{poll}/{n}",
                isDated ? Noon.AddMinutes(-n) : null,
                hasText ? $"Isi berita nomor {n} yang panjang." : ""));
            await ExpectAsync(service, items, poll == 0 ? "200, 20 new" : "200, 0 new, 20 changed");
        }

        Assert.Equal(20, (await service.ItemsOf("/api/stories")).Count);
        await using var db = await service.DatabaseAsync();
        Assert.InRange(await db.ItemKeys.CountAsync(), 20, 20 * 12);
        Assert.InRange(await db.StoryKeys.CountAsync(), 20, 20 * 8);
    }

    [Fact]
    public async Task ASiteThatMoves_BringsNothingNew_AndIsKnownByItsNewNamesFromThenOn()
    {
        await using var service = await StartAsync();
        var old = Enumerable.Range(0, 10)
            .Select(n => Item(n, $"?p={n}", $"/lama/{n}", Noon.AddMinutes(-n), $"Isi berita nomor {n} dengan banyak kata."));
        await ExpectAsync(service, old, "200, 10 new");
        var moved = old.Select((item, n) => item with { Guid = $"urn:baru:{n}", Link = $"https://baru.example/{n}" }).ToList();
        await ExpectAsync(service, moved.Prepend(Item(77, "urn:baru:77", "/77", Noon.AddHours(1))), "200, 1 new, 10 changed");

        // Found by their guids, with other titles and dates.
        await ExpectAsync(service, moved.Select(item => item with { Title = item.Title + " (diperbarui)" }), "200, 0 new, 10 changed");
        Assert.Equal(JsonValueKind.Null, (await SourceAsync(service)).GetProperty("note").ValueKind);
        Assert.Equal(11, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task ADailyColumnOfOneTitle_IsNewEachDay()
    {
        await using var service = await StartAsync();
        for (var day = 0; day < 4; day++)
            await ExpectAsync(
                service,
                [new($"cuaca-{day}", $"https://alpha.example/cuaca/{day}", "Prakiraan cuaca", Noon.AddDays(day - 4), $"Hari {day} cerah.")],
                "200, 1 new");
        for (var day = 4; day < 7; day++)
            await ExpectAsync(
                service,
                [new($"cuaca-{day}", $"https://alpha.example/cuaca/{day}", "Prakiraan cuaca", null, $"Hari {day} cerah.")],
                "200, 1 new");
        Assert.Equal(7, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task AColumnUnderOneLinkAndOneTitle_IsAnItemADay()
    {
        await using var service = await StartAsync();
        var days = Enumerable.Range(0, 5).Select(
            day => new Written("", "https://alpha.example/cuaca", "Prakiraan cuaca", Noon.AddDays(-day), $"Hari {day} cerah.")).ToList();
        await ExpectAsync(service, days.Skip(2), "200, 3 new");
        await ExpectAsync(service, days.Skip(1), "200, 1 new");
        await ExpectAsync(service, days, "200, 1 new");
        await ExpectAsync(service, days.Take(1), "200, nothing new");
        Assert.Equal(5, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task ALiveBlog_OfOneTitle_KeepsEachOfItsPosts()
    {
        await using var service = await StartAsync();
        Written Post(int n) =>
            new($"live-{n}", $"https://alpha.example/live#{n}", "Langsung: banjir", Noon.AddMinutes(n), $"Kabar {n} dari lapangan.");
        await ExpectAsync(service, [Post(2), Post(1)], "200, 2 new");
        await ExpectAsync(service, [Post(4), Post(3)], "200, 2 new");
        await ExpectAsync(service, [Post(5), Post(4)], "200, 1 new");
        Assert.Equal(5, (await service.ItemsOf("/api/items")).Count);
    }

    [Fact]
    public async Task UntitledNotesUnderOneGuid_AreAllKept_AndKnownAgain()
    {
        await using var service = await StartAsync();
        var notes = Enumerable.Range(0, 50).Select(n => new Written(
            n < 4 ? $"tag:{n / 2}" : $"tag:{n}",
            "https://alpha.example/",
            "",
            Noon.AddMinutes(-n),
            $"Catatan ke-{n} hari ini.")).ToList();
        await ExpectAsync(service, notes, "200, 50 new");
        await ExpectAsync(
            service,
            notes.Append(new("tag:99", "https://alpha.example/", "", Noon.AddHours(1), "Catatan baru.")),
            "200, 1 new");
        Assert.Equal(51, (await SourceAsync(service)).GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task DatesInOtherDigits_AndLanguagesByName_ReachTheApi_AndWhatIsLostIsInTheNote()
    {
        _newsroom.Serve("/feed", """
            { "version": "https://jsonfeed.org/version/1.1", "title": "Alpha", "language": "Malay (Malaysia)", "items": [
              { "id": "1", "title": "Satu", "date_published": "٢٠٢٥-١١-٢٤ ٠٣:١٠:٠٠ م" }, { "id": "2", "title": "Dua", "language": "in_ID", "date_published": "24/11/2568 15:10:00 Asia/Bangkok" }, null ] }
            """, "application/feed+json");
        await using var service = await StartAsync();
        Assert.Equal("200, 2 new", await service.PollAsync("alpha"));

        var items = (await service.ItemsOf("/api/items")).OrderBy(item => item.GetProperty("id").GetString(), StringComparer.Ordinal)
            .ToList();
        Assert.Equal(["2025-11-24T15:10", "2025-11-24T08:10"], items.Select(
            item => item.GetProperty("published").GetDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal(["ms-MY", "id-ID"], items.Select(item => item.GetProperty("language").GetString()));
        Assert.Equal("Dua", Assert.Single(await service.ItemsOf("/feed.json?language=id")).GetProperty("title").GetString());
        Assert.Equal(
            "1 of 3 items could not be read (item 3: an object belongs here, not null)",
            (await SourceAsync(service)).GetProperty("note").GetString());
    }

    private static Written Item(int n, string? guid, string path, DateTimeOffset? published = null, string text = "") =>
        new(guid ?? "", $"https://alpha.example{path}", $"Berita nomor {n} hari ini", published, text);

    private async Task ExpectAsync(TestService service, IEnumerable<Written> items, string line)
    {
        _newsroom.Serve("/feed", Feeds.Rss("Alpha", items));
        Assert.Equal(line, await service.PollAsync("alpha"));
    }

    private static async Task<JsonElement> SourceAsync(TestService service) => await service.GetJsonAsync("/api/sources/alpha");

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/feed"), "Alpha")));
}
