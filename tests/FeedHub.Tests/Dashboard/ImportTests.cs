using System.Net;
using FeedHub.Fetching;
using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>Subscription lists imported through the dashboard.</summary>
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
            [ImportOutcome.Added, ImportOutcome.Added, ImportOutcome.Known, ImportOutcome.Known, ImportOutcome.Refused,
                ImportOutcome.Refused, ImportOutcome.Added],
            lines.Select(l => l.Outcome));
        Assert.Equal(["sport"], lines[0].Categories);
        Assert.Equal(["science-technology", "health"], lines[1].Categories);
        Assert.Equal(("Blogs/Science and technology", null), (lines[1].Folder, lines[1].Words?.English));
        Assert.Contains("'Bola' (bola), which is polled at https://bola.example/rss", lines[2].Words?.English, StringComparison.Ordinal);
        Assert.Equal("known", lines[3].SourceSlug);

        await using (var db = await service.DatabaseAsync())
        {
            var entries = await db.AuditEntries.AsNoTracking().ToListAsync();
            Assert.DoesNotContain(entries, entry => entry.Who == "FeedHub" && entry.Area == AuditArea.Sources);
            Assert.Contains(entries, entry => entry is { What: "list imported", Target: "import 1" });
            Assert.Contains(entries, entry => entry.What is "source added" or "sources added");
        }

        var html = await service.Client.GetStringAsync(done);
        Assert.DoesNotContain("hunter2", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "hunter2", string.Concat(lines.Select(l => l.Url + l.Words?.English + l.Words?.Indonesian)), StringComparison.Ordinal);
        Assert.Contains("added 3</a>", html, StringComparison.Ordinal);
        Assert.Contains("ftp://", await service.Client.GetStringAsync(done.Split('?')[0] + "?outcome=refused"), StringComparison.Ordinal);

        var bola = (await SourcesAsync(service)).Single(s => s.Slug == "bola");
        Assert.Equal(("id", true, "Olahraga"), (bola.Declared.Language, bola.Declared.Enabled, bola.Declared.Folder));

        // Each was asked: none of these hosts is there, which is this machine's network, not the sources'.
        var network = service.Services.GetRequiredService<OwnNetwork>();
        await TestService.UntilAsync(
            () => SourcesAsync(service),
            sources => network.IsDown || sources.Where(s => s.Slug != "known").All(s => s.Polling.LastPollAt is not null));
        Assert.Equal("http://old.example/rss", (await SourcesAsync(service)).Single(s => s.Slug == "old").Url);
    }

    [Fact]
    public async Task ALongImport_IsSummedUp_ShowsWhatWasRefused_AndIsUndone()
    {
        await using var service = await StartAsync("""{ "url": "https://known.example/feed", "title": "Known", "enabled": false }""");
        var outlines = string.Concat(
            Enumerable.Range(1, 12).Select(n => $"<outline text=\"Paper {n}\" xmlUrl=\"https://p{n}.example/f\"/>"));
        var done = await UploadAsync(service, $"""
            <opml version="2.0"><body>{outlines}<outline text="Known" xmlUrl="https://known.example/feed"/>
            <outline text="Ftp" xmlUrl="ftp://refused.example/feed"/></body></opml>
            """);

        var html = await service.Client.GetStringAsync(done);
        Assert.Contains("14 lines: 12 added, 1 already there, 1 refused.", html, StringComparison.Ordinal);
        Assert.Contains("refused.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("p7.example", html, StringComparison.Ordinal);
        Assert.Contains("p7.example", await service.Client.GetStringAsync(done.Split('?')[0] + "?outcome=all"), StringComparison.Ordinal);
        Assert.Contains("p7.example", await service.Client.GetStringAsync(done.Split('?')[0] + "?outcome=added"), StringComparison.Ordinal);

        Assert.Equal($"{Page}?done=unimported&n=12", await service.DoAsync(Page, done.Split('?')[0] + "/undo"));
        using var second = await service.SendFormAsync(Page, done.Split('?')[0] + "/undo");
        Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
        Assert.Contains("is undone", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await TestService.UntilAsync(() => SourcesAsync(service), sources => sources.Count == 1);
        html = await service.Client.GetStringAsync(done);
        Assert.Contains("This import is undone", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/1/undo", html, StringComparison.Ordinal);
        await using (var db = await service.DatabaseAsync())
            Assert.Single(await db.AuditEntries.Where(entry => entry.What == "sources deleted" || entry.What.Contains("/undo"))
                .ToListAsync());
        Assert.Equal($"{Page}?done=undone", await service.DoAsync(Page, "/hangfire/undo"));
        await TestService.UntilAsync(() => SourcesAsync(service), sources => sources.Count == 13);
        Assert.Contains(
            "Delete the 12 sources that it added", await service.Client.GetStringAsync(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveHundredLines_AreAddedOnce_HoweverOftenTheListIsGiven_AndARestartGoesOn()
    {
        var list =
            $"<opml><body>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<outline text='S{i}' xmlUrl='https://h{i % 25}.example/f{i}'/>"))}</body></opml>";
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
        foreach (var (text, words) in new[] {
            ("", "choose an OPML file"),
            ("<rss/>", "this is not OPML"),
            ("<opml><body/></opml>", "no feed in it") })
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

    [Fact]
    public async Task ALineWhoseHostIdnaForbids_IsRefusedInWords_AndEndsNothing()
    {
        await using var service = await StartAsync();
        var good = string.Concat(Enumerable.Range(0, 60).Select(i => $"<outline text='S{i}' xmlUrl='https://s{i}.example/f'/>"));
        await UploadAsync(service,
            $"<opml><body>{good}<outline text='Dot' xmlUrl='https://kabar\u2024pagi.example/f'/><outline text='Mark' "
                + $"xmlUrl='https://ka\uFFFDbar.example/f'/><outline text='None' "
                + $"type='rss'/>{good.Replace("/f'", "/g'", StringComparison.Ordinal)}</body></opml>");
        var lines = await LinesAsync(service);
        Assert.Equal((123, 120), (lines.Count, lines.Count(l => l.Outcome == ImportOutcome.Added)));
        Assert.All(
            lines.Skip(60).Take(2),
            line => Assert.Contains("has a character that no host name may have", line.Words?.English, StringComparison.Ordinal));
        Assert.Equal(
            (ImportOutcome.Refused, "it is not a feed: an outline of a feed has an xmlUrl"), (lines[62].Outcome, lines[62].Words?.English));
    }

    [Theory]
    [InlineData("/hangfire/sources", "url")]
    [InlineData("/hangfire/sources/find", "site")]
    public async Task AFormWithSuchAHost_IsAnsweredInWords(string action, string field)
    {
        await using var service = await StartAsync();
        using var answer = await service.SendFormAsync("/hangfire/sources", action, (field, "https://kabar\u2024pagi.example/f"));
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Contains("has a character that no host name may have", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ALineThatIsTooMuchForTheDatabase_IsRefusedAlone()
    {
        await using var service = await StartAsync();
        await using (var db = await service.DatabaseAsync())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER Sulk BEFORE INSERT ON Sources WHEN NEW.Title = 'Bad' BEGIN SELECT RAISE(ABORT, 'no'); END");
        await UploadAsync(service,
            "<opml><body><outline text='A' xmlUrl='https://a.example/f'/><outline text='Bad' xmlUrl='https://b.example/f'/><outline "
                + "text='C' xmlUrl='https://c.example/f'/></body></opml>");
        Assert.Equal([ImportOutcome.Added, ImportOutcome.Refused, ImportOutcome.Added], (await LinesAsync(service)).Select(l => l.Outcome));
    }

    [Fact]
    public async Task AFeedInTwoFolders_HasTheCategoriesOfBoth_AndOneThatWasThereKeepsItsOwn()
    {
        await using var service = await StartAsync("""{ "url": "https://known.example/feed", "title": "Known", "enabled": false }""");
        await UploadAsync(service, """
            <opml><body>
              <outline text="Sport"><outline text="A" xmlUrl="https://a.example/f?tag[id]=1"/><outline text="Known" xmlUrl="https://known.example/feed"/></outline>
              <outline text="Politics"><outline text="A" xmlUrl="http://www.a.example/f/?tag%5Bid%5D=1"/></outline>
            </body></opml>
            """);
        var sources = await SourcesAsync(service);
        Assert.Equal(["sport", "politics"], sources.Single(s => s.Slug == "a").Declared.Categories);
        Assert.Empty(sources.Single(s => s.Slug == "known").Declared.Categories);
        var lines = await LinesAsync(service);
        Assert.Contains("its categories stay as they are, without sport", lines[1].Words?.English, StringComparison.Ordinal);
        Assert.Contains("kategorinya tetap, tanpa sport", lines[1].Words?.Indonesian, StringComparison.Ordinal);
        Assert.DoesNotContain("stay as they are", lines[2].Words?.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatCannotBeKeptAsItIs_KeepsItsOutermostNames_AndTheLineSaysSo()
    {
        await using var service = await StartAsync();
        var deep = string.Concat(Enumerable.Range(1, 13).Select(n => $"<outline text='Level {n}'>"));
        await UploadAsync(service,
            $"<opml><body>{deep}<outline text='A' xmlUrl='https://a.example/f'/>{string.Concat(Enumerable.Repeat("</outline>", 13))}"
                + "<outline text='News'><outline text='Radio/TV'><outline text='B' xmlUrl='https://b.example/f'/></outline></outline></body></opml>");
        var lines = await LinesAsync(service);
        var kept = string.Join('/', Enumerable.Range(1, 10).Select(n => $"Level {n}"));
        Assert.Equal((kept, $"its folder is kept as '{kept}', without what is inside"), (lines[0].Folder, lines[0].Words?.English));
        Assert.Equal(("News/Radio-TV", "its folder 'Radio/TV' is kept as 'Radio-TV'"), (lines[1].Folder, lines[1].Words?.English));
    }

    [Fact]
    public async Task WhatReadersWrite_IsTakenAsItIsMeant()
    {
        await using var service = await StartAsync();
        await UploadAsync(service, """
            <opml><body>
              <outline text="A" xmlUrl="feed://https://a.example/f"/>
              <outline text="B" xmlUrl="feed:b.example/f"/>
              <outline text="H" xmlUrl="http://https://h.example/f"/>
              <outline text="C" xmlUrl="https://c.example/f?source=mastodon"/>
              <outline text="D" xmlUrl="https://c.example/f?source=telegram"/>
              <outline text="E" xmlUrl="exec:fetch news --all"/>
              <outline text="F" xmlUrl="http://ana:h1/dden@f.example/"/>
              <outline text="G" xmlUrl="https://g.example/f?show[a]=b"/>
            </body></opml>
            """);
        var lines = await LinesAsync(service);
        Assert.Equal(
            ["http://b.example/f", "https://a.example/f", "https://c.example/f?source=mastodon", "https://c.example/f?source=telegram",
                "https://g.example/f?show[a]=b", "https://h.example/f"],
            (await SourcesAsync(service)).Select(s => s.Url).Order(StringComparer.Ordinal));
        Assert.Contains("\"exec:\" cannot be polled", lines[5].Words?.English, StringComparison.Ordinal);
        Assert.DoesNotContain("dden", lines[6].Url + lines[6].Words?.English + lines[6].Words?.Indonesian, StringComparison.Ordinal);

        await UploadAsync(service, await service.Client.GetStringAsync("/sources.opml"));
        Assert.Equal(6, (await SourcesAsync(service)).Count);
    }

    private Task<TestService> StartAsync(params string[] sources) =>
        TestService.StartAsync(_folder, Feeds.Json(sources), settings: "--FeedHub:Polling:Concurrency=2");

    internal static async Task<string> UploadAsync(TestService service, string opml)
    {
        var token = System.Text.RegularExpressions.Regex
            .Match(await service.Client.GetStringAsync(Page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(opml), "file", "list.opml" } };
        using var answer = await service.Client.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        await TestService.UntilAsync(
            () => service.Client.GetStringAsync(to),
            html => html.Contains("What was added is polled", StringComparison.Ordinal));
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
