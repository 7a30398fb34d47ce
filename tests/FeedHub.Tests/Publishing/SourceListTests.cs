using System.Net;
using System.Xml.Linq;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>The sources as OPML.</summary>
public sealed class SourceListTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheList_NamesWhatIsPolled_AndChangesOnlyWithIt()
    {
        var file = Feeds.Json(
            Feeds.Source(
                "http://127.0.0.1:9/a?x=1&y=2",
                "Alpha & <Omega>",
                "\"category\": [\"sport\", \"politics\"], \"language\": \"id\", \"headers\": { \"X-Secret\": \"hush\" }"),
            Feeds.Source("http://127.0.0.1:9/b", "Beta", "\"enabled\": false"));
        await using var service = await TestService.StartAsync(_folder, file);
        using var first = await service.Client.GetAsync("/sources.opml");
        var text = await first.Content.ReadAsStringAsync();
        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        CheckOpml(XDocument.Parse(text).Root!);
        Assert.NotNull(first.Content.Headers.LastModified);

        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(service, HttpMethod.Get, first)).StatusCode);
        using var head = await service.Client.SendAsync(new(HttpMethod.Head, "/sources.opml"));
        Assert.Equal((first.Headers.ETag, first.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        using var resumed = await service.Client
            .PatchAsync("/api/sources/beta", new StringContent("""{ "enabled": true }""", null, "application/json"));
        using var changed = await AskAsync(service, HttpMethod.Get, first);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Beta", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(changed.Content.Headers.LastModified > first.Content.Headers.LastModified);
    }

    private static void CheckOpml(XElement opml)
    {
        Assert.Equal(
            ("opml", "2.0", "Test news"),
            (opml.Name.LocalName, (string?)opml.Attribute("version"), (string?)opml.Element("head")!.Element("title")));
        var outline = Assert.Single(opml.Element("body")!.Elements());
        Assert.Equal(
            [("type", "rss"), ("text", "Alpha & <Omega>"), ("title", "Alpha & <Omega>"), ("xmlUrl", "http://127.0.0.1:9/a?x=1&y=2"),
                ("category", "sport,politics"), ("language", "id")],
            outline.Attributes().Select(a => (a.Name.LocalName, a.Value)));
    }

    private static Task<HttpResponseMessage> AskAsync(TestService service, HttpMethod method, HttpResponseMessage known)
    {
        var request = new HttpRequestMessage(method, "/sources.opml");
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        return service.Client.SendAsync(request);
    }
}
