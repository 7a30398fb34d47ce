using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FeedHub.Model.Articles;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Ingesting;

/// <summary>Stories that an admin erases: nothing of them is left, and nothing of them comes back.</summary>
public sealed class ErasedStoryTests : IAsyncLifetime
{
    // A word that nothing else here has.
    private const string Name = "Wirabuanasakti";
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        Serve("alpha", Case("alpha-1", "https://alpha.example/case"), Quiet("alpha"));
        Serve("beta", Case("beta-1", "https://beta.example/case"), Quiet("beta"));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task NothingOfAnErasedStory_IsLeftInTheDatabaseFile()
    {
        await using var service = await StartAsync();
        var id = await ReadAsync(service);
        using (var labelled = await service.Client.PostAsJsonAsync($"/api/stories/{id}/categories", new { categories = new[] { "crime" } }))
            Assert.Equal(HttpStatusCode.OK, labelled.StatusCode);
        using (var hidden = await service.Client.PostAsJsonAsync($"/api/stories/{id}/hidden", new { reason = $"about {Name}" }))
            Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        await RewriteItemsAsync(service);
        await QueuePageAsync(service);
        Assert.True(Holds(Name));
        await EraseAsync(service, id);

        Assert.False(Holds(Name));
        Assert.False(Holds(Name.ToLowerInvariant()));
        var audit = await service.Client.GetStringAsync("/hangfire/audit");
        Assert.Contains("</a> erased ", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, audit, StringComparison.Ordinal);
        await using var db = await service.DatabaseAsync();
        Assert.Equal(2, await db.Items.CountAsync());
        Assert.Equal((0, 0), (await db.CategoryLabels.CountAsync(), await db.QueuedPages.CountAsync()));
    }

