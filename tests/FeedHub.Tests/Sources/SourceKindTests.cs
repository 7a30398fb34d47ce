using System.Net;
using System.Text;
using FeedHub.Sources;
using FeedHub.Tests.Dashboard;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Sources;

/// <summary>What stands at a source's address, where its entries are, and whether robots.txt is asked.</summary>
public sealed class SourceKindTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"kind\": \"page\"", "Article")]
    [InlineData("\"kind\": \"sitemap\"", "Article")]
    [InlineData("\"content\": \"full\", \"kind\": \"page\"", "Full")]
    [InlineData("\"kind\": \"feed\"", "Full")]
    [InlineData("\"content\": \"article\"", "Article")]
    public void WhatIsRepublished_FollowsFromTheKindWhereNobodySaysIt(string properties, string republished) =>
        Assert.Equal(republished, Read(properties).Sources.Single().Declared.Republished.ToString());

    [Fact]
    public void SelectorsOfAFile_AreTakenByTheirNames()
    {
        var declared = Read("\"kind\": \"page\", \"selectors\": { \"item\": \"li.card\", \"date\": \"time, .when\" }").Sources.Single()
            .Declared;

        Assert.Equal(new("li.card") { Date = "time, .when" }, declared.Selectors);
    }

    [Theory]
    [InlineData("\"selectors\": { \"link\": \"a\" }", "\"item\" is missing")]
    [InlineData("\"selectors\": { \"item\": \"li[\" }", "\"li[\" is not a CSS selector")]
    [InlineData("\"selectors\": { \"item\": \"li\", \"body\": \"p\" }", "\"body\" is not a property of \"selectors\"")]
    [InlineData("\"selectors\": { \"item\": 3 }", "\"item\" is a number")]
    [InlineData("\"selectors\": \"li\"", "is an object")]
    [InlineData("\"kind\": \"page\", \"selectors\": { \"item\": \"li\", \"item\": \"p\" }", "stands here twice")]
    [InlineData("\"selectors\": { \"item\": \"li\" }",
        "selectors are of a list page alone, and this source is a feed: write \"kind\": \"page\"")]
    [InlineData("\"kind\": \"sitemap\", \"selectors\": { \"item\": \"li\" }", "this source is a sitemap")]
    [InlineData("\"kind\": \"site\"", "\"site\" is not a value of \"kind\"")]
    [InlineData("\"robots\": \"no\"", "\"no\" is not a value of \"robots\"")]
    public void WhatCannotBe_IsAnErrorInWordsWithItsLine(string properties, string error)
    {
        var read = FeedsFileReader.Parse(Text(properties));

        Assert.Contains(error, Assert.Single(read.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheApi_TakesAndShowsAllFour_AndTheAuditLogAndTheExportHaveThem()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        var source = """
            { "url": "http://127.0.0.1:9/list", "title": "List", "kind": "page", "selectors": { "item": "li", "title": "h2" }, "robots": "ignore", "enabled": false }
            """;
        using var added = await service.Client.PostAsync("/api/sources", new StringContent(source, Encoding.UTF8, "application/json"));

        var shown = await service.GetJsonAsync("/api/sources/list");
        Assert.Equal("page article ignore", $"{shown.GetProperty("kind")} {shown.GetProperty("content")} {shown.GetProperty("robots")}");
        Assert.Equal("h2", shown.GetProperty("selectors").GetProperty("title").GetString());
        var export = await service.Client.GetStringAsync("/api/export/feeds.json");
        Assert.Contains("\"selectors\": { \"item\": \"li\", \"title\": \"h2\" }", export, StringComparison.Ordinal);
        await using var db = await service.DatabaseAsync();
        Assert.Equal("ignore", (await db.AuditEntries.SingleAsync()).After["robots"]);
    }

    [Fact]
    public async Task SelectorsOfWhatIsNoPage_AreRefusedByTheApiAndTheForm_AndAListHasWhatIsDeclared()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        using var feed = await SendAsync(service, HttpMethod.Post, "/api/sources", """{ "url": "http://127.0.0.1:9/a", "selectors": { "item": "li" } }""");
        Assert.Contains("selectors are of a list page alone", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, feed.StatusCode);
        using var added = await SendAsync(service, HttpMethod.Post, "/api/sources", """
            { "url": "http://127.0.0.1:9/list", "title": "List", "kind": "page", "content": "full", "robots": "ignore", "selectors": { "item": "li > a[title='x & y']" }, "enabled": false }
            """);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var changed = await SendAsync(service, HttpMethod.Patch, "/api/sources/list", """{ "kind": "feed" }""");
        Assert.Equal(HttpStatusCode.BadRequest, changed.StatusCode);
        using var form = await service.SendFormAsync(
            "/hangfire/sources", "/hangfire/sources", ("url", "http://127.0.0.1:9/b"), ("kind", "feed"), ("selectors", "item: li"));
        Assert.Contains("selectors are of a list page alone", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var list = await service.Client.GetByteArrayAsync("/api/export/sources.opml");
        using var folder = new TempFolder();
        await using var target = await TestService.StartAsync(folder, Feeds.Json());
        await ImportTests.UploadAsync(target, Encoding.UTF8.GetString(list)
            .Replace("feedhub:robots", "feedhub:kinds=\"x\" feedhub:robots", StringComparison.Ordinal));
        var imported = await target.GetJsonAsync("/api/sources/list");
        Assert.Equal(
            "page full ignore", $"{imported.GetProperty("kind")} {imported.GetProperty("content")} {imported.GetProperty("robots")}");
        Assert.Equal("li > a[title='x & y']", imported.GetProperty("selectors").GetProperty("item").GetString());
        await using var db = await target.DatabaseAsync();
        Assert.Contains("robots.txt is ignored for it, as the list says", (await db.ImportLines.SingleAsync()).Words?.English,
            StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(TestService service, HttpMethod method, string address, string json) =>
        service.Client.SendAsync(new(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    private static FeedsFile Read(string properties) => FeedsFileReader.Parse(Text(properties)).File!;

    private static string Text(string properties) => $$"""{ "sources": [ { "url": "https://a.example/news", {{properties}} } ] }""";
}
