using System.Net;
using System.Text;
using System.Text.Json;
using FeedHub.Model.Access;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Api;

/// <summary>The feeds of one's own for programs.</summary>
public sealed class OwnFeedApiTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestService _service = null!;

    public async Task InitializeAsync() =>
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha")));

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatIsPut_IsWhatIsThere_AndCanBePutAgain()
    {
        const string Body = """{"feeds":[{"slug":"b","title":"Bé","filter":"source=alpha&q=x","limit":3},{"slug":"a"}]}""";
        Assert.Equal((HttpStatusCode.OK, Body), await PutAsync(Body));
        Assert.Equal(Body, await _service.Client.GetStringAsync("/api/feeds"));
        Assert.Equal(HttpStatusCode.OK, (await _service.Client.GetAsync("/feeds/b.rss")).StatusCode);

        Assert.Equal((HttpStatusCode.OK, """{"feeds":[{"slug":"a"}]}"""), await PutAsync("""{ "feeds": [ { "slug": "a" }, ] }"""));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync("/feeds/b.rss")).StatusCode);
        await using var db = await _service.DatabaseAsync();
        Assert.Equal(
            ["feed added b", "feed added a", "feed deleted b"],
            await db.AuditEntries.Where(e => e.Area == AuditArea.Feeds).OrderBy(e => e.Id).Select(e => e.What + " " + e.Target)
                .ToListAsync());
    }

    [Theory]
    [InlineData("""{ "feeds": [ { "slug": "a", "filter": "source=none" } ] }""", "line 1, column 39: source: 'none' is unknown")]
    [InlineData("{\n \"feeds\": [ { \"slug\": \"A\" } ] }", "line 2, column 23: \"A\" is not a slug")]
    [InlineData("""{ "feeds": [ { "slug": "a" }, { "slug": "a" } ] }""", "choose another slug")]
    [InlineData("""{ "feed": [] }""", "did you mean \"feeds\"?")]
    [InlineData("{}", "the body names no feeds: write")]
    [InlineData("[]", "the body is an object, and this is a list")]
    [InlineData("{ \"feeds\": ", "line 1, column")]
    [InlineData("", "The body is empty: write")]
    public async Task WhatCannotBe_IsRefusedWithItsPlace_AndChangesNothing(string body, string detail)
    {
        await PutAsync("""{ "feeds": [ { "slug": "kept" } ] }""");

        var (status, answer) = await PutAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(detail, JsonDocument.Parse(answer).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"feeds":[{"slug":"kept"}]}""", await _service.Client.GetStringAsync("/api/feeds"));
    }

    [Fact]
    public async Task WhatWasRead_CanBePutBack_WhereASourceOfItIsGone_AndNothingNewMayBeBroken()
    {
        const string Feeds = """{"slug":"a","filter":"source=alpha","limit":7},{"slug":"b"}""";
        Assert.Equal(HttpStatusCode.OK, (await PutAsync($$"""{"feeds":[{{Feeds}}]}""")).Status);
        using var deleted = await _service.Client.DeleteAsync("/api/sources/alpha");
        deleted.EnsureSuccessStatusCode();
        var body = await _service.Client.GetStringAsync("/api/feeds");

        Assert.Equal((HttpStatusCode.OK, body), await PutAsync(body));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(body.Replace("\"b\"", "\"c\""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(body.Replace("\"limit\"", "\"title\":\"A\",\"limit\""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(body.Replace("source=alpha", "source=alpha&q=x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(body.Replace("\"a\"", "\"new\""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await PutAsync(body.Replace("{\"slug\":\"b\"}", "{\"slug\":\"b\",\"filter\":\"source=alpha\"}"))).Status);
    }

    [Fact]
    public async Task ABodyThatIsNoJson_AndAStranger_AreRefused()
    {
        using var text = await _service.Client.PutAsync("/api/feeds", new StringContent("{ \"feeds\": [] }", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/feeds")
        {
            Content = new StringContent("{ \"feeds\": [] }", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Client.SendAsync(request)).StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Body)> PutAsync(string body)
    {
        using var answer = await _service.Client.PutAsync("/api/feeds", new StringContent(body, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