    [Fact]
    public async Task WhatPeopleSaidOfIt_IsErasedToo_WhereItsSourceWasDeletedAndAddedAgain()
    {
        await using var service = await StartAsync();
        var id = await ReadAsync(service);
        foreach (var (address, body) in new (string, object)[]
        {
            ("categories", new { categories = new[] { "crime" } }), ("hidden", new { reason = $"about {Name}" }),
        })
            await PostAsync(service, $"/api/stories/{id}/{address}", body);
        var parted = (await service.GetJsonAsync($"/api/stories/{id}")).GetProperty("items")[1].GetProperty("key").GetInt64();
        await PostAsync(service, $"/api/stories/{id}/split", new { item = parted });
        foreach (var source in (string[])["alpha", "beta"])
            await AddAgainAsync(service, source);
        Assert.Contains(Name, await service.Client.GetStringAsync("/api/labels"), StringComparison.Ordinal);
        foreach (var story in (await service.ItemsOf("/api/items")).Where(Names).Select(item => item.GetProperty("story").GetInt64())
            .Distinct())
            await EraseAsync(service, story);
        Assert.DoesNotContain(Name, await service.Client.GetStringAsync("/api/labels"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await service.Client.GetStringAsync("/hangfire/audit"), StringComparison.Ordinal);
        Assert.False(Holds(Name));
        await using var db = await service.DatabaseAsync();
        Assert.Equal(0, await db.CategoryLabels.CountAsync());
    }

    [Fact]
    public async Task PairsOfOtherArticles_Stay()
    {
        await using var service = await StartAsync();
        var id = await ReadAsync(service);
        var quiet = Assert.Single((await service.ItemsOf("/api/stories")), story => story.GetProperty("id").GetInt64() != id);
        var parted = quiet.GetProperty("items")[1].GetProperty("key").GetInt64();
        await PostAsync(service, $"/api/stories/{quiet.GetProperty("id").GetInt64()}/split", new { item = parted });
        await EraseAsync(service, id);
        Assert.Contains("Taman kota", await service.Client.GetStringAsync("/api/labels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsPageSaysThatItIsGoneForGood_AndItIsInNoFeed()
    {
        await using var service = await StartAsync();
        var id = await ReadAsync(service);
        Assert.Contains(Name, await service.Client.GetStringAsync("/feed.rss"), StringComparison.Ordinal);
        await EraseAsync(service, id);
        using var page = await service.Client.GetAsync($"/stories/{id}");
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("removed for good", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var address in new[]
        {
            "/feed.rss", "/feed.atom", "/feed.json", "/", "/api/items", "/feed.json?q=Wirabuana*", "/api/stories",
        })
            Assert.DoesNotContain(Name, await service.Client.GetStringAsync(address), StringComparison.Ordinal);
        foreach (var (method, address) in new[] { (HttpMethod.Get, $"/api/stories/{id}"), (HttpMethod.Delete, $"/api/stories/{id}") })
        {
            using var answer = await service.Client.SendAsync(new(method, address));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
    }

    [Fact]
    public async Task ItsItems_NeverComeBack_ByGuid_Address_Text_OrASourceAddedAgain()
    {
        await using (var service = await StartAsync())
        {
            await EraseAsync(service, await ReadAsync(service));
            Serve("alpha", Case("alpha-1", "https://alpha.example/moved", "Other words, one guid"), Quiet("alpha"));
            Serve("beta", Case("new-guid", "https://beta.example/case?utm_source=rss", "Other words, one address"), Quiet("beta"));
            Serve("gamma", Case("gamma-7", "https://gamma.example/copied"), new Written(
                "gamma-8", "https://gamma.example/other", "Pasar malam dibuka", Morning, Told.Html(Told.Budget)));
            await PollAsync(service, "alpha", "beta", "gamma");
            await AssertOnlyOthersAsync(service, 2);
            using var deleted = await service.Client.DeleteAsync("/api/sources/alpha");
        }

        await using var again = await StartAsync();
        using var added = await again.Client.PostAsJsonAsync("/api/sources", new { url = _newsroom.Url("/alpha"), title = "alpha" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Serve("alpha", Case("alpha-1", "https://alpha.example/again", "Another text altogether, of the same item"), Quiet("alpha"));
        await PollAsync(again, "alpha", "beta", "gamma");
        await AssertOnlyOthersAsync(again, 2);
    }

    [Fact]
    public async Task ATextThatAnotherStoryHasToo_StaysErasedInItsSourceAlone_UntilThatStoryIsErasedAsWell()
    {
        await using var service = await StartAsync();
        var stays = await ReadAsync(service);
        var parted = (await service.GetJsonAsync($"/api/stories/{stays}")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == "beta-1").GetProperty("key").GetInt64();
        await PostAsync(service, $"/api/stories/{stays}/split", new { item = parted });
        await EraseAsync(service, Assert.Single(await service.ItemsOf("/api/items?source=beta"), Names).GetProperty("story").GetInt64());
        Serve("beta", Case("beta-5", "https://beta.example/once-more"), Quiet("beta"));
        Serve("gamma", Case("gamma-5", "https://gamma.example/copied"));
        await PollAsync(service, "beta", "gamma");
        var kept = await service.GetJsonAsync($"/api/stories/{stays}");
        Assert.Equal(
            ["alpha-1", "gamma-5"],
            kept.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).Order());
        Assert.DoesNotContain(await service.ItemsOf("/api/items?source=beta"), Names);

        await EraseAsync(service, stays);
        Serve("gamma", Case("gamma-6", "https://gamma.example/copied-again"));
        await service.PollAsync("gamma");
        Assert.DoesNotContain(await service.ItemsOf("/api/items"), Names);
    }

    [Fact]
    public async Task AnItemOfFewWords_StaysErasedInItsSource_AndAHeadlineThatManyHave_ComesAgain()
    {
        await using var service = await StartAsync();
        Serve("gamma", Few("g-1", $"Sidang {Name} ditunda"), Few("g-2", "Cuaca hari ini"));
        await PollAsync(service, "gamma");
        foreach (var story in await service.ItemsOf("/api/stories?source=gamma"))
            await EraseAsync(service, story.GetProperty("id").GetInt64());
        Serve("gamma", Few("g-3", $"Sidang {Name} ditunda"), Few("g-4", "Cuaca hari ini"));
        await PollAsync(service, "gamma");
        Assert.Equal(["Cuaca hari ini"], (await service.ItemsOf("/feed.json?source=gamma"))
            .Select(item => item.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task OnTheDashboard_ErasingAsksForAConfirmation()
    {
        await using var service = await StartAsync();
        var id = await ReadAsync(service);
        var page = $"/hangfire/stories/{id}";
        using var unsure = await service.SendFormAsync(page, $"{page}/erase");
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        Assert.Contains(Name, await service.Client.GetStringAsync($"/stories/{id}"), StringComparison.Ordinal);
        Assert.Equal("/hangfire/stories?done=erased", await service.DoAsync(page, $"{page}/erase", ("sure", "yes")));
        using var gone = await service.Client.GetAsync($"/stories/{id}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    private static async Task AssertOnlyOthersAsync(TestService service, int stories)
    {
        Assert.DoesNotContain(Name, await service.Client.GetStringAsync("/api/items"), StringComparison.Ordinal);
        Assert.Equal(stories, (await service.ItemsOf("/feed.json")).Count);
    }

    private static bool Names(JsonElement item) => item.GetProperty("title").GetString()!.Contains(Name, StringComparison.Ordinal);

    private static async Task PostAsync(TestService service, string address, object body)
    {
        using var answer = await service.Client.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task AddAgainAsync(TestService service, string source)
    {
        using var deleted = await service.Client.DeleteAsync($"/api/sources/{source}");
        await PostAsync(service, "/api/sources", new { url = _newsroom.Url($"/{source}"), title = source });
        await service.PollAsync(source);
    }

    private static async Task EraseAsync(TestService service, long id)
    {
        using var answer = await service.Client.DeleteAsync($"/api/stories/{id}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<long> ReadAsync(TestService service)
    {
        await PollAsync(service, "alpha", "beta");
        await service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        var found = Assert.Single(await service.ItemsOf($"/api/stories?q={Name}"));
        Assert.Equal(2, found.GetProperty("items").GetArrayLength());
        return found.GetProperty("id").GetInt64();
    }

    // As a drop rule does that comes and goes: rows grow and shrink, and leave what they were in the pages.
    private static async Task RewriteItemsAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        foreach (var rule in (string?[])[new('a', 1400), null, new('b', 3000), null])
            await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Dropped, rule));
    }

    // A page that was refused is kept for a while, with what its item said.
    private static async Task QueuePageAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        var key = await db.ItemKeys.Join(db.Items, k => k.ItemId, i => i.Id, (k, i) => new { Key = k, i.Title })
            .Where(row => row.Title!.Contains(Name)).Select(row => row.Key).FirstAsync();
        var page = new QueuedPage
        {
            SourceId = key.SourceId,
            ItemKey = key.Hash,
            Url = "https://alpha.example/case",
            Host = "alpha.example",
            Item = Name,
        };
        db.QueuedPages.Add(page);
        await db.SaveChangesAsync();
    }

    private static async Task PollAsync(TestService service, params string[] sources)
    {
        foreach (var source in sources)
            await service.PollAsync(source);
    }

    // Without a date, so that only its words tell that it is the same.
    private static Written Few(string guid, string title) => new(guid, $"https://gamma.example/{guid}", title);

    private static Written Case(string guid, string link, string? text = null) => new(
        guid,
        link,
        $"{Name} diadili",
        Morning,
        text is null
            ? Told.Html($"Sidang atas {Name} dibuka di pengadilan negeri.", Told.Flood[1])
            : Told.Html($"{text}: {Name}"));

    private static Written Quiet(string source) =>
        new("quiet", $"https://{source}.example/quiet", "Taman kota", Morning, Told.Html(Told.Harbour));

    private bool Holds(string word) => ((string[])["feedhub.db*", "search.db*"])
        .SelectMany(files => Directory.EnumerateFiles(_folder.File("data"), files))
        .Any(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void Serve(string source, params Written[] items) => _newsroom.Serve($"/{source}", Feeds.Rss(source, items));

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder,
        Feeds.Json(((string[])["alpha", "beta", "gamma"]).Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))));
}
