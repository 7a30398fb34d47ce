using System.Net;
using System.Text.Json;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Api;

/// <summary>The API's admin calls, and who may make them.</summary>
public sealed class ApiTests : IDisposable
{
    private const string Source
        = """{ "url": "http://127.0.0.1:9/feed", "title": "Alpha", "category": ["sport"], "interval": "00:10:00" }""";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASource_IsAddedChangedAndDeleted()
    {
        await using var service = await StartAsync();
        using var added = await SendAsync(
            service,
            HttpMethod.Post,
            "/api/sources",
            Source.Replace("\"title\"", "\"enabled\": false, \"title\"", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Created, "/api/sources/alpha"), (added.StatusCode, added.Headers.Location!.ToString()));

        using var changed = await SendAsync(
            service,
            HttpMethod.Patch,
            "/api/sources/alpha",
            """{ "title": "Beta", "interval": null, "enabled": false }""");
        var source = JsonDocument.Parse(await changed.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("alpha", "Beta", "paused"), (Text(source, "id"), Text(source, "title"), Text(source, "state")));
        Assert.Equal(JsonValueKind.Null, source.GetProperty("interval").ValueKind);

        using var deleted = await service.Client.DeleteAsync("/api/sources/alpha");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await service.ItemsOf("/api/sources"));
    }

    [Theory]
    [InlineData("""{ "url": "ftp://a.example/feed" }""", "url")]
    [InlineData("""{ "url": "javascript:alert(1)" }""", "url")]
    [InlineData("""{ "title": "no address" }""", "url")]
    [InlineData("""{ "url": "https://a.example/feed", "category": "sprot" }""", "category")]
    [InlineData("""{ "url": "https://a.example/feed", "timeZone": "Asia/Jakrata" }""", "timeZone")]
    [InlineData("""{ "url": "https://a.example/feed", "interval": "15" }""", "interval")]
    [InlineData("""{ "url": "https://a.example/feed", "language": "!" }""", "language")]
    [InlineData("""{ "url": "https://a.example/feed", "colour": "red" }""", "colour")]
    [InlineData("""{ "url": "https://a.example/feed", "headers": { "Cookie": "a=b" } }""", "headers")]
    [InlineData("""{ "url": "https://kabar․pagi.example/feed" }""", "host name")]
    [InlineData("[]", "object")]
    [InlineData("{", "")]
    public async Task ABadSource_IsRefusedWithAProblemThatNamesWhatIsWrong(string body, string named)
    {
        await using var service = await StartAsync();
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/sources", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await service.ItemsOf("/api/sources"));
    }

    [Fact]
    public async Task TheSameSourceTwice_IsAConflict_InAnySpelling()
    {
        await using var service = await StartAsync();
        using var first = await SendAsync(service, HttpMethod.Post, "/api/sources", Source);
        using var second = await SendAsync(service, HttpMethod.Post, "/api/sources", """{ "url": "HTTP://127.0.0.1:9/feed#top" }""");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Authorization", "Bearer wrong")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "Basic YTpi")]
    public async Task AWriteThatIsNotLocal_IsRefused(string header, string value)
    {
        await using var service = await StartAsync();
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/sources", Source, (header, value));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await service.ItemsOf("/api/sources"));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task AWriteFromAPageOfAnotherOrigin_IsRefused(string header, string value)
    {
        await using var service = await StartAsync();
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/sources", Source, (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Bearer correct-key", HttpStatusCode.Created)]
    [InlineData("Bearer correct-ke", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer correct-key ", HttpStatusCode.Created)]
    [InlineData("Bearer correct-key=", HttpStatusCode.Unauthorized)]
    [InlineData("bearer correct-key", HttpStatusCode.Created)]
    [InlineData("correct-key", HttpStatusCode.Unauthorized)]
    public async Task TheApiKey_OpensTheDoorFromAnywhere_AndNothingNearIt(string authorization, HttpStatusCode expected)
    {
        await using var service = await StartAsync("--FeedHub:Admin:ApiKey=correct-key");
        using var answer = await SendAsync(
            service,
            HttpMethod.Post,
            "/api/sources",
            Source,
            ("Host", "news.example"),
            ("Authorization", authorization));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task WithAPassword_LocalRequestsNeedItToo()
    {
        await using var service = await StartAsync("--FeedHub:Admin:Password=sesame");
        using var without = await SendAsync(service, HttpMethod.Post, "/api/sources", Source);
        using var with = await SendAsync(
            service,
            HttpMethod.Post,
            "/api/sources",
            Source,
            ("Authorization", "Basic " + Convert.ToBase64String("admin:sesame"u8)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Created), (without.StatusCode, with.StatusCode));
    }

    [Theory]
    [InlineData("/api/sources/none")]
    [InlineData("/api/stories/999")]
    public async Task WhatIsNotThere_IsAProblemToo(string address)
    {
        await using var service = await StartAsync();
        using var answer = await service.Client.GetAsync(address);
        Assert.Equal(
            (HttpStatusCode.NotFound, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Health_IsGood()
    {
        await using var service = await StartAsync();
        foreach (var address in (string[])["/healthz/live", "/healthz/ready"])
        {
            using var answer = await service.Client.GetAsync(address);
            Assert.Equal(
                ("Healthy", "text/plain"),
                (await service.HealthAsync(address), answer.Content.Headers.ContentType?.MediaType));
        }
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private static Task<HttpResponseMessage> SendAsync(
        TestService service,
        HttpMethod method,
        string address,
        string body,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, null, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return service.Client.SendAsync(request);
    }

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(), settings: settings);
}
