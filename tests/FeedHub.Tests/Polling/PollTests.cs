using FeedHub.Hosting;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>A poll through the whole service: what a source gives, and what readers and the next request see of it.</summary>
public sealed class PollTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ItemsOfASource_AreStoriesOfTheMergedFeed()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "Banjir di kota"), Item("2", "Harga beras naik")));
        await using var service = await StartAsync("/a");

        Assert.Equal("200, 2 new", await service.PollAsync("alpha"));

        var stories = await service.ItemsOf("/api/stories");
        Assert.Equal(["Banjir di kota", "Harga beras naik"], stories.Select(s => s.GetProperty("title").GetString()).Order());
    }

    [Fact]
    public async Task AnUnchangedSource_IsAskedWithItsValidators_AndAnswers304()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "One")));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");

        Assert.Equal("304, nothing new", await service.PollAsync("alpha"));

        Assert.Equal([false, true], _newsroom.AskedFor("/a").Select(r => r.IsConditional));
        var stats = await service.GetJsonAsync("/api/stats");
        Assert.Equal(1, stats.GetProperty("polls").GetProperty("unchanged").GetInt32());
        Assert.True(stats.GetProperty("bytes").GetProperty("saved").GetInt64() > 0);
    }

    [Fact]
    public async Task AChangedItem_UpdatesInPlace()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "Three killed")));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");
        var before = Assert.Single(await service.ItemsOf("/api/stories"));

        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "Four killed")));
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));

        var after = Assert.Single(await service.ItemsOf("/api/stories"));
        Assert.Equal("Four killed", after.GetProperty("title").GetString());
        Assert.Equal(before.GetProperty("entry_id").GetString(), after.GetProperty("entry_id").GetString());
        Assert.Equal(before.GetProperty("published").GetString(), after.GetProperty("published").GetString());
        Assert.NotEqual(before.GetProperty("updated").GetString(), after.GetProperty("updated").GetString());
    }

    [Fact]
    public async Task TheSameAddressInTwoSources_IsOneStory_WithBothItems()
    {
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", Item("1", "Gempa di Aceh") with { Link = "https://www.paper.example/gempa?utm_source=rss" }));
        _newsroom.Serve(
            "/b",
            Feeds.Rss("Beta", Item("b-77", "Gempa Aceh, ini datanya") with { Link = "http://m.paper.example/gempa#top" }));
        await using var service = await StartAsync("/a", "/b");

        await service.PollAsync("alpha");
        await service.PollAsync("beta");

        var story = Assert.Single(await service.ItemsOf("/api/stories"));
        Assert.Equal(["alpha", "beta"], story.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("source").GetString()));
        Assert.Equal("same address", story.GetProperty("items")[1].GetProperty("why").GetString());
    }

    [Fact]
    public async Task ManySourcesPolledAtOnceAndAgain_StoreEachItemOnce()
    {
        string[] paths = [.. Enumerable.Range(0, 8).Select(n => $"/s{n}")];
        foreach (var (path, n) in paths.Select((p, n) => (p, n)))
            _newsroom.Serve(path, Feeds.Rss(
                $"Source {n}",
                Enumerable.Range(n, 20).Select(i => Item($"{n}-{i}", $"Story {i}") with { Link = $"https://paper.example/{i}" })));
        await using var service = await StartAsync(paths);

        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => Enumerable.Range(0, 8)).Select(n => service.PollAsync($"s{n}")));

        var stats = await service.GetJsonAsync("/api/stats");
        Assert.Equal(8 * 20, stats.GetProperty("items").GetInt32());
        Assert.Equal(27, stats.GetProperty("stories").GetInt32());
    }

    [Fact]
    public async Task ASourcePolledTwiceAtOnce_IsAskedOnce()
    {
        var release = new TaskCompletionSource();
        _newsroom.Answer("/a", async context =>
        {
            await release.Task;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feeds.Rss("Alpha", Item("1", "One"))));
        });
        await using var service = await StartAsync("/a");

        var first = service.PollAsync("alpha");
        await TestService.UntilAsync(() => Task.FromResult(_newsroom.Requests.Count), count => count == 1);
        Assert.Contains("being polled already", await service.PollAsync("alpha"), StringComparison.Ordinal);
        release.SetResult();

        Assert.Equal("200, 1 new", await first);
        Assert.Single(_newsroom.Requests);
    }

    [Fact]
    public async Task ABadAnswer_IsAnErrorInWords_AndCostsNothingThatWasThere()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "One")));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");

        _newsroom.Answer("/a", context => context.Response
            .WriteAsync("<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon</body></html>"));
        Assert.Contains("HTML", await service.PollAsync("alpha"), StringComparison.Ordinal);
        var failing = await service.GetJsonAsync("/api/sources/alpha");
        Assert.Equal("failing", failing.GetProperty("state").GetString());
        Assert.Contains("200", failing.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(await service.ItemsOf("/api/items"));

        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "One"), Item("2", "Two")));
        Assert.Equal("200, 1 new", await service.PollAsync("alpha"));
        var well = await service.GetJsonAsync("/api/sources/alpha");
        Assert.Equal(("active", null), (well.GetProperty("state").GetString(), well.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task AnItemWithoutADate_TakesTheDayItWasFound_AndKeepsIt()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "Undated") with { Published = null }));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");
        var found = Assert.Single(await service.ItemsOf("/api/items"));
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "Undated, edited") with { Published = null }));
        await service.PollAsync("alpha");

        var later = Assert.Single(await service.ItemsOf("/api/items"));
        Assert.True(later.GetProperty("date_guessed").GetBoolean());
        Assert.Equal(found.GetProperty("published").GetString(), later.GetProperty("published").GetString());
    }

    [Fact]
    public async Task WhatThePublisherLeavesEmpty_IsReadFromTheText()
    {
        const string Text = "<p>Selasa 22 Oct 2024 - 19:08 WIB</p><p>Reporter : Tedy</p><p>Editor : Tedy</p>"
            + "<p>KORANSUNGAI.EXAMPLE - Warga di tepi sungai itu menunggu bantuan yang belum juga datang sejak pagi hari.</p><p>BACA "
            + "JUGA: <a href=\"https://a.example/x\">Yang lain</a></p>"
            + "<p>Mereka berharap pemerintah segera mengirim perahu dan makanan untuk anak-anak.</p><p>Kategori :</p>";
        _newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", Item("1", "Warga menunggu bantuan") with { Published = null, Description = $"<![CDATA[{Text}]]>" }));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");

        var item = Assert.Single(await service.ItemsOf("/api/items"));
        Assert.Equal(
            ("2024-10-22T12:08:00Z", true),
            (item.GetProperty("published").GetString(), item.GetProperty("date_guessed").GetBoolean()));
        Assert.Equal("Tedy", item.GetProperty("authors")[0].GetString());
        Assert.Equal("id", item.GetProperty("language").GetString());
        Assert.DoesNotContain("BACA JUGA", item.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentencesThatASourceRepeats_LearntOverPolls_AreInNoSummary()
    {
        const string Call = "Dapatkan kabar pilihan redaksi setiap pagi lewat surel Anda.";
        string[] titles = ["Banjir surut di hulu", "Pasar ikan dibuka lagi", "Tim muda menang telak", "Sekolah libur sehari"];
        var items = titles.Select(
            (title, n) => Item($"{n}", title) with { Description = $"<![CDATA[<p>{title}, kata warga di sana.</p><p>{Call}</p>]]>" })
                .ToArray();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", items[..2]));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");
        _newsroom.Serve("/a", Feeds.Rss("Alpha", items));
        await service.PollAsync("alpha");

        foreach (var item in await service.ItemsOf("/api/items"))
            Assert.EndsWith("kata warga di sana.", item.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAtomEntry_WithUpdatedAlone_AndABaseOfItsOwn_KeepsBoth()
    {
        _newsroom.Serve("/a", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://alpha.example/news/"><title>Alpha</title><id>urn:a</id><updated>2026-11-20T12:00:00Z</updated>
            <entry xml:base="2026/"><id>tag:alpha.example,2026:1</id><title>One</title><updated>2026-11-20T11:00:00Z</updated><link href="one.html"/>
            <content type="html">&lt;p&gt;&lt;a href="two.html"&gt;Two&lt;/a&gt; &lt;img src="/p.png"&gt;&lt;/p&gt;</content></entry></feed>
            """, "application/atom+xml");
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");

        var item = Assert.Single(await service.ItemsOf("/api/items"));
        Assert.Equal(
            ("2026-11-20T11:00:00Z", "https://alpha.example/news/2026/one.html"),
            (item.GetProperty("published").GetString(), item.GetProperty("url").GetString()));
        var content = item.GetProperty("content_html").GetString();
        Assert.Contains("https://alpha.example/news/2026/two.html", content, StringComparison.Ordinal);
        Assert.Contains("https://alpha.example/p.png", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnItemOfTheFuture_IsPlacedAtFirstSight()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1", "From 2090") with { Published = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero) }));
        await using var service = await StartAsync("/a");
        await service.PollAsync("alpha");

        var story = Assert.Single(await service.ItemsOf("/api/stories"));
        Assert.True(story.GetProperty("published").GetDateTimeOffset() <= DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task TheDispatcher_PollsEverySourceAtOnce_AndNoneTwice()
    {
        string[] paths = [.. Enumerable.Range(0, 12).Select(n => $"/s{n}")];
        foreach (var path in paths)
            _newsroom.Serve(path, Feeds.Rss(path[1..], Item(path, $"Of {path}")));
        await using var service = await StartAsync(paths);

        service.Services.GetRequiredService<RecurringJobs>().Begin();
        await TestService.UntilAsync(
            async () => (await service.GetJsonAsync("/api/stats")).GetProperty("items").GetInt32(),
            items => items == 12);

        var dispatcher = service.Services.GetRequiredService<Dispatcher>();
        Assert.Equal("nothing due", await dispatcher.RunAsync(CancellationToken.None));
        Assert.Equal(12, _newsroom.Requests.Count);
    }

    [Fact]
    public async Task AMovedSource_IsPolledAtItsNewAddress_OnceThatGaveAFeed()
    {
        _newsroom.Answer("/old", context =>
        {
            context.Response.Redirect("/new", permanent: true);
            return Task.CompletedTask;
        });
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1", "One")));
        await using var service = await StartAsync("/old");
        await service.PollAsync("old");
        await service.PollAsync("old");

        Assert.Single(_newsroom.AskedFor("/old"));
        Assert.Equal(_newsroom.Url("/new"), (await service.GetJsonAsync("/api/sources/old")).GetProperty("url").GetString());
    }

    private static Written Item(string guid, string title) => new(guid, $"https://alpha.example/{guid}", title, Noon);

    private Task<TestService> StartAsync(params string[] paths) =>
        TestService.StartAsync(_folder, Feeds.Json(paths.Select(path => Feeds.Source(_newsroom.Url(path), path switch
        {
            "/a" => "Alpha",
            "/b" => "Beta",
            _ => path[1..],
        }))));
}
