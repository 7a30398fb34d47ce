using FeedHub.Model.OwnFeeds;
using FeedHub.Publishing.Readers;
using FeedHub.Storage.Statements.Readers;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Publishing;

/// <summary>Who reads which feed: how many, never who.</summary>
public sealed class ReaderCountTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly ReaderCounter _counter;

    public ReaderCountTests() => _counter = new(_time);

    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 41 subscribers; like FeedFetcher-Google)", "Feedly", 41)]
    [InlineData("Mozilla/5.0 (compatible; inoreader.com; 5 subscribers)", "inoreader.com", 5)]
    [InlineData("NewsBlur Feed Fetcher - 12 subscribers - https://www.newsblur.com/site/1/x (Mozilla/5.0)", "NewsBlur Feed Fetcher", 12)]
    [InlineData("BazQux/2.4 (+https://bazqux.com/fetcher; 1 subscribers)", "BazQux", 1)]
    [InlineData("livedoor FeedFetcher/0.01 (http://reader.livedoor.com/; 3 readers)", "livedoor FeedFetcher", 3)]
    [InlineData("Tiny Tiny RSS/21.03 (http://tt-rss.org/)", "Tiny Tiny RSS", null)]
    [InlineData("newsboat/2.21.0 (Linux x86_64)", "newsboat", null)]
    [InlineData("sfeed", "sfeed", null)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox", null)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36", "Chrome", null)]
    [InlineData("Mozilla/5.0 (Macintosh) AppleWebKit/605.1 (KHTML, like Gecko) Version/17.1 Safari/605.1", "Safari", null)]
    [InlineData("siti@example.org", "other programs", null)]
    [InlineData("siti.aminah@example.org reader", "other programs", null)]
    [InlineData("203.0.113.7", "other programs", null)]
    [InlineData("https://siti.example/", "other programs", null)]
    [InlineData("", "other programs", null)]
    [InlineData("x 99999999999999999999 subscribers", "x", null)]
    [InlineData("x/1 (999999999 subscribers)", "x", 10_000_000)]
    public void AProgram_IsNamedWithoutItsVersion_AndNeverByAPersonsAddress(string agent, string name, int? subscribers) =>
        Assert.Equal(new ReadingProgram(name, subscribers), ReadingProgram.Of(agent));

    [Fact]
    public void Clients_AreToldApart_AndStatedNumbersStandPerSelection()
    {
        foreach (var client in (string[])["a", "b", "a", "c"])
            _counter.Count("/feed.rss?category=sport", "newsboat/2", client);
        _counter.Count("/feed.rss", "newsboat/2.1", "a");
        _counter.Count("/feed.rss", "Feedly/1.0 (7 subscribers)", "f");
        _counter.Count("/feed.rss", "Feedly/1.0 (6 subscribers)", "f");
        _counter.Count("/feed.rss?q=a", "Feedly/1.0 (2 subscribers)", "f");
        _counter.Count("/feeds/ships.atom", "newsboat/2", "a");

        Assert.Equal(
            ["/feed.rss newsboat 3 False", "/feed.rss Feedly 8 True", "/feeds/ships.atom newsboat 1 False"],
            _counter.Take().Select(row => $"{row.Path} {row.Agent} {row.Readers} {row.Stated}"));
        Assert.Empty(_counter.Take());
    }

    [Fact]
    public void ADay_IsCountedByItself_AndWhatWasNotTakenOfTheLastIsStillThere()
    {
        _counter.Count("/feed.rss", "sfeed", "a");
        _time.Advance(TimeSpan.FromHours(13));
        _counter.Count("/feed.rss", "sfeed", "a");

        Assert.Equal([(20, 1L), (21, 1L)], _counter.Take().Select(row => (row.Day.Day, row.Readers)));
    }

    [Fact]
    public void WhatStrangersMakeUp_IsBounded_AndCountsAsOthers()
    {
        for (var n = 0; n < 30_000; n++)
            _counter.Count($"/feed.rss?q={n}", $"{Letters(n)}/1 ({n} subscribers)", $"{n}");
        for (var n = 0; n < 30_000; n++)
            _counter.Count("/feed.atom", "made-up " + new string('x', n % 3000), $"{n}");

        var rows = _counter.Take();
        Assert.Equal(ReaderCounter.MostPrograms + 1, rows.Count(row => row.Path == "/feed.rss"));
        Assert.All(rows, row => Assert.InRange(row.Agent.Length, 1, 40));
        Assert.InRange(rows.Where(row => row.Path == "/feed.atom").Max(row => row.Readers), 1, 20_000);
    }

    [Fact]
    public async Task WhatWasCounted_IsStoredOnceAMinute_SurvivesARestart_AndIsForgottenAfter30Days()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(Noon);
        await using (var service = await TestService.StartAsync(folder, Feeds.Json(), time))
        {
            await AskAsync(service, "/feed.json", "Feedly/1.0 (9 subscribers)");
            await AskAsync(service, "/feed.json", "newsboat/2.21");
            await TestService.UntilAsync(
                async () =>
                {
                    time.Advance(TimeSpan.FromSeconds(61));
                    return await StoredAsync(service);
                },
                rows => rows.Count == 2);
            await AskAsync(service, "/feed.rss", "sfeed");
        }

        await using var again = await TestService.StartAsync(folder, time: time);
        await AskAsync(again, "/feed.json", "Feedly/1.0 (4 subscribers)");
        await again.Services.GetServices<IHostedService>().OfType<ReaderKeeping>().Single().StoreAsync(default);
        Assert.Equal(
            ["/feed.json Feedly 9", "/feed.json newsboat 1", "/feed.rss sfeed 1"],
            (await StoredAsync(again)).Select(row => $"{row.Path} {row.Agent} {row.Readers}"));
        var figures = (await again.Services.GetRequiredService<ReaderFigures>().AllAsync(default))["/feed"];
        Assert.Equal((11, "Feedly"), (figures.Readers, figures.Programs[0].Program));

        time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, (await again.Services.GetRequiredService<ReaderFigures>().AllAsync(default))["/feed"].Readers);
        time.Advance(TimeSpan.FromDays(23));
        await again.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session => ReadershipStore.Purge(session, time.GetUtcNow()), default);
        Assert.Empty(await StoredAsync(again));
    }

    [Fact]
    public async Task ARequestThatIsAnsweredWith304_Counts_AndAPersonsGuideAndARefusalDoNot()
    {
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, Feeds.Json());
        using var first = await service.Client.GetAsync("/feed.atom");
        await AskAsync(service, "/feed.atom", "liferea/1.13", ("If-None-Match", first.Headers.ETag!.ToString()));
        await AskAsync(service, "/feed.atom", "Browser/1", ("Accept", "text/html"), ("Sec-Fetch-Dest", "document"));
        await AskAsync(service, "/feed.atom?category=none", "Refused/1");
        await AskAsync(service, "/feeds/none.atom", "Refused/1");

        Assert.Equal(
            ["liferea", "other programs"], service.Services.GetRequiredService<ReaderCounter>().Take().Select(row => row.Agent).Order());
    }

    private static string Letters(int n) =>
        string.Concat(n.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static async Task<List<Readership>> StoredAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Readership.AsNoTracking().OrderBy(row => row.Path).ThenBy(row => row.Agent).ToListAsync();
    }

    private static async Task AskAsync(TestService service, string address, string agent, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers.Append(("User-Agent", agent)))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Client.SendAsync(request);
    }
}
