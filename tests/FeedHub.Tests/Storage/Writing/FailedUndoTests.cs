using System.Data;
using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Storage.Writing;

/// <summary>The writer where undoing fails too, as on a broken disk: it goes on with a new connection, and what failed left
/// nothing.</summary>
[Trait("Storage", "sqlite")]
public sealed class FailedUndoTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private DatabaseFile _file = null!;
    private BrittleEngine _engine = null!;
    private DatabaseWriter _writer = null!;
    private Memory _memory = null!;
    private Health _health = null!;

    public async Task InitializeAsync()
    {
        _file = new(Options.Create(new FeedHubOptions { DataDirectory = _folder.Path }));
        using (var connection = _file.Open())
        using (var table = connection.CreateCommand())
        {
            table.CommandText = "CREATE TABLE Lines (Text TEXT)";
            table.ExecuteNonQuery();
        }

        (_engine, _memory, _health) = (new(_file), new(), new());
        _writer = new(_engine, _memory, _health, new Watch());
        await _writer.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _writer.StopAsync(CancellationToken.None);
        _writer.Dispose();
        _file.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AWriteWhoseUndoFails_KeepsItsOwnFailure_AndTheNextIsDoneOnANewConnection()
    {
        await WriteAsync("first");
        _engine.UndosThatFail = 1;
        Assert.Equal("not today", (await Assert.ThrowsAsync<InvalidDataException>(BreakAsync)).Message);
        Assert.Equal(ConnectionState.Closed, Assert.Single(_engine.Opened).State);

        await WriteAsync("next");
        Assert.Equal(["first", "next"], Lines());
        Assert.Equal(2, _engine.Opened.Count);
        Assert.Equal(["load", "commit", "rollback", "commit"], _memory.Calls);
        Assert.Equal(["the disk is gone", "not today"], _health.Reported);
    }

    [Fact]
    public async Task OthersOfABatchWhoseUndoFails_AreDoneOnce()
    {
        using var held = await HeldWriter.HoldAsync(_writer);
        var before = WriteAsync("before");
        var broken = BreakAsync();
        var after = WriteAsync("after");
        _engine.UndosThatFail = 2;
        held.Release();

        await Task.WhenAll(before, after);
        await Assert.ThrowsAsync<InvalidDataException>(() => broken);
        Assert.Equal(["after", "before"], Lines());
    }

    [Fact]
    public async Task WhereTheMemoryCannotGoBack_TheConnectionIsGivenUp_AndTheMemoryIsFilledFromTheNext()
    {
        await WriteAsync("first");
        _memory.FailuresLeft = 2;
        await Assert.ThrowsAsync<InvalidDataException>(BreakAsync);
        Assert.Equal("no memory", (await Assert.ThrowsAsync<IOException>(() => WriteAsync("too early"))).Message);
        Assert.All(_engine.Opened, connection => Assert.Equal(ConnectionState.Closed, connection.State));

        await WriteAsync("next");
        Assert.Equal(["first", "next"], Lines());
        Assert.Equal(["load", "commit", "rollback", "rollback", "rollback", "commit"], _memory.Calls);
    }

    [Fact]
    public async Task AWriteThatFailsAlone_IsNotTriedAgain_SinceItsCallerWasTold()
    {
        var runs = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => _writer.RunAsync(
            session =>
            {
                Add(session, "late");
                return ++runs > 1 ? runs : throw new InvalidDataException("not yet");
            },
            CancellationToken.None));

        await WriteAsync("next");
        Assert.Equal(1, runs);
        Assert.Equal(["next"], Lines());
    }

    private Task<int> WriteAsync(string text) => _writer.RunAsync(session => Add(session, text), CancellationToken.None);

    private Task<int> BreakAsync() => _writer.RunAsync<int>(
        session =>
        {
            Add(session, "broken");
            throw new InvalidDataException("not today");
        },
        CancellationToken.None);

    private static int Add(WriteSession session, string text) => session.Execute("INSERT INTO Lines VALUES (?1)", text);

    private List<string> Lines()
    {
        using var connection = _file.Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT Text FROM Lines ORDER BY Text";
        using var rows = read.ExecuteReader();
        return [.. rows.Cast<DbDataRecord>().Select(row => row.GetString(0))];
    }

    private sealed class BrittleEngine(DatabaseFile file) : IWriterEngine
    {
        public int UndosThatFail { get; set; }

        public List<DbConnection> Opened { get; } = [];

        public DbConnection OpenForWriting()
        {
            Opened.Add(file.OpenForWriting());
            return Opened[^1];
        }

        public bool IsInTransaction(DbConnection connection) =>
            UndosThatFail-- > 0 ? throw new IOException("the disk is gone") : file.IsInTransaction(connection);

        public DbConnection OpenForEditing() => file.OpenForEditing();

        public bool IsLost(DbConnection connection) => file.IsLost(connection);

        public void Begin(WriteSession session) => file.Begin(session);

        public void EmptyJournal() => file.EmptyJournal();
    }

    private sealed class Memory : IWriterMemory
    {
        public int FailuresLeft { get; set; }

        public List<string> Calls { get; } = [];

        public void Load(WriteSession session) => Calls.Add("load");

        public void Commit() => Calls.Add("commit");

        public void Rollback(WriteSession session)
        {
            Calls.Add("rollback");
            if (FailuresLeft-- > 0)
                throw new IOException("no memory");
        }
    }

    private sealed class Health : IStorageHealth
    {
        public List<string> Reported { get; } = [];

        public Reason? Trouble => null;

        public StorageSpell? Spell => null;

        public Reason? ReasonOf(Exception? error) => null;

        public void Report(Exception failure) => Reported.Add(failure.Message);

        public bool IsWell() => true;
    }

    private sealed class Watch : IWriterWatch
    {
        public void Wrote(long began)
        {
        }
    }
}
