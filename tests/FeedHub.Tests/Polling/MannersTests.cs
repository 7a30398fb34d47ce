using FeedHub.Hosting;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>What publishers may expect of FeedHub beyond one poll: rests, moves, and the ledger that shows them.</summary>
public sealed class MannersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(429, "7200")]
    [InlineData(503, "Sun, 22 Nov 2026 12:00:00 GMT")]
    public async Task AServerThatAsksToBeLeftAlone_RestsWithAllItsSources_AlsoAfterARestart(int status, string retryAfter)
    {
        _newsroom.Answer("/a", Resting(status, retryAfter));
        _newsroom.Serve("/b", Feeds.Rss("Beta", Item("1")));
        await using (var service = await StartAsync("/a", "/b"))
        {
            await service.PollAsync("a");
            var b = await service.GetJsonAsync("/api/sources/b");
            Assert.True(b.GetProperty("next_poll").GetDateTimeOffset() >= Start.AddHours(2));
            Assert.Contains($"HTTP {status}", b.GetProperty("status_text").GetString(), StringComparison.Ordinal);
        }

        await using var again = await StartAsync("/a", "/b", "/new");
        Assert.Empty(await DueAsync(again, except: "new"));
        Assert.Contains("left alone", await DuePollAsync(again, "new"), StringComparison.Ordinal);
        Assert.Empty(_newsroom.AskedFor("/b").Concat(_newsroom.AskedFor("/new")));
        var host = Assert.Single(await again.ItemsOf("/api/hosts"));
        Assert.Equal((1, 1), (host.GetProperty("requests").GetInt32(), host.GetProperty("throttled").GetInt32()));
        Assert.True(host.GetProperty("rests_until").GetDateTimeOffset() >= Start.AddHours(2));

        _time.Advance(TimeSpan.FromHours(2.1));
        Assert.Equal("200, 1 new", await DuePollAsync(again, "b"));
        Assert.Equal("null", (await again.ItemsOf("/api/hosts"))[0].GetProperty("rests_until").GetRawText());
    }

    [Fact]
    public async Task A403WhereItUsedToAnswer_LetsTheServerRest_AndWhereItNeverDid_ItDoesNot()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1")));
        _newsroom.Answer("/b", 403);
        await using var service = await StartAsync("/a", "/b");
        await service.PollAsync("b");
        Assert.Equal("null", (await service.ItemsOf("/api/hosts"))[0].GetProperty("rests_until").GetRawText());
        await service.PollAsync("a");
        _newsroom.Answer("/a", 403);
        await service.PollAsync("a");
        Assert.NotEqual("null", (await service.ItemsOf("/api/hosts"))[0].GetProperty("rests_until").GetRawText());
    }

    [Fact]
    public async Task AServerThatAsksAgainAndAgain_RestsLongerEachTime_UntilItAnswers()
    {
        _newsroom.Answer("/a", 429);
        await using var service = await StartAsync("/a");
        var rests = new List<TimeSpan>();
        for (var round = 0; round < 3; round++)
        {
            await service.PollAsync("a");
            rests.Add((await service.ItemsOf("/api/hosts"))[0].GetProperty("rests_until").GetDateTimeOffset() - _time.GetUtcNow());
            _time.Advance(rests[^1] + TimeSpan.FromSeconds(1));
        }

        Assert.Equal([15, 30, 60], rests.Select(rest => Math.Round(rest.TotalMinutes)));
    }

    [Fact]
    public async Task TheLedger_CountsRequestsAnd304s_AndTheSmallestGap()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1")));
        await using var service = await StartAsync("/a");
        foreach (var minutes in new[] { 30, 20, 25 })
        {
            await service.PollAsync("a");
            _time.Advance(TimeSpan.FromMinutes(minutes));
        }

        var host = Assert.Single(await service.ItemsOf("/api/hosts"));
        Assert.Equal(_newsroom.Address["http://".Length..], host.GetProperty("host").GetString());
        Assert.Equal((3, 2, "00:20:00"), (host.GetProperty("requests").GetInt32(), host.GetProperty("not_modified").GetInt32(), host
            .GetProperty("smallest_gap")
            .GetString()));
        Assert.Equal(
            host.GetProperty("bytes").GetProperty("saved").GetInt64(),
            2 * host.GetProperty("bytes").GetProperty("received").GetInt64());
        Assert.Contains("127.0.0.1", await service.Client.GetStringAsync("/hangfire/hosts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLedger_IsBounded()
    {
        await using var service = await StartAsync("/a");
        var writer = service.Services.GetRequiredService<DatabaseWriter>();
        const string Fill = """
            INSERT INTO Hosts (Name, Since, LastRequestAt, Requests, NotModified, Throttled, BytesReceived, BytesSaved, Strikes)
            SELECT 'h' || value, 0, ?1 + value, 1, 0, 0, 0, 0, 0 FROM generate_series(1, 10500)
            """;
        var numbers
            = "WITH RECURSIVE generate_series(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM generate_series WHERE value < 10500) ";
        await writer.RunAsync(session => session.Execute(
            numbers + Fill.Replace("generate_series(1, 10500)", "generate_series", StringComparison.Ordinal),
            Start.AddDays(-1)), CancellationToken.None);
        await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        await using var db = await service.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();
        Assert.Equal(10_000, await db.Hosts.CountAsync());
        _time.Advance(TimeSpan.FromDays(100));
        await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await db.Hosts.CountAsync());
    }

    [Fact]
    public async Task AMovedSource_IsTriedAtItsFormerAddress_OnceTheNewOneHasFailedThreeTimes()
    {
        _newsroom.Answer("/old", MovedTo("/new"));
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1")));
        await using var service = await StartAsync("/old");
        await service.PollAsync("old");
        _newsroom.Answer("/new", 404);
        _newsroom.Serve("/old", Feeds.Rss("Alpha", Item("1"), Item("2")));
        for (var failure = 0; failure < 3; failure++)
            await service.PollAsync("old");
        Assert.Single(_newsroom.AskedFor("/old"));
        Assert.Contains(
            "former address",
            (await service.GetJsonAsync("/api/sources/old")).GetProperty("status_text").GetString(),
            StringComparison.Ordinal);

        Assert.Equal("200, 1 new", await service.PollAsync("old"));

        var source = await service.GetJsonAsync("/api/sources/old");
        Assert.Equal(
            (_newsroom.Url("/old"), _newsroom.Url("/new"), "active"),
            (source.GetProperty("url").GetString(), source.GetProperty("former_url").GetString(), source.GetProperty("state").GetString()));
        Assert.Equal("304, nothing new", await service.PollAsync("old"));
    }

    [Fact]
    public async Task AMovedSource_WhoseBothAddressesFail_IsAskedAtThemInTurn()
    {
        _newsroom.Answer("/old", MovedTo("/new"));
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1")));
        await using var service = await StartAsync("/old");
        await service.PollAsync("old");
        _newsroom.Answer("/new", 500);
        _newsroom.Answer("/old", 500);
        for (var failure = 0; failure < 7; failure++)
            await service.PollAsync("old");
        Assert.Equal(["/old", "/new", "/new", "/new", "/new", "/old", "/new", "/old", "/new"], _newsroom.Requests.Select(r => r.Path));
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1"), Item("3")));
        await service.PollAsync("old");
        await service.PollAsync("old");
        Assert.Equal((_newsroom.Url("/new"), "active"), await UrlAndStateAsync(service, "old"));
    }

    [Fact]
    public async Task GoneWhereItMovedTo_TheFormerAddressIsTriedBeforeItIsGoneForGood()
    {
        _newsroom.Answer("/old", MovedTo("/new"));
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1")));
        await using var service = await StartAsync("/old");
        await service.PollAsync("old");
        _newsroom.Answer("/new", 410);
        await service.PollAsync("old");
        Assert.Equal((_newsroom.Url("/new"), "failing"), await UrlAndStateAsync(service, "old"));
        await service.PollAsync("old");
        await service.PollAsync("old");
        Assert.Equal((_newsroom.Url("/new"), "gone"), await UrlAndStateAsync(service, "old"));
        Assert.Equal(2, _newsroom.AskedFor("/old").Count);
    }

    [Fact]
    public async Task AMovedSource_IsStillTheOneThatFeedsJsonNames_AndNoSecondOneIsMade()
    {
        _newsroom.Answer("/old", MovedTo("/new"));
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1")));
        await using (var service = await StartAsync("/old"))
            await service.PollAsync("old");
        await using var again = await StartAsync("/old");
        var moved = Assert.Single(await again.ItemsOf("/api/sources"));
        Assert.Equal(_newsroom.Url("/new"), moved.GetProperty("url").GetString());
        using var second = await again.Client
            .PostAsync("/api/sources", new StringContent($$"""{"url":"{{_newsroom.Url("/old")}}"}""", null, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Moved from", await again.Client.GetStringAsync("/hangfire/sources/old"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceThatMovesToAnAddressThatAnotherHas_IsAskedConditionallyAllTheSame_AndSaysSo()
    {
        _newsroom.Answer("/old", MovedTo("/b"));
        _newsroom.Serve("/b", Feeds.Rss("Beta", Item("1")));
        await using var service = await StartAsync("/old", "/b");
        await service.PollAsync("b");
        await service.PollAsync("old");
        Assert.Equal("304, nothing new", await service.PollAsync("old"));
        Assert.Contains(
            "another source",
            (await service.GetJsonAsync("/api/sources/old")).GetProperty("status_text").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsOwnHeaders_StayBehind_WhenASourceMovesToAnotherHost()
    {
        var elsewhere = _newsroom.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _newsroom.Answer("/old", context =>
        {
            context.Response.Redirect($"{elsewhere}/new", permanent: true);
            return Task.CompletedTask;
        });
        _newsroom.Serve("/new", Feeds.Rss("Alpha", Item("1")));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/old"), "old", """ "headers": { "Authorization": "secret" } """)), _time);
        await service.PollAsync("old");
        await service.PollAsync("old");
        Assert.Equal($"{elsewhere}/new", (await service.GetJsonAsync("/api/sources/old")).GetProperty("url").GetString());
        Assert.Equal([true, false, false], _newsroom.Requests.Select(r => r.Headers.ContainsKey("Authorization")));
        Assert.Single(_newsroom.Requests.Select(r => r.Headers["User-Agent"]).Distinct());
    }

    [Fact]
    public async Task ValidatorsOfA304_TakeThePlaceOfTheOldOnes()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1")));
        await using var service = await StartAsync("/a");
        await service.PollAsync("a");
        _newsroom.Answer("/a", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.ETag) = (304, "W/\"second\"");
            return Task.CompletedTask;
        });
        await service.PollAsync("a");
        await service.PollAsync("a");
        Assert.Equal("W/\"second\"", _newsroom.AskedFor("/a")[^1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task ASourceThatStopsBringingItems_IsQuiet_AndItsNextItemEndsThat()
    {
        Written Old(int n) => Item($"old-{n}") with { Published = Start.AddHours(-3 * n) };
        var listed = Enumerable.Range(1, 80).Select(Old).ToList();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", listed));
        await using var service = await StartAsync("/a");
        await service.PollAsync("a");
        _time.Advance(TimeSpan.FromHours(30));
        await service.PollAsync("a");
        var quiet = await service.GetJsonAsync("/api/sources/a");
        Assert.Equal("quiet", quiet.GetProperty("state").GetString());
        Assert.Contains("usually 8 a day, none for 33 h", quiet.GetProperty("status_text").GetString(), StringComparison.Ordinal);
        Assert.Contains("usually 8 a day", await service.Client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);

        _newsroom.Serve("/a", Feeds.Rss("Alpha", [Item("new") with { Published = _time.GetUtcNow() }, .. listed]));
        await service.PollAsync("a");
        Assert.Equal("active", (await service.GetJsonAsync("/api/sources/a")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task AThousandSourcesMetTogether_DoNotComeBackTogether()
    {
        var schedule = new PollSchedule(new(), new Random(3));
        var source = new Source { Slug = "a", Url = "http://a.example/", UrlKey = "http://a.example/", NextPollAt = Start };
        var due = await Task.WhenAll(Enumerable.Range(0, 1000)
            .Select(_ => Task.FromResult(schedule.AfterSuccess(source, Rhythm.Of([], Start), null, new(), Start).NextPollAt!.Value)));
        Assert.True(due.GroupBy(time => (int)(time - Start).TotalMinutes).Max(minute => minute.Count()) < 200);
        Assert.All(due, time => Assert.InRange(time - Start, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(22.5)));

        var late = new Source
        {
            Slug = "a",
            Url = "http://a.example/",
            UrlKey = "http://a.example/",
            NextPollAt = Start.AddHours(-5),
            Polling = { LastSuccessAt = Start.AddHours(-6) }
        };
        var after = Enumerable.Range(0, 100)
            .Select(_ => schedule.AfterSuccess(late, Rhythm.Of([], Start), null, new(), Start).NextPollAt!.Value - Start)
            .ToList();
        Assert.True(after.Max() - after.Min() > TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task TheGapOfAHost_OutlivesARestart()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Item("1")));
        await using (var service = await StartAsync("/a"))
            await service.PollAsync("a");
        await using var again = await TestService.StartAsync(
            _folder,
            null,
            _time,
            false,
            null,
            "--FeedHub:Polling:HostGap=00:10:00",
            "--FeedHub:Polling:PerHost=1");
        Assert.Contains("busy", await again.PollAsync("a"), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("304, nothing new", await again.PollAsync("a"));
    }

    private static Written Item(string id) => new(id, $"https://alpha.example/{id}", $"Item {id}", Start.AddHours(-1));

    private static Microsoft.AspNetCore.Http.RequestDelegate Resting(int status, string retryAfter) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        context.Response.Headers.Date = Start.ToString("r");
        return Task.CompletedTask;
    };

    private static Microsoft.AspNetCore.Http.RequestDelegate MovedTo(string path) => context =>
    {
        context.Response.Redirect(path, permanent: true);
        return Task.CompletedTask;
    };

    private static async Task<(string?, string?)> UrlAndStateAsync(TestService service, string slug)
    {
        var source = await service.GetJsonAsync($"/api/sources/{slug}");
        return (source.GetProperty("url").GetString(), source.GetProperty("state").GetString());
    }

    private async Task<IReadOnlyList<string>> DueAsync(TestService service, string except)
    {
        var (now, sources) = (_time.GetUtcNow(), await service.Services.GetRequiredService<SourceCatalogue>()
            .AllAsync(CancellationToken.None));
        return [.. sources.Where(s => s.NextPollAt <= now && s.Slug != except).Select(s => s.Slug)];
    }

    // As the dispatcher would: only if it is due.
    private static async Task<string> DuePollAsync(TestService service, string slug)
    {
        var source = await service.Services.GetRequiredService<SourceCatalogue>().FindAsync(slug, CancellationToken.None);
        return PollWords.Of(
            await service.Services.GetRequiredService<Poller>().PollAsync(source!.Id, refresh: false, CancellationToken.None));
    }

    private Task<TestService> StartAsync(params string[] paths) =>
        TestService.StartAsync(
            _folder,
            Feeds.Json(paths.Select(path => $$"""{ "url": "{{_newsroom.Url(path)}}", "title": "{{path[1..]}}" }""")),
            _time);
}
