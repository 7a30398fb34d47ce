using System.Net;
using System.Text.Json;
using FeedHub.Articles;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Articles;

/// <summary>Items whose feed has two sentences get the article from their page.</summary>
public sealed class ArticleTests
{
    private const string Facts = """
        <script type="application/ld+json">{ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns",
          "author": { "@type": "Person", "name": "Mira Lund" }, "editor": { "@type": "Person", "name": "Joon Park" },
          "articleSection": "Transport", "keywords": "ferries, harbours", "image": "https://img.example/ferry.jpg" }</script>
        """;

    [Fact]
    public async Task AnItem_WaitsForItsPage_AndGoesOutWithTheArticleAndItsFacts()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one");
        paper.Write("one", head: Facts);

        await paper.PollAsync();
        Assert.Empty(await StoriesAsync(paper));
        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var arrival = paper.Time.GetUtcNow();
        Assert.Equal(["one Read"], await paper.ReadAsync());

        var entry = Assert.Single(await paper.Service.ItemsOf("/feed.json"));
        Assert.Contains("crossed the bay with 78 passengers", entry.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Home", entry.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        var item = Assert.Single(await paper.Service.ItemsOf("/api/items"));
        Assert.Equal("Mira Lund", item.GetProperty("authors")[0].GetString());
        Assert.Equal("Joon Park", item.GetProperty("editors")[0].GetString());
        Assert.Equal("Transport", item.GetProperty("section").GetString());
        Assert.Equal(["Transport", "ferries", "harbours"], Texts(item.GetProperty("publisher_categories")));
        Assert.Contains("It had been away", item.GetProperty("summary").GetString(), StringComparison.Ordinal);
        await using var db = await paper.Service.DatabaseAsync();
        Assert.Equal(arrival.ToUnixTimeMilliseconds(), db.Items.Single().FirstSeenAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task AnItemOfAFollowedSource_ArrivesWhenItGoesOut()
    {
        await using var paper = await Paper.StartAsync();
        paper.List();
        await paper.PollAsync();
        paper.List("late");
        paper.Write("late");
        await paper.PollAsync();
        paper.Time.Advance(TimeSpan.FromSeconds(70));
        await paper.ReadAsync();

        await using var db = await paper.Service.DatabaseAsync();
        Assert.Equal(paper.Time.GetUtcNow().ToUnixTimeMilliseconds(), db.Stories.Single().SortAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task AfterTwoMinutes_TheSummaryGoesOut_AndTheTextFollowsInItsPlace()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("slow");
        paper.Write("slow");
        await paper.PollAsync();

        Assert.Equal(0, await paper.WaitAsync(TimeSpan.FromSeconds(119)));
        Assert.Equal(1, await paper.WaitAsync(TimeSpan.FromSeconds(1)));
        var before = Assert.Single(await paper.Service.ItemsOf("/feed.json"));
        Assert.Contains("It had been away", before.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        paper.Time.Advance(TimeSpan.FromMinutes(1));
        await paper.ReadAsync();

        var after = Assert.Single(await paper.Service.ItemsOf("/feed.json"));
        Assert.Contains("crossed the bay with 78", after.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal(before.GetProperty("id").GetString(), after.GetProperty("id").GetString());
        await using var db = await paper.Service.DatabaseAsync();
        Assert.True(db.Stories.Single().SortAt < db.Stories.Single().UpdatedAt);
    }

    [Fact]
    public async Task OfAnErasedStory_NoPageIsKept_NorOfACopyThatWaitsStill()
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Serve("/feed",
            Feeds.Rss("Harbour", [paper.ItemOf("one"), paper.ItemOf("one") with { Guid = "two", Link = paper.Newsroom.Url("/a/two") }]));
        await paper.PollAsync();
        var turns = paper.Service.Services.GetRequiredService<PageTurns>();
        await turns.NextAsync("127.0.0.1", CancellationToken.None);
        var story = Assert.Single(await paper.Service.ItemsOf("/api/stories")).GetProperty("id").GetInt64();
        using var erased = await paper.Service.Client.DeleteAsync($"/api/stories/{story}");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        await using var db = await paper.Service.DatabaseAsync();
        Assert.Equal(1, await db.QueuedPages.CountAsync());

        await turns.NextAsync("127.0.0.1", CancellationToken.None);
        Assert.Equal((0, 0), (await db.QueuedPages.CountAsync(), await db.Items.CountAsync()));
    }

    [Fact]
    public async Task APage_IsReadOnce_AndAgainOnlyIfTheFeedSaysSomethingElse_WhichKeepsTheTextMeanwhile()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one");
        paper.Write("one");
        await paper.PollAsync();
        await paper.ReadAsync();
        paper.List("one", "two");
        paper.Write("two");
        await paper.PollAsync();
        Assert.Equal(["two Read"], await paper.ReadAsync());

        var changed = paper.ItemOf("one") with { Description = "The ferry one is gone for good, its owner says." };
        paper.Newsroom.Serve("/feed", Feeds.Rss("Harbour", changed, paper.ItemOf("two")));
        await paper.PollAsync();
        Assert.Equal(2, (await paper.Service.ItemsOf("/api/items")).Count(
            item => item.GetProperty("content_html").GetString()!.Contains("crossed the bay", StringComparison.Ordinal)));
        paper.Write("one", Paper.Text("one").Replace("crossed", "left", StringComparison.Ordinal));
        Assert.Equal(["one Read"], await paper.ReadAsync());

        var item = (await paper.Service.ItemsOf("/api/items")).Single(i => i.GetProperty("id").GetString() == "one");
        Assert.Contains("left the bay", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Contains("gone for good", item.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, 1), (paper.Asked("/a/one"), paper.Asked("/a/two")));
    }

    [Fact]
    public async Task ASourceWithoutTheWish_AndAnItemWithItsWholeText_AskForNoPage()
    {
        await using var paper = await Paper.StartAsync("\"content\": \"full\"");
        paper.List("one");
        paper.Write("one");
        await paper.PollAsync();
        Assert.Empty(await paper.ReadAsync());
        Assert.Single(await StoriesAsync(paper));

        await using var whole = await Paper.StartAsync();
        var text = string.Concat(Enumerable.Repeat("The ferry crossed the bay once more, and nobody counted how often. ", 30));
        whole.Newsroom.Serve("/feed", Feeds.Rss("Harbour", whole.ItemOf("one") with { Description = text }));
        await whole.PollAsync();
        Assert.Empty(await whole.ReadAsync());
        Assert.Single(await StoriesAsync(whole));
    }

    [Fact]
    public async Task AnArticleOverSeveralPages_IsJoined_AndALoopOfPagesEnds()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("long");
        paper.Newsroom.Answer("/a/long", Paper.Page(Paper.Text("north"), "<link rel=next href=/a/long/2>"));
        paper.Newsroom.Answer("/a/long/2", Paper.Page(Paper.Text("south"), "<link rel=next href=/a/long>"));
        await paper.PollAsync();
        await paper.ReadAsync();

        var text = Assert.Single(await paper.Service.ItemsOf("/api/items")).GetProperty("content_html").GetString()!;
        Assert.Contains("the ferry north crossed", text, StringComparison.Ordinal);
        Assert.Contains("the ferry south crossed", text, StringComparison.Ordinal);
        Assert.Equal((1, 1), (paper.Asked("/a/long"), paper.Asked("/a/long/2")));
    }

    [Fact]
    public async Task TextsOfTwoPapers_MeetInOneStory_ThoughTheirSummariesDiffer()
    {
        await using var paper = await Paper.StartAsync();
        var other =
            paper.ItemOf("b") with { Title = "Old ferry is back at the quay", Description = "After a long time the boat came home." };
        paper.Newsroom.Serve("/feed", Feeds.Rss("Harbour", paper.ItemOf("a")));
        paper.Newsroom.Serve("/other", Feeds.Rss("Quay", other with { Title = paper.ItemOf("a").Title }));
        paper.Write("a", Paper.Text("Aurora"));
        paper.Write("b", Paper.Text("Aurora"));
        using var added = await paper.Service.Client.PostAsync("/api/sources", new StringContent(
            $$"""{ "url": "{{paper.Newsroom.Url("/other")}}", "title": "Quay", "content": "article" }""", System.Text.Encoding.UTF8, "application/json"));
        await paper.PollAsync();
        await paper.Service.PollAsync("quay");
        // The job that the added source has may be at its feed or its page.
        await TestService.UntilAsync(
            async () =>
            {
                await paper.ReadAsync();
                return await StoriesAsync(paper);
            },
            stories => stories is [var one] && one.GetProperty("items").GetArrayLength() == 2);
    }

    [Fact]
    public async Task ATextThatComesLate_IsComparedAgain_AndJoinsTheOlderStoryInItsPlace_UntilAnAdminSplitsIt()
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Serve("/other", Feeds.Rss(
            "Quay", paper.ItemOf("b") with { Guid = "q", Link = "https://quay.example/boat", Description = Paper.Text("Aurora") }));
        using var added = await paper.Service.Client.PostAsync("/api/sources", new StringContent(
            $$"""{ "url": "{{paper.Newsroom.Url("/other")}}", "title": "Quay" }""", System.Text.Encoding.UTF8, "application/json"));
        await paper.Service.PollAsync("quay");
        await TestService.UntilAsync(() => StoriesAsync(paper), stories => stories.Count == 1);
        paper.List("b", "c");
        paper.Write("b", Paper.Text("Aurora"));
        paper.Write("c", "<p>Nobody knows why the lamps of the northern market went out on Tuesday, said the head of the town's works, who had asked for new ones in spring.</p>");
        await paper.PollAsync();
        await paper.WaitAsync(TimeSpan.FromMinutes(2));
        var before = await StoriesAsync(paper);
        Assert.Equal(3, before.Count);
        paper.Time.Advance(TimeSpan.FromMinutes(1));
        await paper.ReadAsync();

        var after = await StoriesAsync(paper);
        var one = after.Single(story => story.GetProperty("items").GetArrayLength() == 2);
        var older = before.Single(story => story.GetProperty("id").GetRawText() == one.GetProperty("id").GetRawText());
        Assert.Equal((2, "quay"), (after.Count, older.GetProperty("items")[0].GetProperty("source").GetString()));
        Assert.Equal(older.GetProperty("found").GetRawText(), one.GetProperty("found").GetRawText());
        Assert.Contains("same text", one.GetProperty("items").GetRawText(), StringComparison.Ordinal);
        await using (var db = await paper.Service.DatabaseAsync())
        {
            var late = db.Items.Single(item => item.Guid == "b");
            Assert.True(late.Score >= 0.9 && late.Signals.Count > 0);
            using var split = await paper.Service.Client.PostAsync(
                $"/api/stories/{late.StoryId}/split", new StringContent($$"""{ "item": {{late.Id}} }""", System.Text.Encoding.UTF8, "application/json"));
            Assert.True(split.IsSuccessStatusCode, await split.Content.ReadAsStringAsync());
        }

        paper.Newsroom.Serve("/feed", Feeds.Rss("Harbour", paper.ItemOf("b") with { Description = "It is back, and it stays." }));
        paper.Write("b", Paper.Text("Aurora").Replace("crew", "sailors", StringComparison.Ordinal));
        await paper.PollAsync();
        Assert.Equal(["b Read"], await paper.ReadAsync());
        Assert.Equal(3, (await StoriesAsync(paper)).Count);
    }

    [Fact]
    public async Task OnlyWhatIsInsideTheWindow_IsReadAtAFirstPoll_TheNewestFirst()
    {
        await using var paper = await Paper.StartAsync();
        var now = paper.Time.GetUtcNow();
        paper.Newsroom.Serve("/feed", Feeds.Rss(
            "Harbour",
            paper.ItemOf("old") with { Published = now.AddDays(-300) },
            paper.ItemOf("hour") with { Published = now.AddHours(-1) },
            paper.ItemOf("day") with { Published = now.AddDays(-1) }));
        foreach (var name in (string[])["old", "hour", "day"])
            paper.Write(name);
        await paper.PollAsync();

        Assert.Equal(["hour Read", "day Read"], await paper.ReadAsync());
        await using var db = await paper.Service.DatabaseAsync();
        Assert.Equal(now.AddHours(-1).ToUnixTimeSeconds(), db.Stories.Max(s => s.SortAt).ToUnixTimeSeconds());
    }

    private static async Task<IReadOnlyList<JsonElement>> StoriesAsync(Paper paper) => await paper.Service.ItemsOf("/api/stories");

    private static List<string?> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString())];
}
