using System.Text;
using FeedHub.Sources;
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
        var declared = Read("\"selectors\": { \"item\": \"li.card\", \"date\": \"time, .when\" }").Sources.Single().Declared;

        Assert.Equal(new("li.card") { Date = "time, .when" }, declared.Selectors);
    }

    [Theory]
    [InlineData("\"selectors\": { \"link\": \"a\" }", "\"item\" is missing")]
    [InlineData("\"selectors\": { \"item\": \"li[\" }", "\"li[\" is no CSS selector")]
    [InlineData("\"selectors\": { \"item\": \"li\", \"body\": \"p\" }", "\"body\" is no property of \"selectors\"")]
    [InlineData("\"selectors\": { \"item\": 3 }", "\"item\" is a number")]
    [InlineData("\"selectors\": \"li\"", "is an object")]
    [InlineData("\"selectors\": { \"item\": \"li\", \"item\": \"p\" }", "stands here twice")]
    [InlineData("\"kind\": \"site\"", "\"site\" is no value of \"kind\"")]
    [InlineData("\"robots\": \"no\"", "\"no\" is no value of \"robots\"")]
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

    private static FeedsFile Read(string properties) => FeedsFileReader.Parse(Text(properties)).File!;

    private static string Text(string properties) => $$"""{ "sources": [ { "url": "https://a.example/news", {{properties}} } ] }""";
}
