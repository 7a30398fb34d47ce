using System.Net;
using FeedHub.Categories;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Why an item is in its story, and why that has its categories: stored once, read in two languages.</summary>
public sealed class ReasonPageTests : IAsyncLifetime
{
    private const string Text =
        "Gempa berkekuatan 6,1 mengguncang lepas pantai Lirang pada Selasa pagi, kata badan geologi setempat. Warga "
        + "lari ke bukit ketika sirene berbunyi, dan sekolah diliburkan sampai hari Jumat. Belum ada laporan tentang korban atau kerusakan, "
        + "tetapi jembatan utama ditutup sampai selesai diperiksa oleh dinas pekerjaan umum, kata wali kota dalam jumpa pers siang ini.";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;
    private long _story;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("alpha") with { Category = "Bencana" }));
        _newsroom.Serve("/b", Feeds.Rss("Beta", Item("beta")));
        _service = await TestService.StartAsync(_folder, $$"""
            { "title": "Test news", "sources": [ {{Feeds.Source(_newsroom.Url("/a"), "Alpha")}}, {{Feeds.Source(_newsroom.Url("/b"), "Beta")}} ],
              "categories": [ { "slug": "lirang", "any": ["lepas | pantai", "Lirang^"], "all": ["sirene"] } ] }
            """);
        await _service.PollAsync("alpha");
        await _service.PollAsync("beta");
        _story = (await _service.ItemsOf("/api/stories")).Single().GetProperty("id").GetInt64();
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheSameRows_AreReadInBothLanguages()
    {
        var english = await PageAsync("en");
        Assert.Contains(": 100 % of the shorter text is in both, headlines ", english, StringComparison.Ordinal);
        Assert.Contains("publisher category 'Bencana'", english, StringComparison.Ordinal);
        Assert.Contains(
            "rule 'lirang' matched \"lepas | pantai\" in the text and \"sirene\" in the text", english, StringComparison.Ordinal);
        var indonesian = await PageAsync("id");
        Assert.Matches(@"teks sama \(\d,\d\d\): 100% dari teks yang lebih pendek ada di keduanya, judul ", indonesian);
        Assert.Contains("kategori penerbit 'Bencana'", indonesian, StringComparison.Ordinal);
        Assert.Contains(
            "aturan 'lirang' cocok dengan \"lepas | pantai\" di teks dan \"sirene\" di teks", indonesian, StringComparison.Ordinal);
        Assert.DoesNotContain("~", english + indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APersonsWord_IsReadInBothLanguages()
    {
        using var corrected = await _service.Client.PostAsync(
            $"/api/stories/{_story}/categories",
            new StringContent("""{ "categories": ["weather"] }""", null, "application/json"));
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Contains("set by an editor", await PageAsync("en"), StringComparison.Ordinal);
        Assert.Contains("ditetapkan oleh editor", await PageAsync("id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgramsReadEnglish_InTheApiAndInTheFeed()
    {
        var item = (await _service.ItemsOf("/api/items?source=beta")).Single();
        Assert.StartsWith("same text (", item.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "rule 'lirang' matched ", item.GetProperty("categories")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
        var feed = await _service.Client.GetStringAsync("/feed.json");
        Assert.Contains("\"why\": \"publisher category 'Bencana'\"", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("~", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASentenceOfAnOlderVersion_IsShownAsItIs_AndSaysThatItIsEnglish()
    {
        await StoreAsync("same text (0.91), as | it {was} said ^ before", """[{"Slug":"weather","Confidence":0.9,"Why":"publisher category 'Cuaca'"}]""");
        foreach (var language in (string[])["en", "id"])
        {
            var page = await PageAsync(language);
            Assert.Contains("<span lang=\"en\">same text (0.91), as | it {was} said ^ before</span>", page, StringComparison.Ordinal);
            Assert.Contains("<span lang=\"en\">publisher category 'Cuaca'</span>", page, StringComparison.Ordinal);
        }

        var item = (await _service.ItemsOf("/api/items?source=beta")).Single();
        Assert.Equal("same text (0.91), as | it {was} said ^ before", item.GetProperty("why").GetString());
    }

    [Fact]
    public async Task SentencesThatSayTheSame_AreNotWrittenAgain()
    {
        await StoreAsync("same address", """[{"Slug":"lirang","Confidence":0.95,"Why":"rule 'lirang' matched \"lepas | pantai\" in the text and \"sirene\" in the text"},{"Slug":"disaster","Confidence":0.9,"Why":"publisher category 'Bencana'"}]""");
        _service.Services.GetRequiredService<Retagging>().Request(Reason.Of(ReasonCode.AdminAsked));
        await using var db = await _service.DatabaseAsync();
        var walk = await TestService.UntilAsync(
            () => db.Retags.AsNoTracking().OrderBy(r => r.Id).LastAsync(),
            walk => walk is { FinishedAt: not null });
        Assert.Equal((2, ReasonCode.AdminAsked), (walk.Done, walk.Reason.Code));
        var stored = await db.Database.SqlQuery<string>(
            $"SELECT Tags AS \"Value\" FROM Items i JOIN Sources s ON s.Id = i.SourceId WHERE s.Slug = 'alpha'").SingleAsync();
        Assert.DoesNotContain("~", stored, StringComparison.Ordinal);
    }

    private static Written Item(string source) => new(
        source, $"https://{source}.example/gempa", "Gempa 6,1 di Lirang^, sekolah libur", DateTimeOffset.UtcNow.AddHours(-1), Text);

    private async Task StoreAsync(string why, string tags)
    {
        await using var db = await _service.DatabaseAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE Items SET Tags = {tags}");
        await db.Database.ExecuteSqlAsync($"UPDATE Items SET Why = {why} WHERE Why IS NOT NULL");
    }

    private async Task<string> PageAsync(string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/stories/{_story}");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await _service.Client.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
