using System.Net;
using FeedHub.Model.Access;
using FeedHub.Publishing.Readers;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FeedHub.Tests.Dashboard;

/// <summary><em>Feeds</em> on the dashboard.</summary>
public sealed class FeedPagesTests : IAsyncLifetime
{
    private const string Page = "/hangfire/feeds";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(1, 3).Select(n => new Written(
            $"g{n}", $"https://a.example/{n}", $"Headline {n} &lt;{n}{new string((char)('a' + n), 12)}&gt;",
                DateTimeOffset.UtcNow.AddHours(-n)))));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await _service.PollAsync("alpha");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFeed_IsPreviewedAddedEditedAndDeleted_ByForms_AndAudited()
    {
        var preview = await _service.ShowAsync(
            Page, Page + "/_/preview", ("slug", "alpha-only"), ("filter", "https://hub.example/?source=alpha"));
        Assert.Contains("It holds 3 stories now", preview, StringComparison.Ordinal);
        Assert.Contains("Headline 1 &lt;", preview, StringComparison.Ordinal);
        Assert.Empty(Catalogue.All);

        Assert.Equal(
            Page + "?done=added",
            await _service.DoAsync(
                Page, Page, ("slug", "alpha-only"), ("title", "Alpha <b>"), ("filter", "?source=alpha"), ("limit", "2")));
        Assert.Equal(2, (await _service.ItemsOf("/feeds/alpha-only.json")).Count);
        var list = await _service.Client.GetStringAsync(Page);
        Assert.Contains("<a href=\"/feeds/alpha-only\"><bdi dir=\"auto\">Alpha &lt;b&gt;</bdi></a>", list, StringComparison.Ordinal);

        var edit = await _service.Client.GetStringAsync(Page + "/alpha-only");
        Assert.Contains("value=\"source=alpha\"", edit, StringComparison.Ordinal);
        await _service.DoAsync(
            Page + "/alpha-only", Page + "/alpha-only", ("slug", "ignored"), ("filter", "q=headline"), ("order", "published"));
        Assert.Equal(("q=headline", "published", null), (Catalogue.All[0].Filter, Catalogue.All[0].Order, Catalogue.All[0].Limit));
        Assert.Equal(Page + "?done=deleted", await _service.DoAsync(Page, Page + "/alpha-only/delete"));
        Assert.Empty(Catalogue.All);

        await using var db = await _service.DatabaseAsync();
        Assert.Equal(
            ["feed added", "feed changed", "feed deleted"],
            await db.AuditEntries.Where(e => e.Area == AuditArea.Feeds).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
        Assert.Empty(await db.AuditEntries.Where(e => e.Area == AuditArea.Requests).ToListAsync());
    }

    [Fact]
    public async Task ADeletedFeed_IsBroughtBackToItsPlaceWithOneClick_AndAnOrderIsPickedAndShownInWords()
    {
        foreach (var slug in (string[])["one", "two", "three"])
            await Catalogue.AddAsync(new() { Slug = slug, Title = $"Feed {slug}", Order = "top" }, default);
        Assert.Equal(Page + "?done=deleted", await _service.DoAsync(Page, Page + "/two/delete"));
        var told = await _service.Client.GetStringAsync(Page + "?done=deleted");
        Assert.Contains("action=\"/hangfire/undo\"", told, StringComparison.Ordinal);
        Assert.Equal(Page + "?done=undone", await _service.DoAsync(Page, "/hangfire/undo"));
        Assert.Equal(["one", "two", "three"], Catalogue.All.Select(feed => feed.Slug));
        Assert.Equal("Feed two", Catalogue.Find("two")!.Title);

        var edit = await _service.Client.GetStringAsync(Page + "/two");
        Assert.Contains("<option value=\"top\" selected", edit, StringComparison.Ordinal);
        Assert.Contains(", what most sources report first", edit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slug", "Not a slug", "lower-case letters")]
    [InlineData("slug", "taken", "there is a feed \"taken\" already")]
    [InlineData("filter", "source=none", "source: 'none' is unknown")]
    [InlineData("filter", "colour=red", "there is no such filter")]
    [InlineData("order", "random", "is not an order")]
    [InlineData("limit", "many", "is not a number")]
    [InlineData("limit", "501", "from 1 to 500")]
    public async Task WhatIsWrong_StandsBesideItsField_AndWhatWasTypedIsKept(string field, string value, string message)
    {
        await Catalogue.AddAsync(new() { Slug = "taken" }, default);
        var fields = new Dictionary<string, string> { ["slug"] = "fine", ["title"] = "Kept title", [field] = value };

        using var answer = await _service.SendFormAsync(Page, Page, [.. fields.Select(f => (f.Key, f.Value))]);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var beside = page.Split($"id=\"{field}-problem\">")[1].Split("</span>")[0];
        Assert.Contains(message, WebUtility.HtmlDecode(beside), StringComparison.Ordinal);
        Assert.Contains("value=\"Kept title\"", page, StringComparison.Ordinal);
        Assert.Equal("taken", Assert.Single(Catalogue.All).Slug);
    }

    [Fact]
    public async Task WhoReadsAFeed_IsShownByProgram()
    {
        await Catalogue.AddAsync(new() { Slug = "alpha", Filter = "source=alpha" }, default);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/alpha.rss");
        request.Headers.TryAddWithoutValidation("User-Agent", "Feedly/1.0 (http://feedly.example; 23 subscribers)");
        using var answer = await _service.Client.SendAsync(request);
        await _service.Services.GetServices<IHostedService>().OfType<ReaderKeeping>().Single().StoreAsync(default);

        var page = await _service.Client.GetStringAsync(Page);
        Assert.Contains("<summary>23</summary>", page, StringComparison.Ordinal);
        Assert.Contains("Feedly</bdi>: 23 (as it states), <time", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeedWhoseSourceIsNoMore_IsShownAsBroken()
    {
        await Catalogue.AddAsync(new() { Slug = "alpha", Filter = "source=alpha" }, default);
        Assert.DoesNotContain("broken", await _service.Client.GetStringAsync(Page), StringComparison.Ordinal);
        await _service.Services.GetRequiredService<SourceCatalogue>().DeleteAsync("alpha", default);

        Assert.Contains(
            "broken</span> source: &#x27;alpha&#x27; is unknown", await _service.Client.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeedThatIsNotThere_CannotBeEditedOrDeleted()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync(Page + "/none")).StatusCode);
        foreach (var action in (string[])["/none", "/none/delete"])
        {
            using var answer = await _service.SendFormAsync(Page, Page + action, ("title", "x"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private OwnFeedCatalogue Catalogue => _service.Services.GetRequiredService<OwnFeedCatalogue>();
}
