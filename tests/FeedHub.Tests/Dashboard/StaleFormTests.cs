using System.Net;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Dashboard;

/// <summary>The form of a source that somebody else changes while it is open.</summary>
public sealed class StaleFormTests : IAsyncLifetime
{
    private const string Page = "/hangfire/sources/alpha";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("A", new Written("1", "https://a.example/1", "One", DateTimeOffset.UtcNow)));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AStaleForm_ChangesNothing_ShowsBothValues_AndIsSavedWhenSentAgain()
    {
        await using var service = await StartAsync();
        var stale = await OpenedForm.OpenAsync(service, Page);
        await SaveAsync(service, ("title", "Harbour news"), ("folder", "Ports"), ("language", "en"));
        (stale["title"], stale["interval"], stale["headers"]) = ("Quay <news>", "00:40:00", "X-Desk: seven");

        using var refused = await stale.SendAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        var words = WebUtility.HtmlDecode(html);
        Assert.Contains("Title: you wrote “Quay <news>”, and there is “Harbour news” now.", words, StringComparison.Ordinal);
        Assert.Contains("Folder: there is “Ports” now, in place of nothing.", words, StringComparison.Ordinal);
        Assert.Equal(("Harbour news", "Ports", TimeSpan.FromHours(1)), await DeclaredAsync(service));

        var again = OpenedForm.In(html, Page);
        Assert.Equal(
            ("Quay <news>", "00:40:00", "X-Desk: seven", "Ports", "en"),
            (again["title"], again["interval"], again["headers"], again["folder"], again["language"]));
        using var saved = await again.SendAsync(service);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(("Quay <news>", "Ports", TimeSpan.FromMinutes(40)), await DeclaredAsync(service));
    }

    [Fact]
    public async Task AFormThatIsStale_IsStaleStill_AfterAMistakeInItWasMended()
    {
        await using var service = await StartAsync();
        var stale = await OpenedForm.OpenAsync(service, Page);
        await SaveAsync(service, ("folder", "Ports"));
        (stale["title"], stale["interval"]) = ("Quay", "seldom");
        using var mistaken = await stale.SendAsync(service);
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.StatusCode);

        var mended = OpenedForm.In(await mistaken.Content.ReadAsStringAsync(), Page);
        mended["interval"] = "";
        using var refused = await mended.SendAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Ports", OpenedForm.In(await refused.Content.ReadAsStringAsync(), Page)["folder"]);
    }

    [Fact]
    public async Task APoll_MakesNoFormStale_UnlessItsServerMovesTheSource()
    {
        await using var service = await StartAsync();
        var form = await OpenedForm.OpenAsync(service, Page);
        await service.PollAsync("alpha");
        form["title"] = "Quay";
        using (var saved = await form.SendAsync(service))
            Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);

        form = await OpenedForm.OpenAsync(service, Page);
        _newsroom.Serve("/moved", Feeds.Rss("A", new Written("2", "https://a.example/2", "Two", DateTimeOffset.UtcNow)));
        _newsroom.Answer("/a", context =>
        {
            context.Response.Redirect(_newsroom.Url("/moved"), permanent: true);
            return Task.CompletedTask;
        });
        await service.PollAsync("alpha");
        form["title"] = "Quayside";
        using var refused = await form.SendAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(_newsroom.Url("/moved"), OpenedForm.In(await refused.Content.ReadAsStringAsync(), Page)["url"]);
    }

    [Fact]
    public async Task TheFile_ReadAgain_MakesAnOpenFormStale()
    {
        await using var service = await StartAsync(polling: true);
        var stale = await OpenedForm.OpenAsync(service, Page);
        await File.WriteAllTextAsync(
            _folder.File("feeds.json"), Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"folder\": \"Docks\"")));
        await TestService.UntilAsync(async () => (await DeclaredAsync(service)).Folder, folder => folder == "Docks");
        using var refused = await stale.SendAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Docks", (await DeclaredAsync(service)).Folder);
    }

    [Fact]
    public async Task AFormThatIsSentTwice_IsSavedOnce()
    {
        await using var service = await StartAsync();
        var form = await OpenedForm.OpenAsync(service, Page);
        (form["title"], form["identity"], form["headers"]) = ("Quay", "Link", "X-Desk: seven\nX-Room: two");
        for (var click = 0; click < 2; click++)
        {
            using var saved = await form.SendAsync(service);
            Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        }

        await using var db = await service.DatabaseAsync();
        Assert.Equal(1, (await db.Sources.SingleAsync()).Version);
    }

    [Fact]
    public async Task OfTwoThatSaveAtOnce_OneIsTold()
    {
        await using var service = await StartAsync();
        var (one, other) = (await OpenedForm.OpenAsync(service, Page), await OpenedForm.OpenAsync(service, Page));
        (one["folder"], other["folder"]) = ("East", "West");
        var answers = await Task.WhenAll(one.SendAsync(service), other.SendAsync(service));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
    }

    private Task<TestService> StartAsync(bool polling = false) =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), polling: polling);

    private static async Task SaveAsync(TestService service, params (string Field, string Value)[] fields)
    {
        var form = await OpenedForm.OpenAsync(service, Page);
        foreach (var (field, value) in fields)
            form[field] = value;
        using var saved = await form.SendAsync(service);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
    }

    private static async Task<(string? Title, string? Folder, TimeSpan? Interval)> DeclaredAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Slug == "alpha");
        return (source.Declared.Title, source.Declared.Folder, source.Declared.Interval);
    }
}
