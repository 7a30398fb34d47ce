using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Ingesting;

/// <summary>One article in several sources is one story: what leads it, what it says of the others, and when its entry changes.</summary>
public sealed class StoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task OneArticleInThreePapers_IsOneStory_LedByItsOrigin_WithReasons()
    {
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap, 240 Rumah Terendam"));
        Serve("beta", Flood("beta", Morning.AddHours(1), "240 Rumah di Lirang Kebanjiran", cut: 1), Budget("beta"));
        Serve("gamma", Flood("gamma", Morning.AddHours(2), "Banjir Lirang, Warga Mengungsi ke Balai Desa"));
        await using var service = await StartAsync("alpha", "beta", "gamma");

        // The copies come first: the origin takes the lead when it comes.
        foreach (var source in (string[])["gamma", "beta", "alpha"])
            await service.PollAsync(source);

        var stories = await service.ItemsOf("/api/stories");
        Assert.Equal(2, stories.Count);
        var flood = stories.Single(s => s.GetProperty("items").GetArrayLength() == 3);
        Assert.Equal("Sungai Lirang Meluap, 240 Rumah Terendam", flood.GetProperty("title").GetString());
        var items = flood.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["alpha", "gamma", "beta"], items.Select(i => i.GetProperty("source").GetString()));
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("why").ValueKind);
        Assert.All([items[0], items[2]], item =>
        {
            Assert.Contains("same", item.GetProperty("why").GetString(), StringComparison.OrdinalIgnoreCase);
            Assert.InRange(item.GetProperty("score").GetDouble(), 0.5, 1);
            Assert.NotEmpty(item.GetProperty("signals").EnumerateArray());
        });
        var page = await service.Client.GetStringAsync($"/stories/{flood.GetProperty("id")}");
        Assert.Contains(System.Net.WebUtility.HtmlEncode(items[2].GetProperty("why").GetString()!), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryOutput_NamesTheOthers_InTheStorysLanguage()
    {
        foreach (var (name, hour) in (IEnumerable<(string, int)>)[("alpha", 0), ("beta", 1), ("gamma", 2)])
            Serve(name, Flood(name, Morning.AddHours(hour), $"Banjir Lirang {name}"), Harbour(name, Morning.AddHours(hour)));
        await using var service = await StartAsync("alpha", "beta", "gamma");
        foreach (var source in (string[])["alpha", "beta", "gamma"])
            await service.PollAsync(source);

        var rss = XDocument.Parse(await service.Client.GetStringAsync("/feed.rss")).Descendants("item").ToList();
        XNamespace content = "http://purl.org/rss/1.0/modules/content/";
        Assert.Equal(2, rss.Count);
        Assert.Contains(
            "<p>Juga di: <a href=\"https://beta.example/flood\">beta</a>, <a href=\"https://gamma.example/flood\">gamma</a></p>",
            Of("flood").Element(content + "encoded")!.Value,
            StringComparison.Ordinal);
        Assert.Contains(
            "<p>Also in: <a href=\"https://beta.example/harbour\">beta</a>",
            Of("harbour").Element(content + "encoded")!.Value,
            StringComparison.Ordinal);

        var related = XDocument.Parse(await service.Client.GetStringAsync("/feed.atom")).Descendants(Atom + "link")
            .Where(l => l.Attribute("rel")?.Value == "related")
            .ToList();
        Assert.Contains("https://gamma.example/flood", related.Select(l => l.Attribute("href")!.Value));
        var also = (await service.ItemsOf("/feed.json")).SelectMany(i => i.GetProperty("_feedhub").GetProperty("also").EnumerateArray())
            .ToList();
        Assert.Equal(4, also.Count);
        Assert.All(also, other => Assert.NotEmpty(other.GetProperty("why").GetString()!));

        XElement Of(string path) => rss.Single(i => i.Element("link")!.Value.EndsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACopyThatJoinsLater_DoesNotResurfaceTheStory_ButTheFeedNamesIt()
    {
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap"));
        Serve("beta", Flood("beta", Morning.AddHours(3), "Banjir di Lirang"));
        await using var service = await StartAsync("alpha", "beta");
        await service.PollAsync("alpha");
        var before = Assert.Single(await service.ItemsOf("/feed.json"));

        await service.PollAsync("beta");

        var after = Assert.Single(await service.ItemsOf("/feed.json"));
        foreach (var kept in (string[])["id", "date_published", "date_modified", "title"])
            Assert.Equal(before.GetProperty(kept).GetString(), after.GetProperty(kept).GetString());
        Assert.Single(after.GetProperty("_feedhub").GetProperty("also").EnumerateArray());
    }

    [Fact]
    public async Task ABetterLead_ChangesTheEntrysText_NotItsIdNorPlaceNorDate()
    {
        Serve(
            "planet",
            Flood("alpha", Morning.AddHours(2), "Banjir di Lirang") with { Guid = "planet-1", Link = "https://elsewhere.example/flood" });
        Serve("alpha", Flood("alpha", Morning.AddHours(3), "Sungai Lirang Meluap"));
        await using var service = await StartAsync("planet", "alpha");
        await service.PollAsync("planet");
        var before = Assert.Single(await service.ItemsOf("/feed.json"));

        await service.PollAsync("alpha");

        // The planet's copy claims to be older, but stands on another site than the planet's own.
        var after = Assert.Single(await service.ItemsOf("/feed.json"));
        Assert.Equal("Sungai Lirang Meluap", after.GetProperty("title").GetString());
        Assert.Equal("https://alpha.example/flood", after.GetProperty("url").GetString());
        foreach (var kept in (string[])["id", "date_published", "date_modified"])
            Assert.Equal(before.GetProperty(kept).GetString(), after.GetProperty(kept).GetString());
    }

    [Theory]
    [InlineData("Sedikitnya 240 rumah", "Sedikitnya 241 rumah", true)]
    [InlineData("setinggi satu meter", "setinggi dua meter", true)]
    [InlineData("<p>Bupati", "<p>  Bupati\n", false)]
    [InlineData("<p>Bupati", "<div><p>Bupati", false)]
    [InlineData("?w=300", "?w=600&amp;token=abc", false)]
    [InlineData("Dibaca 1.204 kali", "Dibaca 1.377 kali", false)]
    [InlineData("12 komentar", "31 komentar", false)]
    public async Task AnEditOfTheLead_UpdatesTheEntry_ATrifleDoesNot(string from, string to, bool isNews)
    {
        var written = Flood("alpha", Morning, "Sungai Lirang Meluap");
        written = written with
        {
            Description = written.Description.Replace(
            "]]>",
            "<p><img src=\"https://alpha.example/p.jpg?w=300\"></p><p>Dibaca 1.204 kali</p><p>12 komentar</p>]]>",
            StringComparison.Ordinal)
        };
        Serve("alpha", written);
        await using var service = await StartAsync("alpha");
        await service.PollAsync("alpha");
        var before = Assert.Single(await service.ItemsOf("/feed.json"));

        Serve("alpha", written with { Description = written.Description.Replace(from, to, StringComparison.Ordinal) });
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));

        var after = Assert.Single(await service.ItemsOf("/feed.json"));
        Assert.Equal(isNews, before.GetProperty("date_modified").GetString() != after.GetProperty("date_modified").GetString());
        Assert.Equal(before.GetProperty("date_published").GetString(), after.GetProperty("date_published").GetString());
    }

    [Fact]
    public async Task AnUpdateThatNoLongerFits_StaysInItsStory()
    {
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap"));
        Serve("beta", Flood("beta", Morning.AddHours(1), "Banjir di Lirang"));
        await using var service = await StartAsync("alpha", "beta");
        await service.PollAsync("alpha");
        await service.PollAsync("beta");

        Serve("beta", Flood("beta", Morning.AddHours(1), "Anggaran Disetujui") with { Description = Told.Html(Told.Budget) });
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("beta"));

        Assert.Equal(2, Assert.Single(await service.ItemsOf("/api/stories")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task AfterTheLeadsTextChanged_CopiesOfTheNewTextJoin()
    {
        Serve("alpha", Flood("alpha", Morning, "Breaking") with { Description = Told.Html("Berita ini sedang dikembangkan.") });
        await using var service = await StartAsync("alpha", "beta");
        await service.PollAsync("alpha");
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap"));
        await service.PollAsync("alpha");

        Serve("beta", Flood("beta", Morning.AddHours(1), "Banjir di Lirang"));
        await service.PollAsync("beta");

        Assert.Equal(2, Assert.Single(await service.ItemsOf("/api/stories")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("guid")]
    [InlineData("link")]
    [InlineData("title")]
    [InlineData("guid,link")]
    [InlineData("guid,title")]
    [InlineData("link,title")]
    [InlineData("guid,link,title")]
    public async Task AnItemThatArrivesAgainInItsSource_UnderOtherNames_IsNoSecondStory(string changed)
    {
        var written = Flood("alpha", Morning, "Sungai Lirang Meluap");
        Serve("alpha", written, Budget("alpha"));
        await using var service = await StartAsync("alpha");
        await service.PollAsync("alpha");

        Serve("alpha", written with
        {
            Guid = changed.Contains("guid", StringComparison.Ordinal) ? "another-guid" : written.Guid,
            Link = changed.Contains("link", StringComparison.Ordinal) ? "https://alpha.example/moved" : written.Link,
            Title = changed.Contains("title", StringComparison.Ordinal) ? "Banjir Lirang Merendam 240 Rumah" : written.Title,
        }, Budget("alpha"));
        await service.PollAsync("alpha");

        Assert.Equal(2, (await service.ItemsOf("/api/stories")).Count);
        Assert.Equal(2, (await service.ItemsOf("/feed.json")).Count);
    }

    [Fact]
    public async Task WhatIsKnownUnchanged_IsLeftAlone_WhileTheRestOfTheDocumentIsTakenIn()
    {
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap"));
        await using var service = await StartAsync("alpha");
        await service.PollAsync("alpha");

        Serve("alpha", Budget("alpha"), Flood("alpha", Morning, "Sungai Lirang Meluap"));
        Assert.Equal("200, 1 new", await service.PollAsync("alpha"));
        Serve("alpha", Budget("alpha"), Flood("alpha", Morning, "Sungai Lirang Meluap Lagi"));
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));
    }

    [Fact]
    public async Task AfterARestart_ACopyJoinsAsItWouldHaveBefore()
    {
        Serve("alpha", Flood("alpha", Morning, "Sungai Lirang Meluap"));
        await using (var service = await StartAsync("alpha", "beta"))
            await service.PollAsync("alpha");

        Serve("beta", Flood("beta", Morning.AddHours(1), "Banjir di Lirang"));
        await using var again = await StartAsync("alpha", "beta");
        await again.PollAsync("beta");

        Assert.Equal(2, Assert.Single(await again.ItemsOf("/api/stories")).GetProperty("items").GetArrayLength());
    }

    private static Written Flood(string source, DateTimeOffset at, string title, int cut = 0) => new(
        $"{source}-flood", $"https://{source}.example/flood", title, at, Told.Copied(
            Told.Flood,
            $"{source.ToUpperInvariant()}.EXAMPLE",
            cut));

    private static Written Budget(string source) => new(
        $"{source}-budget", $"https://{source}.example/budget", "Anggaran Kota Disetujui Parlemen", Morning, Told.Html(Told.Budget));

    private static Written Harbour(string source, DateTimeOffset at) => new(
        $"{source}-harbour", $"https://{source}.example/harbour", $"Port Selwyn closes its harbour {source}", at, Told.Html(Told.Harbour));

    private void Serve(string source, params Written[] items) => _newsroom.Serve($"/{source}", Feeds.Rss(source, items));

    private Task<TestService> StartAsync(params string[] sources) =>
        TestService.StartAsync(_folder, Feeds.Json(sources.Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))));
}
