using FeedHub.Articles;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Articles;

/// <summary>A guest on other people's pages, who is not taken in by hostile ones.</summary>
public sealed class PageGuestTests
{
    [Fact]
    public async Task RobotsTxt_IsAskedOnceADay_AndWhatItForbidsIsNot()
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Serve("/robots.txt", "User-agent: *\nDisallow: /a/secret\n", "text/plain");
        paper.List("secret", "open");
        paper.Write("open");
        paper.Write("secret");
        await paper.PollAsync();

        Assert.Equal(["secret Refused", "open Read"], (await paper.ReadAsync()).OrderDescending());
        Assert.Equal((0, 1, 1), (paper.Asked("/a/secret"), paper.Asked("/a/open"), paper.Asked("/robots.txt")));
        Assert.Equal(2, (await paper.Service.ItemsOf("/api/stories")).Count);
        var pages = (await paper.Service.GetJsonAsync("/api/sources/harbour")).GetProperty("pages");
        Assert.Equal(
            (1, 1, 0),
            (pages.GetProperty("read").GetInt32(), pages.GetProperty("refused").GetInt32(), pages.GetProperty("waiting").GetInt32()));
        Assert.Equal(pages.GetRawText(), (await paper.Service.ItemsOf("/api/sources")).Single().GetProperty("pages").GetRawText());
        Assert.Matches("feedhub_pages_total{[^}]*outcome=\"read\"", await paper.Service.Client.GetStringAsync("/metrics"));
        await using var db = await paper.Service.DatabaseAsync();
        Assert.Equal("robots.txt of 127.0.0.1 forbids it", $"{(await db.QueuedPages.SingleAsync()).Error}");
        paper.Time.Advance(TimeSpan.FromHours(25));
        paper.List("new");
        paper.Write("new");
        await paper.PollAsync();
        await paper.ReadAsync();
        Assert.Equal(2, paper.Asked("/robots.txt"));
    }

    [Fact]
    public async Task ASourceThatIgnoresRobotsTxt_IsNotHeldByIt()
    {
        await using var paper = await Paper.StartAsync("\"content\": \"article\", \"robots\": \"ignore\"");
        paper.Newsroom.Serve("/robots.txt", "User-agent: *\nDisallow: /\n", "text/plain");
        paper.List("one");
        paper.Write("one");
        await paper.PollAsync();

        Assert.Equal(["one Read"], await paper.ReadAsync());
        Assert.Equal(0, paper.Asked("/robots.txt"));
    }

    [Theory]
    [InlineData(404, "Read")]
    [InlineData(403, "Read")]
    [InlineData(500, "Refused")]
    [InlineData(503, "Refused")]
    public async Task ARobotsTxtThatIsNotThere_AllowsAll_AndOneThatCannotBeReadNothing(int status, string outcome)
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Answer("/robots.txt", status);
        paper.List("one");
        paper.Write("one");
        await paper.PollAsync();

        Assert.Equal([$"one {outcome}"], await paper.ReadAsync());
    }

    [Fact]
    public async Task ARobotsTxtOfFiftyMegabytes_IsReadAtItsBeginning()
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Answer("/robots.txt", async context =>
        {
            await context.Response.WriteAsync("User-agent: *\nDisallow: /a/\n");
            var comment = new byte[64 * 1024];
            Array.Fill(comment, (byte)'#');
            for (var i = 0; i < 800 && !context.RequestAborted.IsCancellationRequested; i++)
                await context.Response.Body.WriteAsync(comment, context.RequestAborted);
        });
        paper.List("one");
        paper.Write("one");
        await paper.PollAsync();

        Assert.Equal(["one Refused"], await paper.ReadAsync());
        await using var db = await paper.Service.DatabaseAsync();
        Assert.InRange((await db.Hosts.SingleAsync()).BytesReceived, 400_000, 1_100_000);
    }

    [Fact]
    public async Task EndlessPages_EndAtTheSetNumber()
    {
        await using var paper = await Paper.StartAsync(settings: "--FeedHub:Articles:MaxPages=5");
        paper.List("one");
        paper.Newsroom.Answer("/a/one", Endless(1));
        for (var page = 2; page < 30; page++)
            paper.Newsroom.Answer($"/a/one/{page}", Endless(page));
        await paper.PollAsync();

        Assert.Equal(["one Read"], await paper.ReadAsync());
        Assert.Equal(5, paper.Newsroom.Requests.Count(request => request.Path.StartsWith("/a/one", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ANextPage_ThatSaysTheSameAgain_OrIsAnotherArticle_OrCannotBeHad_EndsTheArticle_AndTheJobSaysSo()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("again", "other", "gone");
        void Answer(string path, string title, string text, string next) => paper.Newsroom.Answer(
            path, Paper.Page(text, $"<meta property=og:title content='{title}'><link rel=next href={next}>"));
        foreach (var name in (string[])["again", "other", "gone"])
            Answer($"/a/{name}", "The ferry comes home", Paper.Text("one"), $"/a/{name}/2");
        Answer("/a/again/2", "The ferry comes home", Paper.Text("one").Replace("13", "77", StringComparison.Ordinal), "/a/again/3");
        Answer("/a/other/2", "Schools open later this winter", Paper.Text("two"), "/a/other/3");
        await paper.PollAsync();

        var turns = paper.Service.Services.GetRequiredService<PageTurns>();
        var words = new List<string>();
        while (await turns.NextAsync("127.0.0.1", CancellationToken.None) is { } read)
            words.Add(PageWords.Of(read.Page, read.Answer));
        Assert.Contains(words, line => line.Contains("/a/again: read", StringComparison.Ordinal)
            && line.Contains("has nothing that the pages before", StringComparison.Ordinal));
        Assert.Contains(words, line => line.Contains("/a/other: read", StringComparison.Ordinal)
            && line.Contains("is another article", StringComparison.Ordinal));
        Assert.Contains(words, line => line.Contains("/a/gone: read", StringComparison.Ordinal)
            && line.Contains("could not be had", StringComparison.Ordinal));
        Assert.Equal((0, 1), (paper.Asked("/a/again/3"), paper.Asked("/a/other/2")));
        Assert.DoesNotContain("ferry two", string.Concat((await paper.Service.ItemsOf("/api/items")).Select(item => item.GetRawText())),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressThatFeedHubMayNotAsk_IsSaidToBeRefused_NotForbiddenByRobotsTxt()
    {
        await using var paper = await Paper.StartAsync();
        paper.Newsroom.Serve("/feed", Feeds.Rss("Harbour", paper.ItemOf("one") with { Link = "http://224.0.0.9/a/one" }));
        await paper.PollAsync();
        await paper.Service.Services.GetRequiredService<PageTurns>().NextAsync("224.0.0.9", CancellationToken.None);

        await using var db = await paper.Service.DatabaseAsync();
        Assert.StartsWith("refused: 224.0.0.9 is ", $"{(await db.QueuedPages.SingleAsync()).Error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectToAnotherPortOfTheHost_AsksForItsRobotsTxtFirst_InTheTurnThatItHas()
    {
        await using var other = await FakeNewsroom.StartAsync();
        await using var paper = await Paper.StartAsync(settings: "--FeedHub:Polling:PerHost=1");
        other.Serve("/robots.txt", "User-agent: FeedHub\nDisallow: /shut\n", "text/plain");
        other.Answer("/open", Paper.Page(Paper.Text("one")));
        other.Answer("/shut", Paper.Page(Paper.Text("two")));
        paper.List("one", "two");
        foreach (var (name, to) in ((string, string)[])[("one", "/open"), ("two", "/shut")])
            paper.Newsroom.Answer($"/a/{name}", context =>
            {
                context.Response.Redirect(other.Url(to));
                return Task.CompletedTask;
            });
        await paper.PollAsync();

        Assert.Equal(["one Read", "two Refused"], (await paper.ReadAsync()).Order());
        Assert.Single(other.AskedFor("/robots.txt"));
        Assert.Empty(other.AskedFor("/shut"));
    }

    [Theory]
    [InlineData("http://127.0.0.2:1/elsewhere")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://[::1]:1/")]
    public async Task ARedirectToWhereFeedHubMayNotGo_IsRefused(string location)
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one");
        paper.Newsroom.Answer("/a/one", context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        });
        await paper.PollAsync();

        Assert.DoesNotContain("one Read", await paper.ReadAsync());
        await paper.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await paper.Service.ItemsOf("/api/stories"));
    }

    [Fact]
    public async Task APageOfAHundredMegabytes_OneThatIsAPicture_AndOneWithoutText_CostTheTextOfTheirItemsAlone()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("huge", "picture", "empty", "good");
        paper.Newsroom.Answer("/a/huge", async context =>
        {
            context.Response.ContentType = "text/html";
            var much = new byte[64 * 1024];
            for (var i = 0; i < 1600 && !context.RequestAborted.IsCancellationRequested; i++)
                await context.Response.Body.WriteAsync(much, context.RequestAborted);
        });
        paper.Newsroom.Serve("/a/picture", "GIF89a", "image/gif");
        paper.Newsroom.Answer("/a/empty", Paper.Page("<a href=/x>More</a>"));
        paper.Write("good");
        await paper.PollAsync();

        var read = await paper.ReadAsync();
        Assert.Equal(["empty Empty", "good Read", "huge Refused", "picture Empty"], read.Order());
        Assert.Equal(4, (await paper.Service.ItemsOf("/api/stories")).Count);
        await using var db = await paper.Service.DatabaseAsync();
        var pages = await db.ArticleFigures.SingleAsync();
        Assert.Equal((1, 1, 2), (pages.Read, pages.Refused, pages.Empty));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(200)]
    public async Task PagesThatAreDenied_LetTheSourceRest_AndThenEndIt_InWords(int status)
    {
        await using var paper = await Paper.StartAsync();
        var paid = Paper.Page(Paper.Text("x"), "<script type=\"application/ld+json\">{ \"@type\": \"NewsArticle\", \"headline\": \"Ferry\", \"isAccessibleForFree\": false }</script>");
        var names = Enumerable.Range(0, 12).Select(i => $"n{i}").ToList();
        paper.List(names);
        foreach (var name in names)
            paper.Newsroom.Answer($"/a/{name}", status == 200 ? paid : context =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        await paper.PollAsync();

        Assert.Equal(3, (await paper.ReadAsync()).Count);
        await using (var db = await paper.Service.DatabaseAsync())
            Assert.StartsWith("3 pages in a row were denied", $"{(await db.ArticleFigures.SingleAsync()).Why}", StringComparison.Ordinal);
        await paper.WaitAsync(TimeSpan.Zero);
        Assert.Equal(12, (await paper.Service.ItemsOf("/api/stories?limit=50")).Count);
        for (var day = 0; day < 6; day++)
        {
            paper.Time.Advance(TimeSpan.FromDays(2));
            await paper.ReadAsync();
        }

        await using var later = await paper.Service.DatabaseAsync();
        Assert.True((await later.ArticleFigures.SingleAsync()).HasEnded);
        Assert.Equal(8, names.Sum(name => paper.Asked($"/a/{name}")));
    }

    [Fact]
    public async Task A429_LetsTheServerRest_AlsoForPolls()
    {
        await using var paper = await Paper.StartAsync();
        paper.List("one", "two");
        foreach (var path in (string[])["/a/one", "/a/two"])
            paper.Newsroom.Answer(path, context =>
            {
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "600");
                return Task.CompletedTask;
            });
        await paper.PollAsync();

        var read = await paper.ReadAsync();
        Assert.All(read, outcome => Assert.EndsWith("Later", outcome, StringComparison.Ordinal));
        Assert.Equal(1, paper.Asked("/a/one") + paper.Asked("/a/two"));
        await using var db = await paper.Service.DatabaseAsync();
        Assert.True((await db.Sources.SingleAsync()).NextPollAt >= paper.Time.GetUtcNow().AddSeconds(590));
    }

    private static RequestDelegate Endless(int page) =>
        Paper.Page(Paper.Text(new string((char)('a' + page), 3)), $"<link rel=next href=/a/one/{page + 1}>");
}
