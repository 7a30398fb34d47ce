using System.Text.Json;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Storage.Writing;

/// <summary>A whole row on the writer's connection is what EF Core reads.</summary>
public sealed class StoredRowTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASource_IsTheSameAsByEfCore_BareAndWithEachColumnFilled()
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/bare", "Bare"), Feeds.Source("http://127.0.0.1:9/full", "Full")));
        await using var db = await service.DatabaseAsync();
        Fill(await db.Sources.SingleAsync(s => s.Slug == "full"));
        await db.SaveChangesAsync();

        var row = new StoredRow<Source>(db.Model);
        var read = await service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session => session.Query($"SELECT {row.Columns} FROM Sources ORDER BY Id", row.Read), CancellationToken.None);

        var expected = await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync();
        Assert.Equal(expected.Select(Text), read.Select(Text));
        Assert.Equal("host.example", read[1].Host);
    }

    private static void Fill(Source source)
    {
        source.Url = "https://host.example/feed?a=1";
        (source.NextPollAt, source.ItemCount, source.StoryCount, source.CreatedAt, source.ChangedAt) = (Noon, 7, 5, Noon.AddDays(-1), Noon);
        var (declared, feed, polling) = (source.Declared, source.Feed, source.Polling);
        (declared.Language, declared.TimeZone, declared.Categories, declared.Interval) = ("id", "Asia/Jakarta", ["sport"], TimeSpan.FromHours(2));
        (declared.Content, declared.Folder, declared.Enabled) = (Enum.GetValues<ContentPolicy>()[^1], "News/World", false);
        (declared.Headers, declared.HeadersUrl) = (new Dictionary<string, string> { ["X-Key"] = "env:KEY" }, "https://host.example/");
        (feed.Title, feed.Link, feed.Rights, feed.Icon, feed.Language) = ("Full feed", "https://host.example/", "©", "https://i.example/", "en");
        (feed.ReadingNote, feed.Furniture, feed.Hints) = (Reason.Of(ReasonCode.ItemsRenamed, 3), [1, 2, 3], new() { Ttl = TimeSpan.FromHours(1) });
        (feed.Identity, feed.IdentityNote, feed.IdentityPinned) = (IdentityPolicy.Link, Reason.Of(ReasonCode.LastPollFailed), true);
        (polling.FormerUrl, polling.MovedAt, polling.ConflictingUrl, polling.LeftUrl) = ("http://f.example/", Noon, "http://t.example/", "http://l.example/");
        (polling.State, polling.StateSince, polling.Error) = (SourceState.Failing, Noon, Reason.Of(ReasonCode.HttpStatus, "404"));
        (polling.OfferedFeeds, polling.ETag, polling.LastModified, polling.BodyHash) = (["http://o.example/"], "\"e\"", "Fri", "2-ab");
        (polling.BodyBytes, polling.Rhythm) = (5_000_000_000, Rhythm.Of([Noon.AddHours(-3), Noon.AddHours(-1)], Noon));
        (polling.LastPollAt, polling.LastSuccessAt, polling.LeaseUntil, polling.Failures) = (Noon, Noon, Noon, 4);
        (polling.EffectiveInterval, polling.IntervalWhy) = (TimeSpan.FromMinutes(20), Reason.Of(ReasonCode.LastPollFailed));
        (polling.ItemsADay, polling.Delay) = (12.5, TimeSpan.FromSeconds(90));
    }

    private static string Text(Source source) => JsonSerializer.Serialize(source);
}
