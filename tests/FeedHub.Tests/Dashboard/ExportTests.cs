using System.Text.Json;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using FeedHub.Sources.Exporting;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reading.Opml;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>The sources as files, and what the file on disk says otherwise.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheExport_SaysWhatIsPolled_AndPutInPlaceItChangesNothing()
    {
        await using var service = await TestService.StartAsync(_folder, """
            {
              // A comment that is not kept.
              "$schema": "src/FeedHub/feeds.schema.json", "title": "Été \"quoted\"", "description": "Lines\nand <tags>",
              "sources": [
                { "url": "https://z.example/feed", "title": "Zeta", "category": ["korea", "sport"], "language": "id", "timeZone": "Asia/Jakarta", "interval": "1.00:15:00", "content": "link", "headers": { "Authorization": "env:PATH", "X-Key": "env:HOME" } },
                { "url": "https://a.example/feed" },
                { "url": "https://moved.example/feed", "title": "Moved" },
                { "url": "https://gone.example/feed", "title": "Gone" },
                { "url": "https://off.example/feed", "title": "Off", "enabled": false }
              ],
              "categories": [
                { "slug": "korea", "title": "Korea", "any": ["Pyongyang", "\"North Korea\""], "none": ["drama"], "in": ["title"], "sources": ["https://moved.example/feed", "zeta"] },
                { "slug": "sport", "all": ["derby"] },
                { "slug": "crime", "any": ["theft"], "sources": ["https://gone.example/feed"] }
              ]
            }
            """);
        var named = new SourceEdit().Say(SourceProperties.Title, "Named by an admin").Say(SourceProperties.Enabled, false);
        await service.Services.GetRequiredService<SourceEditing>().EditAsync("a-example", named, default);
        await service.Services.GetRequiredService<SourceCatalogue>().DeleteAsync("gone", default);
        var added = new SourceEdit { Url = "https://new.example/feed?a=1&b=2" };
        await service.Services.GetRequiredService<SourceAdding>()
            .AddAsync(added.Say(SourceProperties.Title, "New").Say(SourceProperties.Enabled, false), default);
        await using (var db = await service.DatabaseAsync())
            await db.Sources.Where(s => s.Slug == "moved").ExecuteUpdateAsync(set => set
                .SetProperty(s => s.Url, "https://here.example/feed").SetProperty(s => s.UrlKey, "https://here.example/feed")
                    .SetProperty(s => s.Polling.FormerUrl, "https://moved.example/feed"));

        var view = await service.Services.GetRequiredService<SourceExport>().FeedsFileAsync(whole: true, default);
        var read = FeedsFileReader.Parse(view.Text, environment: _ => "set");
        Assert.Empty(read.Errors);
        Assert.Equal(
            ["https://z.example/feed", "https://a.example/feed", "https://here.example/feed", "https://off.example/feed",
                "https://new.example/feed?a=1&b=2"], read.File!.Sources.Select(s => s.Url));
        Assert.Equal(
            ("Été \"quoted\"", "Lines\nand <tags>", "src/FeedHub/feeds.schema.json"),
            (read.File.Title, read.File.Description, read.File.Schema));
        Assert.Equal(["https://here.example/feed", "zeta"], read.File.Categories[0].Sources);
        Assert.DoesNotContain("crime", view.Text, StringComparison.Ordinal);
        Assert.Contains(
            view.Notes,
            note => note.Contains("the rule for 'crime' names https://gone.example/feed", StringComparison.Ordinal));
        Assert.Equal(
            ["Changed a-example title:→Named by an admin enabled:→false",
                "Changed moved url:https://moved.example/feed→https://here.example/feed",
                "Added new url:→https://new.example/feed?a=1&b=2 title:→New enabled:→false", "Removed "],
            view.Differences.Select(d => $"{d.Kind} {d.Slug}{string.Concat(d.Properties.Select(p => $" {p.Name}:{p.From}→{p.To}"))}"));

        Assert.Equal(["categories korea", "categories crime"], view.Head.Select(part => part.Name));
        Assert.Null(view.Head[1].To);

        var before = await SourcesAsync(service);
        await File.WriteAllTextAsync(_folder.File("feeds.json"), view.Text);
        await service.Services.GetRequiredService<FeedsFileSync>().ApplyAsync(read.File);
        Assert.Equal(before, await SourcesAsync(service));
        var again = await service.Services.GetRequiredService<SourceExport>().FeedsFileAsync(whole: true, default);
        Assert.Equal(view.Text, again.Text);
        Assert.Empty(again.Differences);
        Assert.Empty(again.Head);
        Assert.Contains(
            "the file and FeedHub say the same",
            await service.Client.GetStringAsync("/hangfire/sources/export"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecret_IsNeverWritten_NorShown_AndABrokenFileIsSaid()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(
                "https://a.example/feed",
                "Alpha",
                """ "headers": { "Authorization": "Bearer hunter2", "X-Key": "env:HOME" } """)));
        var file = await service.Client.GetStringAsync("/api/export/feeds.json");
        Assert.Equal(
            ["env:FEEDHUB_ALPHA_AUTHORIZATION", "env:HOME"],
            JsonDocument.Parse(file).RootElement.GetProperty("sources")[0].GetProperty("headers").EnumerateObject()
                .Select(h => h.Value.GetString()));
        var page = await service.Client.GetStringAsync("/hangfire/sources/export");
        Assert.Contains("set it to that value before FeedHub starts", page, StringComparison.Ordinal);
        Assert.Contains("Authorization from a value that is not shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "hunter2",
            file + page + await service.Client.GetStringAsync("/hangfire/sources/alpha"),
            StringComparison.Ordinal);

        // The form keeps what it cannot show, changes what is named, and takes out what has no value.
        Task EditAsync(
            string headers) =>
                service.DoAsync("/hangfire/sources/alpha", "/hangfire/sources/alpha", ("url", "https://a.example/feed"),
                    ("title", "Alpha"), ("headers", headers));
        await EditAsync("");
        Assert.Equal("Bearer hunter2", (await SourceAsync(service)).Declared.Headers["Authorization"]);
        await EditAsync("x-key:\nX-Other: env:PATH");
        Assert.Equal(["Authorization", "X-Other"], (await SourceAsync(service)).Declared.Headers.Keys.Order());
        await using (var db = await service.DatabaseAsync())
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Declared.HeadersUrl, "https://old.example/feed"));
        using (var refused = await service.SendFormAsync(
            "/hangfire/sources/alpha",
            "/hangfire/sources/alpha",
            ("url", "https://a.example/feed"),
            ("headers", "X-Other: env:HOME")))
            Assert.Contains(
                "Authorization was given for another host",
                await refused.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.File("feeds.json"), "{ \"sources\": [ { \"uri\": 1 } ] }");
        Assert.Contains(
            "It cannot be read, so it cannot be compared",
            await service.Client.GetStringAsync("/hangfire/sources/export"),
            StringComparison.Ordinal);
        Assert.Equal("Alpha", OpmlReader.Read(await service.Client.GetByteArrayAsync("/api/export/sources.opml"))!.Lines.Single().Title);
    }

    [Fact]
    public async Task AFileOfThousandsOfSources_IsToBeDownloaded_RatherThanShown()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json([.. Enumerable.Range(0, 2_500).Select(n =>
            Feeds.Source($"https://s{n}.example/feed/{new string('x', 60)}", $"Source {n}", "\"enabled\": false"))]));
        var page = await service.Client.GetStringAsync("/hangfire/sources/export");
        Assert.Contains("It is too long to be shown here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre", page, StringComparison.Ordinal);
        var file = await service.Client.GetStringAsync("/hangfire/sources/export/feeds.json");
        Assert.Contains("s2499.example", file, StringComparison.Ordinal);
    }

    private static async Task<Source> SourceAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.AsNoTracking().SingleAsync();
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return [.. (await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync()).Select(StoredJson.Write)];
    }
}
