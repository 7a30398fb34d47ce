using System.Net;
using System.Text.Json;
using FeedHub.Publishing;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FeedHub.Tests.Api;

/// <summary>The OpenAPI document against the service that it describes.</summary>
public sealed class OpenApiTests : IDisposable
{
    private static readonly string[] Others =
        [.. FeedOutput.All.Select(output => output.Path), "/sources.opml", "/websub", "/healthz/live", "/healthz/ready"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheDocument_IsValid_AndDescribesTheServiceAsItIs()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss(
            "Alpha",
            new Written("g1", "https://a.example/1", "One", DateTimeOffset.UtcNow.AddHours(-1), Told.Html(Told.Flood), "Bencana")));
        newsroom.Serve("/b", Feeds.Rss(
            "Beta",
            new Written("g2", "https://b.example/2", "Two", DateTimeOffset.UtcNow.AddHours(-1), Told.Copied(Told.Flood, "Lirang"))));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(newsroom.Url("/a"), "Alpha"),
                Feeds.Source(newsroom.Url("/b"), "Beta")), settings: "--FeedHub:PublicUrl=https://news.example.org/hub");
        await service.PollAsync("alpha");
        await service.PollAsync("beta");

        using var answer = await service.Client.GetAsync("/openapi/v1.json");
        var json = await answer.Content.ReadAsStringAsync();
        CheckDocument(json);
        var document = JsonDocument.Parse(json).RootElement;
        CheckEndpoints(document, service);
        CheckExamples(document);
        await CheckAnswersAsync(document, service);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await service.Client.SendAsync(again)).StatusCode);
    }

    private static void CheckDocument(string json)
    {
        Assert.DoesNotMatch("\"(description|summary)\": *\"[^\"]*(\\\\n|Schemas)", json);
        var read = OpenApiDocument.Parse(json, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal("https://news.example.org/hub", Assert.Single(read.Document!.Servers!).Url);
        var operations = read.Document.Paths.SelectMany(path => path.Value.Operations!.Values).ToList();
        Assert.All(operations, operation => Assert.True(
            operation is { OperationId.Length: > 0, Summary.Length: > 0, Tags.Count: 1, Responses.Count: > 0 },
            operation.Summary));
        Assert.Equal(operations.Count, operations.Select(operation => operation.OperationId).Distinct().Count());
    }

    private static void CheckEndpoints(JsonElement document, TestService service)
    {
        var routes = service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Where(method => method != "HEAD")
                .Select(
                    method => $"{method} {endpoint.RoutePattern.RawText!.Replace(":long", "", StringComparison.Ordinal).TrimEnd('/')}"));
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).ToList();
        Assert.True(described.Count > 15);
        Assert.Empty(routes.Except(described));
        Assert.Empty(Others.Select(path => $"GET {path}").Except(described));
        Assert.DoesNotContain(
            described,
            call => call.Contains("hangfire", StringComparison.Ordinal) || call.Contains("callbacks", StringComparison.Ordinal));
        Assert.Empty(described.Where(call => call.Contains(" /api/", StringComparison.Ordinal)).Except(routes));
    }

    private static void CheckExamples(JsonElement document)
    {
        var rules = new SchemaRules(document);
        var bodies = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).SelectMany(Bodies)
            .ToList();
        Assert.True(bodies.Count > 20);
        Assert.Empty(bodies.SelectMany(body => rules.Broken(body.GetProperty("example"), body.GetProperty("schema"))));
    }

    private static IEnumerable<JsonElement> Bodies(JsonProperty operation)
    {
        var all = operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Value)
            .Concat(operation.Value.TryGetProperty("requestBody", out var body) ? [body] : []);
        return all.Where(one => one.TryGetProperty("content", out _)).SelectMany(one => one.GetProperty("content").EnumerateObject())
            .Where(media => media.Name == "application/json").Select(media => media.Value);
    }

    private static async Task CheckAnswersAsync(JsonElement document, TestService service)
    {
        var story = (await service.ItemsOf("/api/stories"))[0].GetProperty("id").GetInt64();
        var rules = new SchemaRules(document);
        foreach (var (path, address) in new[]
        {
            ("/api/stats", "/api/stats"), ("/api/sources", "/api/sources"), ("/api/sources/{id}", "/api/sources/alpha"),
            ("/api/hosts", "/api/hosts"),
            ("/api/items", "/api/items?limit=1"), ("/api/items", "/api/items"), ("/api/stories", "/api/stories"),
            ("/api/stories/{id}", $"/api/stories/{story}"),
            ("/feed.json", "/feed.json"),
        })
        {
            var schema = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content")
                .EnumerateObject()
                .Single().Value
                .GetProperty("schema");
            Assert.NotEqual(["type"], schema.EnumerateObject().Select(property => property.Name));
            Assert.Empty(rules.Broken(await service.GetJsonAsync(address), schema, address));
        }

        using var missing = await service.Client.GetAsync("/api/stories/999999");
        Assert.Empty(rules.Broken(
            JsonDocument.Parse(await missing.Content.ReadAsStringAsync()).RootElement.GetProperty("detail"), JsonDocument.Parse(
                """{ "type": "string" }""").RootElement));
    }
}
