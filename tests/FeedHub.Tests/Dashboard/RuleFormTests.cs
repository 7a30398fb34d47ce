using System.Net;
using FeedHub.Categories;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>Rules, title and description as an admin writes them on the dashboard.</summary>
public sealed class RuleFormTests : IAsyncLifetime
{
    private const string Page = "/hangfire/categories";
    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-8);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/alpha", Feeds.Rss(
            "alpha",
            new Written("1", "https://alpha.example/1", "Lottery numbers", Morning, "Seven, nine, eleven."),
            new Written("2", "https://alpha.example/2", "Ferries stop", Morning.AddHours(1), "Until Monday.")));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/alpha"), "alpha")));
        await _service.PollAsync("alpha");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ADropRule_IsTried_Added_Counted_ChangedAndDeleted()
    {
        (string, string)[] typed = [("kind", "drop"), ("title", "No lottery"), ("any", "lottery"), ("in", "title")];
        var trial = await _service.ShowAsync(Page, Page + "/dry-run", typed);
        Assert.Contains("It would keep <strong>1</strong> out of stories", trial, StringComparison.Ordinal);
        Assert.Contains("matched &quot;lottery&quot; in the title", trial, StringComparison.Ordinal);
        Assert.Equal(2, (await _service.ItemsOf("/feed.json")).Count);

        Assert.Equal(Page + "?done=rule#rules", await _service.DoAsync(Page, Page + "/rules", typed));
        await WalkedAsync();
        Assert.Equal(["Ferries stop"], await TitlesAsync());
        var listed = await _service.Client.GetStringAsync(Page);
        Assert.Contains("""<td data-label="Dropped in seven days">1</td>""", listed, StringComparison.Ordinal);
        Assert.Contains("No lottery", await _service.Client.GetStringAsync("/api/export/feeds.json"), StringComparison.Ordinal);
        var source = await _service.Client.GetStringAsync("/hangfire/sources/alpha");
        Assert.Contains("<bdi dir=\"auto\">No lottery</bdi>", source, StringComparison.Ordinal);
        Assert.Contains("changed the rules", await _service.Client.GetStringAsync("/hangfire/audit"), StringComparison.Ordinal);

        var was = await FieldAsync(Page + "?rule=drop:0", "was");
        using (var twice = await _service.SendFormAsync(Page, Page + "/rules", typed))
        {
            Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
            Assert.Contains("this very rule already", await twice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var entries = await EntriesAsync();
        var same = await _service.DoAsync(Page, Page + "/rules", [.. typed, ("was", was)]);
        Assert.Equal(Page + "?done=same#rules", same);
        Assert.Contains("Nothing changed", await _service.Client.GetStringAsync(same), StringComparison.Ordinal);
        await _service.DoAsync("/hangfire/settings", "/hangfire/settings", ("key", "Retention:Days"), ("value", "90"));
        await _service.DoAsync("/hangfire/sources/alpha", "/hangfire/sources/alpha/resume");
        await _service.DoAsync("/hangfire/sources/alpha", "/hangfire/sources/alpha", ("title", "alpha"));
        Assert.Equal(entries, await EntriesAsync());

        await _service.DoAsync(
            Page, Page + "/rules", ("kind", "drop"), ("title", "No ferries"), ("any", "ferries"), ("in", "title"), ("was", was));
        await WalkedAsync();
        Assert.Equal(["Lottery numbers"], await TitlesAsync());
        using var late = await _service.SendFormAsync(Page, Page + "/rules/delete", ("kind", "drop"), ("was", was));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);

        await _service.DoAsync(
            Page, Page + "/rules/delete", ("kind", "drop"), ("was", await FieldAsync(Page + "?rule=drop:0", "was")));
        await WalkedAsync();
        Assert.Equal(2, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task ARuleOfACategory_IsAddedDeletedAndBroughtBack()
    {
        await _service.DoAsync(
            Page, Page + "/rules", ("kind", "category"), ("slug", "sea"), ("title", "Sea"), ("any", "ferries"), ("in", "title"));
        await WalkedAsync();
        Assert.Single(await _service.ItemsOf("/feed.json?category=sea"));
        await _service.DoAsync(
            Page, Page + "/rules/delete", ("kind", "category"), ("was", await FieldAsync(Page + "?rule=category:0", "was")));
        using (var unknown = await _service.Client.GetAsync("/feed.json?category=sea"))
            Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(Page + "?done=undone", await _service.DoAsync(Page, "/hangfire/undo"));
        await WalkedAsync();
        Assert.Single(await _service.ItemsOf("/feed.json?category=sea"));
        using var again = await _service.SendFormAsync(Page, "/hangfire/undo");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory]
    [InlineData("category", "South Sea", "ferries", "slug", "is not a slug")]
    [InlineData("category", "sea", "", "any", "nothing to look for")]
    [InlineData("category", "", "ferries", "slug", "it is empty")]
    [InlineData("drop", "", "--", "any", "can match nothing")]
    [InlineData("drop", "", "ferries", "sources", "did you mean", "alpah")]
    public async Task WhatIsWrong_StandsBesideItsField_AndNothingIsChanged(
        string kind, string slug, string any, string field, string says, string sources = "")
    {
        using var answer = await _service.SendFormAsync(
            Page, Page + "/rules", ("kind", kind), ("slug", slug), ("any", any), ("none", "kept"), ("sources", sources), ("in", "title"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        var label = html[html.IndexOf($"name=\"{field}\"", StringComparison.Ordinal)..];
        Assert.Contains(says, label[..label.IndexOf("</label>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("kept", html, StringComparison.Ordinal);
        Assert.Equal(html.IndexOf(says, StringComparison.Ordinal), html.LastIndexOf(says, StringComparison.Ordinal));
        Assert.Contains("One field below has to be mended", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[ … ]", html, StringComparison.Ordinal);
        var rules = await _service.GetJsonAsync("/api/rules");
        Assert.Equal((0, 0), (rules.GetProperty("drop").GetArrayLength(), rules.GetProperty("categories").GetArrayLength()));
    }

    [Fact]
    public async Task TitleAndDescription_AreChangedOnSettings_AndStandAcrossARestart()
    {
        const string Settings = "/hangfire/settings";
        using (var wrong = await _service.SendFormAsync(Settings, Settings + "/feed", ("title", " "), ("description", "x")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Contains("&quot;title&quot; is empty", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(
            Settings + "?done=titles",
            await _service.DoAsync(Settings, Settings + "/feed", ("title", "Kabar \"Pesisir\""), ("description", "From the coast")));
        foreach (var words in (string[])["pesisir", "keterangan coast"])
            Assert.Contains("From the coast", await AuditAsync($"q={words}"), StringComparison.Ordinal);
        Assert.Contains("Nothing matches", await AuditAsync("q=keterangan zebra"), StringComparison.Ordinal);
        var unread = await AuditAsync("from=2026-13-45&to=soon&area=weather");
        Assert.Contains("\"2026-13-45\" is not a day", unread, StringComparison.Ordinal);
        Assert.Contains("\"soon\" is not a day", unread, StringComparison.Ordinal);
        Assert.Contains("nothing called \"weather\"", unread, StringComparison.Ordinal);
        await _service.DisposeAsync();
        _service = await TestService.StartAsync(_folder);
        var feed = await _service.GetJsonAsync("/feed.json");
        Assert.Equal(
            ("Kabar \"Pesisir\"", "From the coast"),
            (feed.GetProperty("title").GetString(), feed.GetProperty("description").GetString()));
        var file = await _service.GetJsonAsync("/api/export/feeds.json");
        Assert.Equal("Kabar \"Pesisir\"", file.GetProperty("title").GetString());
    }

    private async Task<string> AuditAsync(string query) =>
        WebUtility.HtmlDecode(await _service.Client.GetStringAsync($"/hangfire/audit?{query}"));

    private async Task<int> EntriesAsync()
    {
        await using var db = await _service.DatabaseAsync();
        return await db.AuditEntries.CountAsync();
    }

    private async Task<string> FieldAsync(string page, string name)
    {
        var html = await _service.Client.GetStringAsync(page);
        var form = html[html.IndexOf("categories/dry-run", StringComparison.Ordinal)..];
        var value = form[(form.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + name.Length + 15)..];
        return WebUtility.HtmlDecode(value[..value.IndexOf('"', StringComparison.Ordinal)]);
    }

    private async Task<List<string>> TitlesAsync() =>
        [.. (await _service.ItemsOf("/feed.json")).Select(item => item.GetProperty("title").GetString()!)];

    private Task<bool> WalkedAsync() => TestService.UntilAsync(
        async () => (await _service.Services.GetRequiredService<Retagging>().LatestAsync(9, CancellationToken.None))
            .All(walk => walk.FinishedAt is not null),
        done => done);
}
