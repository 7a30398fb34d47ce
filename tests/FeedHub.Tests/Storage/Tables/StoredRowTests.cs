using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Model.Access;
using FeedHub.Model.Articles;
using FeedHub.Model.Categories;
using FeedHub.Model.Coverage;
using FeedHub.Model.Health;
using FeedHub.Model.Hub;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Storage.Tables;

/// <summary>A whole row is what EF Core reads.</summary>
public sealed partial class StoredRowTests : IDisposable
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

        var read = service.Services.GetRequiredService<ReadSessions>().Query(
            $"SELECT {StoredRow<Source>.Columns} FROM Sources ORDER BY Id", StoredRow<Source>.Read);

        var expected = await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync();
        Assert.Equal(expected.Select(Text), read.Select(Text));
        Assert.Equal("host.example", read[1].Host);
    }

    [Theory]
    [InlineData(typeof(Source))]
    [InlineData(typeof(Item))]
    [InlineData(typeof(Story))]
    [InlineData(typeof(NewsEvent))]
    [InlineData(typeof(DeclaredPart))]
    [InlineData(typeof(OwnFeed))]
    [InlineData(typeof(Subscription))]
    [InlineData(typeof(PolledHost))]
    [InlineData(typeof(HubRequest))]
    [InlineData(typeof(HubSubscriber))]
    [InlineData(typeof(PublisherAlias))]
    [InlineData(typeof(StoredPassword))]
    [InlineData(typeof(ApiKey))]
    [InlineData(typeof(AdminSession))]
    [InlineData(typeof(AlertReceiver))]
    [InlineData(typeof(HealthEvent))]
    [InlineData(typeof(QueuedPage))]
    [InlineData(typeof(ArticleFigures))]
    [InlineData(typeof(KeptRobots))]
    public void AnEntity_HasTheColumnsFieldsAndConversionsOfEfCoresModel(Type entity)
    {
        using var db = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite("Data Source=:memory:").Options);
        var stored = db.Model.FindEntityType(entity)!.GetFlattenedProperties().ToList();
        var expected = stored.Select(property => (
            property.GetColumnName(),
            (property.DeclaringType as IComplexType)?.ComplexProperty.Name,
            property.FieldInfo!,
            property.GetTypeMapping().Converter?.ProviderClrType));

        var found = StoredColumn.Of(entity).Select(column => (
            column.Name, column.Part?.Name, column.Field, column.Reading?.GetParameters()[0].ParameterType));

        Assert.Equal(expected.OrderBy(column => column.Item1), found.OrderBy(column => column.Item1));
        var nullable = stored.Where(property => property.IsNullable).Select(property => property.GetColumnName());
        var looked = StoredColumn.Of(entity).Where(column => column.IsNullable).Select(column => column.Name);
        Assert.Subset(looked.ToHashSet(), nullable.ToHashSet());
    }

    [Fact]
    public void EveryEntityThatIsReadAsAWholeRow_IsAmongThoseCompared()
    {
        var compared = typeof(StoredRowTests).GetMethod(nameof(AnEntity_HasTheColumnsFieldsAndConversionsOfEfCoresModel))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .SelectMany(data => data.GetData(null!)).Select(data => ((Type)data[0]).Name);

        var read = RepositoryFile.SourcesOf("src").SelectMany(path => RowOf().Matches(Encoding.UTF8.GetString(RepositoryFile.Read(path))))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(compared.Order(), read.Distinct().Order());
    }

    private static void Fill(Source source)
    {
        source.Url = "https://host.example/feed?a=1";
        (source.NextPollAt, source.ItemCount, source.StoryCount, source.CreatedAt, source.ChangedAt) = (Noon, 7, 5, Noon.AddDays(-1), Noon);
        var (declared, feed, polling) = (source.Declared, source.Feed, source.Polling);
        (declared.Language, declared.TimeZone, declared.Categories, declared.Interval) =
            ("id", "Asia/Jakarta", ["sport"], TimeSpan.FromHours(2));
        (declared.Content, declared.Folder, declared.Enabled) = (Enum.GetValues<ContentPolicy>()[^1], "News/World", false);
        (declared.Kind, declared.Selectors, declared.Robots) = (SourceKind.Page, new("li") { Date = "time" }, RobotsPolicy.Ignore);
        feed.FoundSelectors = new("article") { Link = "h2 > a" };
        (declared.Headers, declared.HeadersUrl) = (new Dictionary<string, string> { ["X-Key"] = "env:KEY" }, "https://host.example/");
        (feed.Title, feed.Link, feed.Rights, feed.Icon, feed.Language) =
            ("Full feed", "https://host.example/", "©", "https://i.example/", "en");
        (feed.ReadingNote, feed.Furniture, feed.Hints) =
            (Reason.Of(ReasonCode.ItemsRenamed, 3), [1, 2, 3], new() { Ttl = TimeSpan.FromHours(1) });
        (feed.Identity, feed.IdentityNote, feed.IdentityPinned) = (IdentityPolicy.Link, Reason.Of(ReasonCode.LastPollFailed), true);
        (polling.FormerUrl, polling.MovedAt, polling.ConflictingUrl, polling.LeftUrl) =
            ("http://f.example/", Noon, "http://t.example/", "http://l.example/");
        (polling.State, polling.StateSince, polling.Error) = (SourceState.Failing, Noon, Reason.Of(ReasonCode.HttpStatus, "404"));
        (polling.OfferedFeeds, polling.ETag, polling.LastModified, polling.BodyHash) = (["http://o.example/"], "\"e\"", "Fri", "2-ab");
        (polling.BodyBytes, polling.Rhythm) = (5_000_000_000, Rhythm.Of([Noon.AddHours(-3), Noon.AddHours(-1)], Noon));
        (polling.LastPollAt, polling.LastSuccessAt, polling.LeaseUntil, polling.Failures) = (Noon, Noon, Noon, 4);
        (polling.EffectiveInterval, polling.IntervalWhy) = (TimeSpan.FromMinutes(20), Reason.Of(ReasonCode.LastPollFailed));
        (polling.ItemsADay, polling.Delay) = (12.5, TimeSpan.FromSeconds(90));
    }

    [GeneratedRegex(@"StoredRow<(\w{2,})>")]
    private static partial Regex RowOf();

    private static string Text(Source source) => JsonSerializer.Serialize(source);
}
