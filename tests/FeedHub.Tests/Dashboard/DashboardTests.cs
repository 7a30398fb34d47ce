using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Dashboard;

/// <summary>The dashboard over plain HTTP: who gets in, and what its forms do.</summary>
public sealed partial class DashboardTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/jobs/enqueued")]
    [InlineData("/hangfire/jobs/failed")]
    [InlineData("/hangfire/recurring")]
    [InlineData("/hangfire/servers")]
    [InlineData("/hangfire/sources")]
    [InlineData("/hangfire/sources/alpha")]
    public async Task EveryPage_AnswersLocalRequests_AndRefusesAllOthers(string page)
    {
        await using var service = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, page));
        foreach (var (name, value) in Strangers)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, page, (name, value)));
    }

    [Fact]
    public async Task WithAPassword_ItIsAskedForEverywhere()
    {
        await using var service = await StartAsync("--FeedHub:Admin:Password=sesame");
        var right = "Basic " + Convert.ToBase64String("admin:sesame"u8);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/hangfire/sources"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/hangfire/sources", ("Authorization", right)));
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(service, "/hangfire/sources", ("Authorization", right), ("Host", "news.example")));
    }

    [Fact]
    public async Task ASource_IsAddedPausedResumedPolledEditedAndDeleted_ByForms()
    {
        _newsroom.Serve("/b", Feeds.Rss("Beta", new Written("1", "https://beta.example/1", "One of beta", DateTimeOffset.UtcNow)));
        await using var service = await StartAsync();

        Assert.Equal(
            "/hangfire/sources/beta?done=added",
            await PostAsync(service, "/hangfire/sources", ("url", _newsroom.Url("/b")), ("title", "Beta"),
                ("category", "sport, politics")));
        await TestService.UntilAsync(
            () => service.Client.GetStringAsync("/hangfire/sources/beta"),
            html => html.Contains("One of beta", StringComparison.Ordinal));
        await PostAsync(service, "/hangfire/sources/beta/pause");
        Assert.Equal("paused", await StateAsync(service));
        await PostAsync(service, "/hangfire/sources/beta/resume");
        Assert.Equal("active", await StateAsync(service));
        var asked = _newsroom.AskedFor("/b").Count;
        await PostAsync(service, "/hangfire/sources/beta/poll");
        await TestService.UntilAsync(() => Task.FromResult(_newsroom.AskedFor("/b").Count), count => count > asked);
        await PostAsync(
            service,
            "/hangfire/sources/beta",
            ("url", _newsroom.Url("/b")),
            ("title", "Beta renamed"),
            ("interval", "00:20:00"));
        Assert.Contains("Beta renamed", await service.Client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);
        Assert.Equal("/hangfire/sources?done=deleted", await PostAsync(service, "/hangfire/sources/beta/delete"));
        Assert.DoesNotContain(
            "href=\"/hangfire/sources/beta\"", await service.Client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a url", HttpStatusCode.BadRequest)]
    [InlineData("http://127.0.0.1:9/a", HttpStatusCode.Conflict)]
    public async Task AFormWithAnError_SaysWhatIsWrong_AndKeepsWhatWasTyped(string url, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        using var answer = await SendFormAsync(service, "/hangfire/sources", [("url", url), ("title", "<b>Typed</b>")]);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Typed&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageInsteadOfAFeed_OffersItsFeeds_AndOnlyTheseAreTaken()
    {
        _newsroom.Serve(
            "/a",
            "<!doctype html><html><head><title>News</title><link rel='alternate' type='application/rss+xml' href='feed.xml'></head></html>",
            "text/html");
        _newsroom.Serve("/feed.xml", Feeds.Rss("Beta", new Written("1", "https://beta.example/1", "One of beta", DateTimeOffset.UtcNow)));
        await using var service = await StartAsync();
        await PostAsync(service, "/hangfire/sources", ("url", _newsroom.Url("/a")), ("title", "Beta"));
        var feed = _newsroom.Url("/feed.xml");
        var page = await TestService.UntilAsync(
            () => service.Client.GetStringAsync("/hangfire/sources/beta"),
            html => html.Contains($"value=\"{feed}\"", StringComparison.Ordinal));
        Assert.Contains("the page names its feed", page, StringComparison.Ordinal);

        using var other = await SendFormAsync(service, "/hangfire/sources/beta/use", [("feed", "https://elsewhere.example/")]);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        await PostAsync(service, "/hangfire/sources/beta/use", ("feed", feed));

        page = await TestService.UntilAsync(
            () => service.Client.GetStringAsync("/hangfire/sources/beta"),
            html => html.Contains("One of beta", StringComparison.Ordinal));
        Assert.DoesNotContain("/hangfire/sources/beta/use", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostWithoutItsToken_OrFromAnotherOrigin_ChangesNothing()
    {
        await using var service = await StartAsync();
        using var noToken = await service.Client.PostAsync("/hangfire/sources/alpha/pause", new FormUrlEncodedContent([]));
        using var foreign = await SendFormAsync(service, "/hangfire/sources/alpha/pause", [], ("Origin", "https://evil.example"));
        using var stock = await service.Client
            .PostAsync("/hangfire/recurring/remove", new FormUrlEncodedContent([new("jobs[]", "dispatch")]));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (noToken.StatusCode, foreign.StatusCode));
        Assert.NotEqual(HttpStatusCode.NoContent, stock.StatusCode);
        Assert.NotEqual("paused", (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Polls_AreNamedByTheirSource_AndFailedOnesCanBeRequeued()
    {
        _newsroom.Answer("/a", 500);
        await using var service = await StartAsync();
        await PostAsync(service, "/hangfire/sources", ("url", _newsroom.Url("/a")), ("title", "Broken paper"));
        var failed = await TestService.UntilAsync(
            () => service.Client.GetStringAsync("/hangfire/jobs/failed"),
            html => html.Contains("Poll Broken paper", StringComparison.Ordinal) && html.Contains("HTTP 500", StringComparison.Ordinal));

        _newsroom.Serve("/a", Feeds.Rss("Well", new Written("1", "https://beta.example/1", "Well again")));
        var job = JobId().Match(failed).Groups[1].Value;
        var token = HangfireToken().Match(failed).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hangfire/jobs/failed/requeue")
        {
            Content = new FormUrlEncodedContent([new("jobs[]", job)])
        };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        await TestService.UntilAsync(
            async () => (await service.GetJsonAsync("/api/sources/broken-paper")).GetProperty("state").GetString(),
            state => state == "active");
    }

    private static readonly (string, string)[] Strangers =
    [
        ("Host", "evil.example"), ("Host", "127.0.0.1.evil.example"), ("X-Forwarded-For", "203.0.113.7"),
        ("X-Forwarded-Host", "evil.example"),
        ("Forwarded", "for=203.0.113.7"), ("X-Real-IP", "203.0.113.7"), ("Via", "1.1 proxy"), ("Authorization", "Basic YTpi"),
        ("Authorization", "Bearer x"),
    ];

    private static async Task<HttpStatusCode> StatusAsync(TestService service, string page, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<string?> StateAsync(TestService service) =>
        (await service.GetJsonAsync("/api/sources/beta")).GetProperty("state").GetString();

    /// <summary>Sends a form as a browser does that shows the page; returns where it is led to.</summary>
    private static async Task<string?> PostAsync(TestService service, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await SendFormAsync(service, action, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.ToString();
    }

    private static async Task<HttpResponseMessage> SendFormAsync(
        TestService service, string action, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        var page = await service.Client.GetStringAsync("/hangfire/sources");
        var token = FormToken().Match(page).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(form) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await service.Client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"csrf-token\" content=\"([^\"]+)\"")]
    private static partial Regex HangfireToken();

    [GeneratedRegex("jobs/details/([^\"/]+)\"")]
    private static partial Regex JobId();

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha")), settings: settings);
}
