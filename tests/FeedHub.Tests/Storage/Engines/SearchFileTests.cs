using System.Collections.Concurrent;
using System.Net;
using FeedHub.Publishing.Search;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>The search index is a file of its own: it is made again where it is lost, and goes with backups and former databases.</summary>
[Trait("Storage", "sqlite")]
public sealed class SearchFileTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Lines _log = new();
    private FakeNewsroom _newsroom = null!;

    private string Index => _folder.File("data/search.db");

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss(
            "Alpha",
            new Written("1", "https://alpha.example/1", "Rice harvest in Cianjur"),
            new Written("2", "https://alpha.example/2", "Ferry to Ternate")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("damaged")]
    [InlineData("another database")]
    public async Task AnIndexThatIsNotThisDatabases_IsMadeAgain_WithWordsInTheLog(string trouble)
    {
        await using (var first = await ReadAsync())
            Assert.Equal(1, await FoundAsync(first, "ternate"));
        SqliteConnection.ClearAllPools();
        Break(trouble);

        await using var again = await StartAsync();
        await IndexedAsync(again);

        Assert.Equal((1, 1), (await FoundAsync(again, "ternate"), await FoundAsync(again, "cianjur")));
        Assert.Contains(_log.All, line => line.Contains(trouble, StringComparison.Ordinal)
            && line.Contains("2 stories wait", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("INSERT INTO SearchWords (SearchWords, rank) VALUES ('usermerge', 4)")]
    [InlineData("DELETE FROM SearchWords_config WHERE k IN ('automerge', 'usermerge')")]
    public async Task AnIndexOfAnyVersion_MergesAsOneOfThisVersionDoes(string former)
    {
        await using (var first = await ReadAsync())
            Assert.Equal(1, await FoundAsync(first, "ternate"));
        SqliteConnection.ClearAllPools();
        using (var index = Open(Index))
            Run(index, former);

        await using var again = await StartAsync();
        using var merged = Open(Index);
        Assert.Equal(
            "automerge 0, usermerge 8",
            Ask(merged, "SELECT group_concat(k || ' ' || v, ', ' ORDER BY k) FROM SearchWords_config WHERE k LIKE '%merge'"));
        Assert.Equal(1, await FoundAsync(again, "ternate"));
    }

    [Fact]
    public async Task AnIndexThatIsTakenAwayMeanwhile_IsMadeAgain_WithoutARestart()
    {
        await using var service = await ReadAsync();
        Assert.Equal(1, await FoundAsync(service, "ternate"));
        File.Delete(Index);
        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("3", "https://alpha.example/3", "Cloves of Tidore")));
        await service.PollAsync("alpha");

        await TestService.UntilAsync(() => FoundAsync(service, "tidore"), found => found == 1);
        await TestService.UntilAsync(() => FoundAsync(service, "ternate"), found => found == 1);
        Assert.Contains(_log.All, line => line.Contains("The search index is lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnIndexInsideADatabase_AsFormerVersionsHadIt_MovesOut_AndNoStoryIsReadAgain()
    {
        await using (var first = await ReadAsync())
            Assert.Equal(1, await FoundAsync(first, "cianjur"));
        SqliteConnection.ClearAllPools();
        using (var database = Open(_folder.File("data/feedhub.db")))
        {
            using var index = Open(Index);
            Run(database, "DROP TRIGGER SearchGoneStory; DROP TRIGGER SearchMovedStory;" + SearchSchema.Forms[1]);
            SearchTables.Copy(index, database, CancellationToken.None);
        }

        File.Delete(Index);
        await using var again = await StartAsync();
        await using var db = await again.DatabaseAsync();
        Assert.Equal(0, await db.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM SearchQueue").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM sqlite_schema WHERE name LIKE 'SearchWords%'")
            .SingleAsync());
        Assert.Equal((1, 1), (await FoundAsync(again, "ternate"), await FoundAsync(again, "cianjur")));

        // What is gone afterwards is gone from the index too.
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys=OFF");
        await db.Database.ExecuteSqlAsync($"DELETE FROM Stories WHERE Id = 1");
        await IndexedAsync(again);
        using var rows = Open(Index);
        Assert.Equal(1L, Ask(rows, "SELECT count(*) FROM SearchRows"));
    }

    [Fact]
    public async Task ABackup_HasTheIndexInside_ForTheMomentThatItIsOf()
    {
        await using (var service = await ReadAsync())
        {
            var made = await service.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
            using var copy = Open(_folder.File($"data/backups/{made.Name}"));
            Assert.Equal(2L, Ask(copy, "SELECT count(*) FROM SearchWords_docsize"));
            Assert.Equal(0L, Ask(copy, "SELECT count(*) FROM SearchQueue"));
        }
    }

    [Fact]
    public async Task WhoHasSearched_WritesWithoutWaitingForTheIndex()
    {
        await using var service = await ReadAsync();
        var file = service.Services.GetRequiredService<SearchFile>();
        await using var writing = file.OpenForWriting();
        await using var begin = writing.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();

        await using var reader = service.Services.GetRequiredService<DatabaseFile>().Open();
        file.Attach(reader);
        await using (var count = reader.CreateCommand())
        {
            count.CommandText = "PRAGMA busy_timeout=0; SELECT count(*) FROM SearchWords WHERE SearchWords MATCH '\"nothing\"'";
            Assert.Equal(0L, await count.ExecuteScalarAsync());
        }

        await using var transaction = reader.BeginTransaction();
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task RowsOfAnyOrder_AreOneSegment_AndTheSameStoryHasOneRow()
    {
        await using var service = await StartAsync();
        var writer = service.Services.GetRequiredService<SearchWriter>();
        var first = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var stories = Enumerable.Range(1, 200).Select(id => SearchableStory.Of(id, first.AddMinutes(id * 7919 % 1000), $"kata {id}"))
            .ToList();
        foreach (var _ in (int[])[1, 2])
            await writer.RunAsync(session => SearchIndex.Write(session, stories), CancellationToken.None);

        using var index = Open(Index);
        Assert.Equal((200L, 200L), (Ask(index, "SELECT count(*) FROM SearchRows"), Ask(index, "SELECT count(*) FROM SearchWords_docsize")));
        Assert.InRange((long)Ask(index, "SELECT count(DISTINCT segid) FROM SearchWords_idx")!, 1, 3);
        await writer.RunAsync(session => SearchIndex.Write(session, [SearchableStory.Without(7)]), CancellationToken.None);
        Assert.Equal(199L, Ask(index, "SELECT count(*) FROM SearchRows"));
    }

    private void Break(string trouble)
    {
        foreach (var beside in (string[])["-wal", "-shm"])
            File.Delete(Index + beside);
        switch (trouble)
        {
            case "missing":
                File.Delete(Index);
                break;
            case "damaged":
                var bytes = File.ReadAllBytes(Index);
                Array.Fill(bytes, (byte)0xA5, 200, bytes.Length - 200);
                File.WriteAllBytes(Index, bytes);
                break;
            default:
                using (var index = Open(Index))
                    Run(index, SearchSchema.MarkWith(1));
                break;
        }
    }

    private async Task<TestService> ReadAsync()
    {
        var service = await StartAsync();
        await service.PollAsync("alpha");
        await IndexedAsync(service);
        return service;
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")), services: services => services.Replace(
            ServiceDescriptor.Singleton<ILoggerFactory>(new LoggerFactory([_log]))));

    private static Task IndexedAsync(TestService service) =>
        service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);

    // A search meanwhile is a 503: it finds nothing yet.
    private static async Task<int> FoundAsync(TestService service, string word)
    {
        using var answer = await service.Client.GetAsync($"/feed.json?q={word}");
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? 0 : (await service.ItemsOf($"/feed.json?q={word}")).Count;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql) => Ask(connection, sql);

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
