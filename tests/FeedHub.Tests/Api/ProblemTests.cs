using System.Net;
using System.Text.Json;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Api;

/// <summary>What the API says of calls that it cannot carry out.</summary>
public sealed class ProblemTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryRefusalBelowApi_IsAProblemThatSaysWhatToWriteInstead()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        foreach (var (call, body, status, words) in new (string Call, string? Body, int Status, string Words)[]
        {
            ("GET /api", null, 404, "/docs"),
            ("GET /api/nothing", null, 404, "/docs"),
            ("GET /api/stories/x", null, 404, "/docs"),
            ("GET /api/sources/none", null, 404, "/api/sources"),
            ("PUT /api/sources", "{}", 405, "GET, HEAD, POST"),
            ("DELETE /api/stats", null, 405, "GET, HEAD"),
            ("GET /api/items?q=x", null, 400, "/api/stories can"),
            ("GET /api/items?order=top", null, 400, "/api/stories can"),
            ("GET /api/items?limit=501", null, 400, "limit"),
            ("POST /api/sources", "{\n  \"url\": }", 400, "line 2, place 10"),
            ("POST /api/sources", "", 400, "empty"),
            ("POST /api/sources", """{ "url": "https://a.example/f", "colour": 1 }""", 400, "colour"),
            ("POST /api/sources", """{ "url": "http://0x7F000001./x" }""", 400, "192.0.2.1"),
            ("POST /api/sources", """{ "url": "http://1.2.3.4.5/x" }""", 400, "192.0.2.1"),
            ("POST /api/sources/discover", """{ "uri": "https://a.example/" }""", 400, "uri"),
            ("POST /api/sources/discover", """{ "url": 7 }""", 400, "url: must be"),
            ("POST /api/stories/1/split", """{ "item": 1.5 }""", 400, "item: must be"),
            ("POST /api/stories/1/split", """{ "item": 1, "by": "me" }""", 400, "by: there is no such property"),
            ("POST /api/stories/1/join", "[]", 400, "{ \"story\": 12 }"),
            ("POST /api/stories/1/categories", """{ "categories": [1] }""", 400, "categories: must be"),
        })
        {
            using var answer = await SendAsync(service, call, body);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(
                (int)answer.StatusCode == status && answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                $"{call}: {answer.StatusCode} {text}");
            Assert.True(
                JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!.Contains(words, StringComparison.Ordinal),
                $"{call}: {text}");
            Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
        }

        using var form = await service.Client
            .PostAsync("/api/sources", new FormUrlEncodedContent([KeyValuePair.Create("url", "https://a.example/f")]));
        Assert.Equal(
            (HttpStatusCode.UnsupportedMediaType, "application/problem+json"),
            (form.StatusCode, form.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Content-Type: application/json", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var head = await SendAsync(service, "HEAD /api/stats", null);
        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Lists_ArePagedToTheEnd_WithEverythingOnce()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(0, 23).Select(n =>
            new Written(
                $"g{n}",
                $"https://a.example/{n}",
                $"Title {n} of its own",
                DateTimeOffset.UtcNow.AddMinutes(-n / 5),
                Told.Html($"Text {n}")))));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");
        foreach (var (list, key) in new[] { ("/api/items?source=alpha&limit=5", "key"), ("/api/stories?source=alpha&limit=5", "id") })
        {
            var (seen, pages) = (new List<long>(), 0);
            for (string? next = list; next is not null; pages++)
            {
                var page = await service.GetJsonAsync(next);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).GetInt64()));
                next = page.GetProperty("next").GetString();
            }

            Assert.Equal((23, 23, 5), (seen.Count, seen.Distinct().Count(), pages));
        }
    }

    [Theory]
    [InlineData("PUT /api/rules", """{ "categories": [], "drop": [{ "title": "Ads", "any": ["a", "\ud800"] }] }""", "drop[0].any[1]: ")]
    [InlineData("PUT /api/feeds", """{ "feeds": [{ "slug": "a", "title": "\udfff\ud800" }] }""", "line 1, column 37: ")]
    [InlineData("POST /api/keys", """{ "name": "x\ud83d", "for": "reader" }""", "name: ")]
    [InlineData("POST /api/stories/1/hidden", """{ "reason": "\udc00" }""", "reason: ")]
    [InlineData("POST /api/stories/1/categories", """{ "categories": ["\udc00"] }""", "categories[0]: ")]
    [InlineData("POST /api/sources", """{ "url": "https://a.example/\ud800" }""", "url: ")]
    [InlineData("POST /api/sources", """{ "url": "https://a.example/f", "headers": { "X-\ud800": "1" } }""", "headers: ")]
    [InlineData("POST /api/sources", """{ "url": "https://a.example/f", "\ud800": "1" }""", "The body: ")]
    [InlineData("PATCH /api/sources/none", """{ "folder": "\ud800" }""", "folder: ")]
    [InlineData("POST /api/sources/discover", """{ "url": "\ud800" }""", "url: ")]
    [InlineData("POST /api/sources/discover", "\"\\ud800\"", "The body: ")]
    public async Task HalfACharacter_IsRefusedByTheNameOfItsProperty(string call, string body, string words)
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        using var answer = await SendAsync(service, call, body);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var whole = await SendAsync(service, "POST /api/keys", """{ "name": "\ud83d\ude00", "for": "reader" }""");
        Assert.Equal(HttpStatusCode.Created, whole.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(TestService service, string call, string? body)
    {
        var request = new HttpRequestMessage(new(call.Split(' ')[0]), call.Split(' ')[1]);
        if (body is not null)
            request.Content = new StringContent(body, null, "application/json");
        return service.Client.SendAsync(request);
    }
}
