using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Ingesting;

/// <summary>What an earlier reader stored is read again where the publisher still lists it.</summary>
public sealed class ReaderVersionTests : IAsyncLifetime
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Alpha</title><link>http://alpha.example/</link><description/>
        <item><guid>n1</guid><link>http://alpha.example/n1</link><title>The ferry has a new pier</title>
        <enclosure url="http://alpha.example/pier.mp3" type="audio/mpeg" length="9"/></item></channel></rss>
        """;

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1-")]
    public async Task TheSameBytes_AreReadOnceMoreByAnotherReader_AndThenNoMore(string earlier)
    {
        _newsroom.Serve("/a", Feed);
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");
        Assert.Equal(1, await FilesAsync(service));
        await AsReadByAsync(service, earlier);

        await service.PollAsync("alpha");
        Assert.Equal(1, await FilesAsync(service));
        await ForgetFilesAsync(service);
        await service.PollAsync("alpha");
        Assert.Equal(0, await FilesAsync(service));
        Assert.Equal(1, (await service.GetJsonAsync("/api/stats")).GetProperty("stories").GetInt32());
    }

    // The source and its item as a reader left them that passed over files, and wrote its version so.
    private static async Task AsReadByAsync(TestService service, string version)
    {
        await using var db = await service.DatabaseAsync();
        var hash = (await db.Sources.SingleAsync()).Polling.BodyHash!.Split('-')[1];
        await db.Database.ExecuteSqlAsync($"UPDATE Sources SET BodyHash = {version + hash}, ETag = NULL, LastModified = NULL");
        await db.Database.ExecuteSqlAsync($"UPDATE Listings SET Last = NULL");
        await ForgetFilesAsync(service);
    }

    private static async Task ForgetFilesAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE Items SET Enclosures = '[]', ContentHash = ContentHash + 1");
    }

    private static async Task<int> FilesAsync(TestService service) =>
        (await service.GetJsonAsync("/api/items")).GetProperty("items")[0].GetProperty("attachments").GetArrayLength();
}
