using System.Net;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Dashboard;

/// <summary>The form of a source: all that is wrong is said at once, beside its field, and values can be picked.</summary>
public sealed class SourceFormTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EachWrongField_IsToldAtOnce_BesideIt_InPlainWords_AndNothingIsSaved()
    {
        await using var service = await StartAsync();
        using var refused = await service.SendFormAsync(
            "/hangfire/sources/gamma", "/hangfire/sources/gamma", ("language", "klingon!"), ("timeZone", "Asia/Jakatra"), ("interval", "7"),
            ("folder", "a//b"), ("headers", "no colon here"), ("title", "Kept as typed"));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(5, page.Split("class=\"text-danger\" role=\"alert\"").Length - 1);
        Assert.Contains("did you mean &quot;Asia/Jakarta&quot;?", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is saved yet", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept as typed\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("timeZone:", page, StringComparison.Ordinal);

        using var more = await service.SendFormAsync(
            "/hangfire/sources/gamma", "/hangfire/sources/gamma", ("url", "http://127.0.0.1:9/delta"),
            ("category", "pelabuhan, nelayan, sport"), ("folder", "a//b"), ("identity", "guess"));
        page = WebUtility.HtmlDecode(await more.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, more.StatusCode);
        Assert.Equal(4, page.Split("class=\"text-danger\" role=\"alert\"").Length - 1);
        Assert.Contains("'pelabuhan', 'nelayan' are unknown", page, StringComparison.Ordinal);
        Assert.Contains("has this address already</span>", page, StringComparison.Ordinal);
        Assert.Contains("\"guess\" is not a value of \"identity\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInterval_IsWrittenAndShownAsPeopleSayIt_AndAnAddressTwice_IsToldBesideTheAddress()
    {
        await using var service = await StartAsync();
        await service.DoAsync("/hangfire/sources/gamma", "/hangfire/sources/gamma", ("interval", "40m"));
        var page = await service.Client.GetStringAsync("/hangfire/sources/gamma");
        Assert.Contains("name=\"interval\" value=\"40 min\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Asia/Makassar\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Daerah\">", page, StringComparison.Ordinal);

        using var twice = await service.SendFormAsync(
            "/hangfire/sources/gamma", "/hangfire/sources/gamma", ("url", "http://127.0.0.1:9/delta"));
        Assert.Matches("has this address already</span>", await twice.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Categories_AreTickedByName_KeepTheirOrder_AndAreTakenBackByTickingNone()
    {
        await using var service = await StartAsync();
        const string Page = "/hangfire/sources/gamma";
        await service.DoAsync(Page, Page, ("category", ""), ("category", "sport"), ("category", "politics"));
        var page = await service.Client.GetStringAsync(Page);
        Assert.Matches(
            """name="category" value="sport" checked[^>]*> ?Sport</label>\s*<label[^>]*><input[^>]*value="politics" checked""", page);
        await service.DoAsync(Page, Page, ("category", ""));
        Assert.DoesNotMatch("""name="category" value="\w+" checked""", await service.Client.GetStringAsync(Page));
    }

    [Fact]
    public async Task TheList_IsFilteredByKind()
    {
        await using var service = await StartAsync();
        var pages = await service.Client.GetStringAsync("/hangfire/sources?kind=page");
        Assert.Contains("1 of 2 sources match", pages, StringComparison.Ordinal);
        Assert.Contains("/hangfire/sources/delta", pages, StringComparison.Ordinal);
        using var unknown = await service.Client.GetAsync("/hangfire/sources?kind=paper");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(
        Feeds.Source("http://127.0.0.1:9/gamma", "gamma", "\"folder\": \"Daerah/Sulawesi\""),
        Feeds.Source("http://127.0.0.1:9/delta", "delta", "\"kind\": \"page\"")));
}
