using System.Net;
using AngleSharp.Html.Parser;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Searches in the merged feed over HTTP.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha",
            new Written(
                "a1",
                "https://alpha.example/1",
                "Banjir Bandang di Jawa Barat",
                Now.AddHours(-1),
                "Pemerintah daerah mengirim bantuan &lt;b&gt;beras&lt;/b&gt;."),
            new Written(
                "a2",
                "https://alpha.example/2",
                "Gempa bumi di Bali",
                Now.AddHours(-3),
                "Pemerintahan baru. Banjir tidak ada.",
                "Politik"),
            new Written(
                "a3",
                "https://alpha.example/3",
                "Café opens in Zürich",
                Now.AddHours(-2),
                "A résumé is not needed. 日本語の記事",
                "Sport")));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\"")));
        await _service.PollAsync("alpha");
        await IndexedAsync();
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Searches_FindTitlesAndTexts_NewestFirst()
    {
        foreach (var (search, expected) in new[]
        {
            ("banjir", "13"), ("BANJIR", "13"), ("banjir jawa", "1"), ("\"banjir bandang\"", "1"), ("\"bandang banjir\"", ""),
            ("gempa OR bandang", "13"),
            ("banjir -bali", "1"), ("pemerintah", "1"), ("pemerintah*", "13"), ("beras", "1"), ("cafe zurich", "2"), ("resume", "2"),
            ("日本", "2"), ("href", ""),
            ("banjir -banjir", ""), ("bali&category=politics", "3"), ("bali&category=sport", ""), ("banjir&source=alpha&limit=1", "1"),
            ("-bali", "12"), ("-banjir", "2"), ("-pemerintah*", "2"), ("-banjir -cafe", ""), ("-tsunami", "123"), ("-\"gempa bumi\"", "12"),
            ("-bali&limit=1", "1"), ("-bali&order=published", "12"), ("-tsunami&category=-sport", "13"), ("banjir&category=-politics", "1"),
            ("-tsunami&source=-alpha", ""), ("banjir&language=id", "13"), ("banjir&language=en", ""),
        })
            Assert.Equal(
                (search, expected),
                (search, string.Concat((await FoundAsync(search)).Select(link => link[^1] switch { '2' => '3', '3' => '2', var n => n }))));
    }

    [Fact]
    public async Task ThePage_HasASearchThatKeepsItsFilters_AndSaysWhereNothingIsFound()
    {
        var found = await _service.Client.GetStringAsync("/?q=gempa&category=politics&language=id");
        Assert.Contains("Gempa bumi di Bali", found, StringComparison.Ordinal);
        Assert.Contains("""<input type="search" name="q" value="gempa" """, found, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="category" value="politics" />""", found, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="language" value="id" />""", found, StringComparison.Ordinal);
        var nothing = await _service.Client.GetStringAsync("/?q=tsunami");
        Assert.Contains("Nothing found", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("No stories yet", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnySearch_IsAnswered()
    {
        foreach (var search in new[]
        {
            "\"", "\"\"", "*", "-", "OR", "AND", "NOT", "NEAR(", "a NEAR b", "title:x", "^a", "{a b}:c", "(", ")", "a\0b",
            "'; DROP TABLE Items; --", "%' OR 1=1 --", "a*b*c*", "--", "-\"",
            "👍", new string('a', 10_000), string.Concat(Enumerable.Repeat("\"a ", 3_000)), string.Join(
                " OR ",
                Enumerable.Repeat("a", 2_000)), new string('(', 5_000), "",
        })
        {
            using var answer = await _service.Client.GetAsync("/feed.json?q=" + Uri.EscapeDataString(search));
            var expected = search.Length == 0 || search.Replace("OR", "", StringComparison.Ordinal).Any(char.IsLetterOrDigit)
                ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
            Assert.Equal((search, expected), (search, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("-rumput -\"jawa barat\"", "Test news: without “rumput”, without “jawa barat”")]
    [InlineData("-rump*", "Test news: without “rump*”")]
    [InlineData("-r*", "Test news: without “r*”")]
    [InlineData("-rumput OR -jawa", "Test news: without “rumput”, without “jawa”")]
    [InlineData("OR -rumput OR banjir OR hujan OR -jawa padi OR", "Test news: “banjir OR hujan padi”, without “rumput”, without “jawa”")]
    [InlineData("banjir -rumput", "Test news: “banjir”, without “rumput”")]
    public async Task WhatASearchLeavesOut_IsNamedInTheTitle(string search, string title) =>
        Assert.Equal(title, (await _service.GetJsonAsync("/feed.json?q=" + Uri.EscapeDataString(search))).GetProperty("title").GetString());

    [Theory]
    [InlineData("language=-en&language=-jv", "Test news: without English, without Javanese")]
    [InlineData("language=id", "Test news: Indonesian")]
    public async Task Languages_StandInTheTitleByName(string query, string title) =>
        Assert.Equal(title, (await _service.GetJsonAsync($"/feed.json?{query}")).GetProperty("title").GetString());

    [Theory]
    [InlineData("q=-rumput", "en", "Test news: Without “rumput”", "/")]
    [InlineData("q=-rumput+-%22jawa+barat%22*", "en", "Test news: Without “rumput”, Without “jawa barat*”", "/?q=-%22jawa%20barat%22%2A",
        "/?q=-rumput")]
    [InlineData("q=banjir+-r*+OR", "id", "Test news: “banjir”, Tanpa “r*”", "/?q=-r%2A", "/?q=banjir")]
    [InlineData("q=banjir", "id", "Test news: “banjir”", "/")]
    [InlineData("language=-en", "id", "Test news: Tanpa bahasa Inggris", "/")]
    [InlineData("language=-en", "en", "Test news: Without English", "/")]
    [InlineData("language=id&q=-rumput", "id", "Test news: bahasa Indonesia, Tanpa “rumput”", "/?q=-rumput", "/?language=id")]
    [InlineData("language=-zu", "id", "Test news: Tanpa IsiZulu", "/")]
    public async Task WhatAPageLeavesOut_IsNamedInItsTitle_InTheReadersLanguage_AndCanBeTakenAwayByItself(
        string query, string language, string title, params string[] addresses)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?" + query);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await _service.Client.SendAsync(request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(title, page.Title);
        Assert.Equal(addresses, page.QuerySelectorAll(".chosen a:not(.clear)").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/feed.json")]
    [InlineData("/api/stories")]
    [InlineData("/")]
    public async Task ASearchWithoutAWord_IsRefusedInWords(string path)
    {
        foreach (var search in (string[])["-", "\"", " * ", "-\"?\""])
        {
            using var answer = await _service.Client.GetAsync(path + "?q=" + Uri.EscapeDataString(search));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            if (path != "/")
                Assert.Contains("has no word to search for", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ASearch_IsAFeedOfItsOwn_ThatIsPaged()
    {
        var first = await _service.GetJsonAsync("/feed.json?q=banjir&limit=1");
        Assert.Equal("Test news: “banjir”", first.GetProperty("title").GetString());
        Assert.Equal(_service.Address + "/feed.json?q=banjir&limit=1", first.GetProperty("feed_url").GetString());
        var second = await _service.GetJsonAsync(first.GetProperty("next_url").GetString()!);
        Assert.Equal(["Gempa bumi di Bali"], second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
        Assert.False(second.TryGetProperty("next_url", out _));
    }

    [Fact]
    public async Task WhatAStorySaysNow_IsFound_AndWhatIsGoneIsNot()
    {
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", new Written("a1", "https://alpha.example/1", "Longsor di Jawa Barat", Now.AddHours(-1), "Jalan tertutup.")));
        await _service.PollAsync("alpha");
        await IndexedAsync();
        Assert.Equal(["https://alpha.example/1"], await FoundAsync("longsor"));
        Assert.Equal(["https://alpha.example/2"], await FoundAsync("banjir"));

        using var delete = await _service.Client.DeleteAsync("/api/sources/alpha");
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        Assert.Empty(await FoundAsync("longsor"));
    }

    [Fact]
    public async Task ExclusionsAlone_ArePagedToTheEnd_AndGoPastMonths()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(1, 9).Select(n => new Written(
            $"old{n}",
            $"https://alpha.example/old/{n}",
            n % 3 == 0 ? $"Rumput {n}" : $"Bunga {n}",
            Now.AddDays(-9 * n),
            $"Taman ke-{n}"))));
        await _service.PollAsync("alpha");
        await IndexedAsync();
        var seen = new List<string>();
        for (var next = "/feed.json?q=-rumput%20-jawa%20-bali%20-cafe&limit=2"; next is not null && seen.Count < 20;)
        {
            var page = await _service.GetJsonAsync(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
            next = page.TryGetProperty("next_url", out var address) ? address.GetString() : null;
        }

        Assert.Equal(["Bunga 1", "Bunga 2", "Bunga 4", "Bunga 5", "Bunga 7", "Bunga 8"], seen);
    }

    private async Task<List<string>> FoundAsync(string search) =>
        [.. (await _service.ItemsOf(
            "/feed.json?q=" + (search.Contains('&', StringComparison.Ordinal) ? search : Uri.EscapeDataString(search))))
                .Select(i => i.GetProperty("url").GetString()!)];

    private Task IndexedAsync() => _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
}
