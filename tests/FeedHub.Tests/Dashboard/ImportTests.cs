using System.Net;
using FeedHub.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Dashboard;

/// <summary>Subscription lists taken in through the dashboard.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Page = "/hangfire/sources/import";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AList_IsTakenIn_LineByLine_AndNothingTwice()
    {
        await using var service = await StartAsync("""{ "url": "https://known.example/feed", "title": "Known", "enabled": false }""");
        var done = await UploadAsync(service, """
            <opml version="2.0"><body>
              <outline text="Olahraga"><outline text="Bola" xmlUrl="https://bola.example/rss" language="id"/></outline>
              <outline text="Blogs"><outline text="Science and technology"><outline text="Lab" xmlUrl="https://lab.example/feed" category="health"/></outline></outline>
              <outline text="Bola again" xmlUrl="http://www.bola.example/rss/?utm_source=opml"/>
              <outline text="Known" xmlUrl="https://KNOWN.example:443/feed#x"/>
              <outline text="Ftp" xmlUrl="ftp://a.example/feed"/>
              <outline text="Secret" xmlUrl="https://user:hunter2@a.example/feed"/>
              <outline text="Old" xmlUrl="feed://old.example/rss"/>
            </body></opml>
            """);

        var lines = await LinesAsync(service);
        Assert.Equal(
            [ImportOutcome.Added, ImportOutcome.Added, ImportOutcome.Known, ImportOutcome.Known, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Added],
            lines.Select(l => l.Outcome));
        Assert.Equal(["sport"], lines[0].Categories);
        Assert.Equal(["science-technology", "health"], lines[1].Categories);
        Assert.Contains("'Blogs' is none of FeedHub's categories", lines[1].Words, StringComparison.Ordinal);
        Assert.Contains("'Bola' (bola), which is polled at https://bola.example/rss", lines[2].Words, StringComparison.Ordinal);
        Assert.Equal("known", lines[3].SourceSlug);

        var html = await service.Client.GetStringAsync(done);
        Assert.DoesNotContain("hunter2", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Concat(lines.Select(l => l.Url + l.Words)), StringComparison.Ordinal);
        Assert.Contains("added 3</a>", html, StringComparison.Ordinal);
        Assert.Contains("ftp://", await service.Client.GetStringAsync(done.Split('?')[0] + "?outcome=refused"), StringComparison.Ordinal);

        var bola = (await SourcesAsync(service)).Single(s => s.Slug == "bola");
        Assert.Equal(("id", true), (bola.Language, bola.Enabled));
        await TestService.UntilAsync(() => SourcesAsync(service), sources => sources.Where(s => s.Slug != "known").All(s => s.LastPollAt is not null));
        Assert.Equal("http://old.example/rss", (await SourcesAsync(service)).Single(s => s.Slug == "old").Url);
    }

    [Fact]
    public async Task FiveHundredLines_AreAddedOnce_HoweverOftenTheListIsGiven_AndARestartGoesOn()
    {
        var list = $"<opml><body>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<outline text='S{i}' xmlUrl='https://h{i % 25}.example/f{i}'/>"))}</body></opml>";
        await using (var service = await StartAsync())
        {
            await UploadAsync(service, list);
            await UploadAsync(service, list);
            Assert.Equal(500, (await SourcesAsync(service)).Count);
            var html = await service.Client.GetStringAsync($"{Page}/2?page=3");
            Assert.Contains("already there 500</a>", html, StringComparison.Ordinal);
            Assert.Contains("<td data-label=\"Line\">401</td>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<td data-label=\"Line\">400</td>", html, StringComparison.Ordinal);
            await using var db = await service.DatabaseAsync();
            db.Imports.Add(new() { Name = "cut short", RequestedAt = DateTimeOffset.UtcNow, Total = 1, Id = 9 });
            db.ImportLines.Add(new() { ImportId = 9, Place = 1, Url = "https://late.example/feed" });
            await db.SaveChangesAsync();
        }

        await using var again = await StartAsync();
        await TestService.UntilAsync(() => SourcesAsync(again), sources => sources.Any(s => s.Url == "https://late.example/feed"));
    }

    [Fact]
    public async Task WhatIsNoList_OrTooLarge_IsRefusedInWords()
    {
        await using var service = await StartAsync();
        foreach (var (text, words) in new[] { ("", "choose an OPML file"), ("<rss/>", "this is no OPML"), ("<opml><body/></opml>", "no feed in it") })
        {
            using var answer = await service.SendFormAsync(Page, Page, ("text", text));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var large = await service.Client.PostAsync(Page, new ByteArrayContent(new byte[Imports.MaxBytes + 100_000]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var tokenless = await service.Client.PostAsync(Page, new FormUrlEncodedContent([new("text", "<opml/>")]));
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Empty(await SourcesAsync(service));
    }

    private Task<TestService> StartAsync(params string[] sources) =>
        TestService.StartAsync(_folder, Feeds.Json(sources), settings: "--FeedHub:Polling:Concurrency=2");

    private static async Task<string> UploadAsync(TestService service, string opml)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await service.Client.GetStringAsync(Page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(opml), "file", "list.opml" } };
        using var answer = await service.Client.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        await TestService.UntilAsync(() => service.Client.GetStringAsync(to), html => html.Contains("What was added is polled", StringComparison.Ordinal));
        return to;
    }

    private static async Task<IReadOnlyList<Source>> SourcesAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.AsNoTracking().ToListAsync();
    }

    private static async Task<IReadOnlyList<ImportLine>> LinesAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.ImportLines.AsNoTracking().OrderBy(l => l.Place).ToListAsync();
    }
}
