using System.Net;
using System.Text;
using FeedHub.Publishing;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>Where a story came from, when only that changes; and what stays when nothing does.</summary>
public sealed class ProvenanceTests : IAsyncLifetime
{
    private static readonly string[] Formats = [.. FeedOutput.All.Select(output => output.Path)];
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Atom("Alpha", "© Alpha", "https://alpha.example/old.png", "https://alpha.example/"), "application/atom+xml");
        _newsroom.Serve("/b", Feeds.Rss("Beta", new Written("b1", "https://beta.example/1", "Beta 1", DateTimeOffset.UtcNow.AddHours(-2))));
        await StartAsync();
        await _service.PollAsync("127-0-0-1");
        await _service.PollAsync("beta");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task APollThatChangesOnlyWhatASourceSaysOfItself_SwapsTheFeedsThatNameIt_AndNoDateOfAnEntry()
    {
        var before = await SeenAsync(Formats);
        var beta = await SeenAsync("/feed.atom?source=beta");
        var (updated, old) = (Updated(before[1].Text), _newsroom.Url("/a"));
        foreach (var (title, rights, icon, link, said) in new[]
        {
            ("Alpha News", "© Alpha", "https://alpha.example/old.png", "https://alpha.example/", "Alpha News"),
            ("Alpha News", "CC BY", "https://alpha.example/old.png", "https://alpha.example/", "CC BY"),
            ("Alpha News", "CC BY", "https://alpha.example/new.png", "https://alpha.example/", "new.png"),
            ("Alpha News", "CC BY", "https://alpha.example/new.png", "https://alpha.example/home", "https://alpha.example/home"),
        })
        {
            var earlier = (await SeenAsync("/feed.atom"))[0];
            _newsroom.Serve("/a", Atom(title, rights, icon, link), "application/atom+xml");
            Assert.Equal("200, nothing new", await _service.PollAsync("127-0-0-1"));
            var atom = (await SeenAsync("/feed.atom"))[0];
            Assert.Contains(said, atom.Text, StringComparison.Ordinal);
            Assert.NotEqual(earlier.ETag, atom.ETag);
            Assert.Equal(updated, Updated(atom.Text));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/feed.atom", earlier.LastModified));
        }

        var after = await SeenAsync(Formats);
        Assert.All(
            before.Zip(after),
            pair =>
                Assert.True(pair.First.ETag != pair.Second.ETag && pair.First.LastModified < pair.Second.LastModified, pair.Second.Text));
        Assert.All(after, feed => Assert.Contains("Alpha News", feed.Text, StringComparison.Ordinal));
        Assert.Equal(beta, await SeenAsync("/feed.atom?source=beta"));

        // A poll that brings the same again, and a restart, change nothing at all.
        await _service.PollAsync("127-0-0-1");
        Assert.Equal(after, await SeenAsync(Formats));
        await _service.DisposeAsync();
        await StartAsync();
        Assert.Equal(after.Select(feed => (feed.Text, feed.ETag)), (await SeenAsync(Formats)).Select(feed => (feed.Text, feed.ETag)));

        // The server moves the source for good.
        _newsroom.Serve(
            "/moved",
            Atom("Alpha News", "CC BY", "https://alpha.example/new.png", "https://alpha.example/home"),
            "application/atom+xml");
        _newsroom.Answer("/a", context =>
        {
            context.Response.Redirect("/moved", permanent: true);
            return Task.CompletedTask;
        });
        await _service.PollAsync("127-0-0-1");
        var moved = await SeenAsync(Formats);
        Assert.All(after.Zip(moved), pair => Assert.NotEqual(pair.First.ETag, pair.Second.ETag));
        Assert.All(moved, feed => Assert.True(feed.Text.Contains(_newsroom.Url("/moved"), StringComparison.Ordinal)
            && !feed.Text.Contains($"\"{old}\"", StringComparison.Ordinal), feed.Text));
    }

    private async Task StartAsync() => _service = await TestService.StartAsync(
        _folder, Feeds.Json(
            $$"""{ "url": "{{_newsroom.Url("/a")}}", "interval": "01:00:00" }""",
            Feeds.Source(_newsroom.Url("/b"), "Beta")),
        settings: ["--FeedHub:PublicUrl=https://news.example/"]);

    private async Task<Seen[]> SeenAsync(params string[] addresses)
    {
        var seen = new List<Seen>();
        foreach (var address in addresses)
        {
            using var answer = await _service.Client.GetAsync(address);
            seen.Add(new(
                Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()),
                answer.Headers.ETag!.ToString(),
                answer.Content.Headers.LastModified!.Value));
        }

        return [.. seen];
    }

    private async Task<HttpStatusCode> StatusAsync(string address, DateTimeOffset since)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfModifiedSince = since;
        using var answer = await _service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static List<string> Updated(string atom) =>
        [.. atom.Split('\n').Where(line => line.Contains("<updated>", StringComparison.Ordinal))];

    private static string Atom(string title, string rights, string icon, string link) =>
        $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:alpha.example,2026:feed</id><title>{title}</title><rights>{rights}</rights><icon>{icon}</icon><link href="{link}"/>
        <entry><id>tag:alpha.example,2026:1</id><title>Alpha 1</title><link href="https://alpha.example/1"/><updated>2026-11-20T10:00:00Z</updated><content>Teks</content></entry></feed>
        """;

    private sealed record Seen(string Text, string ETag, DateTimeOffset LastModified);
}
