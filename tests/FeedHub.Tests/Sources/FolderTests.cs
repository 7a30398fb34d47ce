using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Sources;

/// <summary>The folder of a source: declared, shown and asked for in every way.</summary>
public sealed class FolderTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFolder_IsDeclaredChangedAndTakenBack_ByFileApiAndForm()
    {
        await using var service = await StartAsync();
        Assert.Equal("Isles/Java", await FolderAsync(service, "alpha"));

        Assert.Equal(HttpStatusCode.OK, await PatchAsync(service, """{ "folder": " Isles / Bali " }"""));
        Assert.Equal("Isles/Bali", await FolderAsync(service, "alpha"));
        Assert.Equal(HttpStatusCode.BadRequest, await PatchAsync(service, """{ "folder": "Isles//Bali" }"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PatchAsync(service, """{ "folder": 4 }"""));
        Assert.Equal(HttpStatusCode.OK, await PatchAsync(service, """{ "title": "Alpha again" }"""));
        Assert.Equal("Isles/Bali", await FolderAsync(service, "alpha"));

        var page = await service.Client.GetStringAsync("/hangfire/sources/alpha");
        Assert.Contains("name=\"folder\" value=\"Isles/Bali\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PatchAsync(service, """{ "folder": null }"""));
        Assert.Null(await FolderAsync(service, "alpha"));
        await using var db = await service.DatabaseAsync();
        var audit = Assert.Single(db.AuditEntries.AsEnumerable(), e => e.Before.ContainsKey("folder") && e.After.Count == 0);
        Assert.Equal("Isles/Bali", audit.Before["folder"]);
    }

    [Fact]
    public async Task FoldersOfTheList_NestInOpml_AndStandInTheExport()
    {
        await using var service = await StartAsync();

        var body = XDocument.Parse(await service.Client.GetStringAsync("/sources.opml")).Root!.Element("body")!;
        Assert.Equal(["Gamma", "Isles"], body.Elements().Select(e => (string?)e.Attribute("text")));
        var isles = body.Elements().Last();
        Assert.Null(isles.Attribute("xmlUrl"));
        Assert.Equal(["Beta", "Java"], isles.Elements().Select(e => (string?)e.Attribute("text")));
        Assert.Equal("Alpha", (string?)Assert.Single(isles.Elements().Last().Elements()).Attribute("text"));
        var file = await service.Client.GetStringAsync("/hangfire/sources/export/feeds.json");
        Assert.Contains("\"folder\": \"Isles/Java\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedsAndPage_AreFilteredByFolders_WithTheirSubfolders()
    {
        await using var service = await StartAsync();
        foreach (var id in (string[])["alpha", "beta", "gamma"])
            await service.PollAsync(id);

        Assert.Equal(["a1", "b1", "c1"], await TitlesAsync(service, ""));
        Assert.Equal(["a1", "b1"], await TitlesAsync(service, "?folder=Isles"));
        Assert.Equal(["a1"], await TitlesAsync(service, "?folder=Isles%2FJava"));
        Assert.Equal(["a1", "b1"], await TitlesAsync(service, "?folder=Isles&folder=Isles/Java"));
        Assert.Equal(["b1"], await TitlesAsync(service, "?folder=Isles&source=beta"));
        Assert.Empty(await TitlesAsync(service, "?folder=Isles&source=gamma"));
        Assert.Contains("folder=Isles%2FJava", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);
        foreach (var unknown in (string[])["Isle", "isles", "", "Isles/"])
        {
            using var refused = await service.Client.GetAsync("/feed.json?folder=" + Uri.EscapeDataString(unknown));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("folder", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("parameter").GetString());
        }
    }

    private async Task<TestService> StartAsync()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            var item = new Written($"{name}1", $"https://{name}.example/1", $"{name}1", DateTimeOffset.UtcNow);
            _newsroom.Serve($"/{name}", Feeds.Rss(name, item));
        }

        return await TestService.StartAsync(_folder, Feeds.Json(
            Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"folder\": \"Isles/Java\""),
            Feeds.Source(_newsroom.Url("/b"), "Beta", "\"folder\": \"Isles\""),
            Feeds.Source(_newsroom.Url("/c"), "Gamma")));
    }

    private static async Task<string?> FolderAsync(TestService service, string id) =>
        (await service.Client.GetFromJsonAsync<JsonElement>($"/api/sources/{id}")).GetProperty("folder").GetString();

    private static async Task<HttpStatusCode> PatchAsync(TestService service, string body) =>
        (await service.Client.PatchAsync("/api/sources/alpha", new StringContent(body, null, "application/json"))).StatusCode;

    private static async Task<IEnumerable<string?>> TitlesAsync(TestService service, string query) =>
        (await service.Client.GetFromJsonAsync<JsonElement>("/feed.json" + query)).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("title").GetString()).Order();
}
