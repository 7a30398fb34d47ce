using System.Net;
using System.Net.Http.Json;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Polling;

/// <summary>A source that says itself as whom its publisher is asked.</summary>
public sealed class ClientHeadersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASourceIsAskedAsSomebodyElse_OnlyWhileTheOperatorLetsIt_AndTheAuditLogSaysWho()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/desk", Feeds.Rss("Desk", new Written("d1", "https://desk.example/1", "Tides are late")));
        var file = Feeds.Json(Feeds.Source(newsroom.Url("/desk"), "Desk"));
        var own = new Dictionary<string, string> { ["user-agent"] = "Reader of the Desk/2", ["Cookie"] = "consent=yes" };
        var headers = new { headers = own };
        await using (var service = await TestService.StartAsync(_folder, file, settings: "--FeedHub:Polling:AllowClientHeaders=true"))
        {
            using var answer = await service.Client.PatchAsJsonAsync("/api/sources/desk", headers);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await service.PollAsync("desk");
            var sent =
                (await TestService.UntilAsync(() => Task.FromResult(newsroom.AskedFor("/desk")), asked => asked.Count > 0))[^1].Headers;
            Assert.Equal(("Reader of the Desk/2", "consent=yes"), (sent["User-Agent"], sent["Cookie"]));
            await using var db = await service.DatabaseAsync();
            var entry = await db.AuditEntries.SingleAsync(e => e.What == "source changed");
            Assert.Equal(
                ["Cookie: (hidden)", "user-agent: (hidden)"], entry.After["headers"]!.Split(", ").Order(StringComparer.OrdinalIgnoreCase));
        }

        await using var strict = await TestService.StartAsync(_folder);
        using var refused = await strict.Client.PatchAsJsonAsync("/api/sources/desk", headers);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("FeedHub:Polling:AllowClientHeaders", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var asked = newsroom.AskedFor("/desk").Count;
        Assert.Contains("only while FeedHub:Polling:AllowClientHeaders is true", await strict.PollAsync("desk"), StringComparison.Ordinal);
        Assert.Equal(asked, newsroom.AskedFor("/desk").Count);
    }
}
