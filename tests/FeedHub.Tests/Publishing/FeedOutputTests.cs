using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Hub;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>Every output of the table has all that a format needs: a new one is checked as soon as it stands there.</summary>
public sealed class FeedOutputTests : IAsyncLifetime
{
    private static readonly string[] Languages = ["en", "id"];

    private readonly TempFolder _folder = new();
    private TestService _service = null!;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(_folder, """{ "title": "Kabar", "sources": [] }""");

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void NoTwoOutputs_ShareAnything()
    {
        foreach (
            var part in (Func<FeedOutput, string>[])[o => o.Path, o => o.MediaType, o => o.Name, o => o.ShortName, o =>
                o.Standard, o => o.Operation])
        {
            Assert.All(FeedOutput.All, output => Assert.NotEmpty(part(output)));
            Assert.Equal(FeedOutput.All.Count, FeedOutput.All.Select(part).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        Assert.All(FeedOutput.All, output => Assert.Matches(@"^/feed\.[a-z]+$", output.Path));
    }

    [Fact]
    public void NoPublicAddress_MayHaveAPath_ThatAnOutputHas()
    {
        foreach (var output in FeedOutput.All)
        {
            Assert.True(PublicPath.IsOwnBeginning(output.Path[1..]), output.Path);
            Assert.True(PublicPath.IsOwnBeginning(output.Path[1..].ToUpperInvariant()), output.Path);
        }

        Assert.False(PublicPath.IsOwnBeginning("feed"));
        Assert.False(PublicPath.IsOwnBeginning("feedhub"));
    }

    [Fact]
    public async Task EveryOutput_IsServedUnderItsOwnNameAndType_AndIsATopicOfTheHub()
    {
        foreach (var output in FeedOutput.All)
        {
            var address = _service.Address + output.Path;
            using var feed = await AskAsync(output.Path);
            Assert.Equal((HttpStatusCode.OK, output.ContentType), (feed.StatusCode, feed.Content.Headers.ContentType!.ToString()));
            Assert.Contains($"<{address}>; rel=\"self\"", Assert.Single(feed.Headers.GetValues("Link")), StringComparison.Ordinal);
            Assert.Contains(address, await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var problem = await AskAsync(output.Path + "?limit=0", ("Accept", "text/html"));
            Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
            var (topic, error) = await _service.Services.GetRequiredService<HubTopics>()
                .FindAsync(address, _service.Address, CancellationToken.None);
            Assert.Equal((output, null), (topic?.Output, error));
        }
    }

    [Fact]
    public async Task EveryPage_LeadsToEveryOutput_InBothLanguages()
    {
        foreach (var language in Languages)
        {
            var page = await PageAsync("/?category=sport", language);
            foreach (var output in FeedOutput.All)
            {
                var found = page.QuerySelector($"head link[rel=alternate][href='{output.Path}?category=sport']")!;
                Assert.Equal(output.MediaType, found.GetAttribute("type"));
                Assert.EndsWith($"({output.Name})", found.GetAttribute("title"), StringComparison.Ordinal);
                Assert.Equal(output.ShortName, page.QuerySelector($".subscribe a[href='{output.Path}?category=sport']")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task EveryOutput_HasAGuide_ThatNamesTheOthersInBothLanguages()
    {
        foreach (var (language, output) in Languages.SelectMany(language => FeedOutput.All.Select(output => (language, output))))
        {
            var guide = await PageAsync(output.Path, language, ("Accept", "text/html"), ("Sec-Fetch-Dest", "document"));
            Assert.Equal(language, guide.DocumentElement.GetAttribute("lang"));
            Assert.Equal(_service.Address + output.Path, guide.QuerySelector("input[readonly]")!.GetAttribute("value"));
            foreach (var other in FeedOutput.All.Where(other => other != output))
                Assert.Contains(
                    other.ShortName,
                    guide.QuerySelector($".choices a[href='{other.Path}']")!.TextContent,
                    StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheOpenApiDocument_DescribesEveryOutput()
    {
        var paths = (await _service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var output in FeedOutput.All)
        {
            var call = paths.GetProperty(output.Path).GetProperty("get");
            Assert.Equal(output.Operation, call.GetProperty("operationId").GetString());
            Assert.Contains(output.Standard, call.GetProperty("summary").GetString(), StringComparison.Ordinal);
            Assert.Equal("Feeds", Assert.Single(call.GetProperty("tags").EnumerateArray()).GetString());
            var shape = Assert.Single(call.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject());
            Assert.Equal(output.MediaType, shape.Name);
            Assert.Equal(output.Schema is not null, shape.Value.GetProperty("schema").TryGetProperty("properties", out _));
        }
    }

    private async Task<IHtmlDocument> PageAsync(string address, string language, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(address, [("Accept-Language", language), .. headers]);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _service.Client.SendAsync(request);
    }
}
