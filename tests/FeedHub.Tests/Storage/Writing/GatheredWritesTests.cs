using System.Globalization;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FeedHub.Tests.Storage.Writing;

/// <summary>What needs no answer is sent later, and nobody can tell.</summary>
[Trait("Storage", "sqlite")]
public sealed class GatheredWritesTests : IDisposable
{
    private static readonly RowInsert Paper = new("papers", rank: 0, "id", "name");
    private static readonly RowInsert Article = new("articles", rank: 1, "id", "paper", "title", "score", "guessed", "bytes", "place");

    private readonly TempFolder _folder = new();
    private PostgresDatabase? _database;

    public void Dispose()
    {
        _database?.Dispose();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task RowsStandBehindWhatTheyPointTo_InAnyOrder_AndKeepTheirGaps()
    {
        using var session = await SessionAsync();
        session.Begin();
        session.Add(Paper, 1, "One");
        session.Add(Article, 1, 1, "First", 0.5, true, new byte[] { 7 }, 3);
        session.Add(Article, 2, 1, null, null, false, null, null);
        session.Execute("UPDATE articles SET title = 'Read' WHERE id = 1");
        session.Add(Article, 3, 1, "Late\0r", null, true, Array.Empty<byte>(), 4);
        session.Add(Paper, 2, "Two");
        session.Add(Article, 4, 2, "Last", 1.0, false, null, 5);

        Assert.Equal(
            ["1 1 Read 0.5 True 1 3", "2 1 - - False - -", "3 1 Later - True 0 4", "4 2 Last 1 False - 5"],
            session.Query("SELECT * FROM articles ORDER BY id", row => string.Join(
                ' ', Enumerable.Range(0, row.FieldCount).Select(column => Shown(row[column])))));
        session.Commit();
    }

    [PostgresFact]
    public async Task AnAnswerIsThatOfItsOwnStatement_AfterAllThatCameBefore()
    {
        using var session = await SessionAsync();
        session.Begin();
        session.Add(Paper, 1, "One");
        session.Write("UPDATE papers SET name = name || '!'");
        session.Add(Paper, 2, "Two");
        Assert.Equal(1, session.Execute("DELETE FROM papers WHERE name = 'One!'"));
        session.Write("INSERT INTO papers VALUES (3, 'Three')");
        Assert.Equal("Three", session.Scalar<string>("SELECT name FROM papers ORDER BY id DESC LIMIT 1"));
        session.Add(Paper, 4, "Four");
        Assert.Equal([2, 3, 4], session.Stream("SELECT id FROM papers ORDER BY id", row => row.GetInt64(0)));
        session.Commit();
        Assert.Equal(3, session.Scalar<long>("SELECT count(*) FROM papers"));
    }

    [PostgresFact]
    public async Task QuestionsThatAreKeptBack_AreAnsweredInTheirPlaces()
    {
        using var session = await SessionAsync();
        session.Begin();
        session.Add(Paper, 1, "One");
        var first = AskAll(session);
        session.Add(Paper, 2, "Two");
        var none = session.Ask("SELECT id FROM papers WHERE id > ?1", row => row.GetInt64(0), 5);
        session.Write("UPDATE papers SET name = 'Two!' WHERE id = 2");
        var both = AskAll(session);
        Assert.Equal(2, session.Execute("UPDATE papers SET id = id + 10"));
        Assert.Equal(["One"], first.Rows);
        Assert.Empty(none.Rows);
        Assert.Equal(["One", "Two!"], both.Rows);

        var moved = session.Ask("SELECT id FROM papers ORDER BY id", row => row.GetInt64(0));
        Assert.Equal("Two!", session.Scalar<string>("SELECT name FROM papers ORDER BY id DESC LIMIT 1"));
        Assert.Equal([11, 12], moved.Rows);
        session.Write("DELETE FROM papers WHERE id = 11");
        Assert.Equal(["Two!"], AskAll(session).Rows);
        session.Commit();
    }

    [PostgresFact]
    public async Task AQuestionWhoseTransactionIsUndone_HasNoAnswer()
    {
        using var session = await SessionAsync();
        session.Begin();
        var asked = AskAll(session);
        session.Rollback();
        Assert.Throws<InvalidOperationException>(() => asked.Rows);
    }

    [Fact]
    public void WithSqlite_AQuestionIsAskedWhenItsAnswerIsRead()
    {
        using var file = new DatabaseFile(Options.Create(new FeedHubOptions { DataDirectory = _folder.Path }));
        using var session = new WriteSession(file);
        session.Execute("CREATE TABLE papers (id INTEGER PRIMARY KEY, name TEXT)");
        var asked = AskAll(session);
        session.Add(Paper, 1, "One");
        Assert.Equal(["One"], asked.Rows);
        session.Add(Paper, 2, "Two");
        Assert.Equal(["One"], asked.Rows);
    }

    [PostgresFact]
    public async Task ManyMoreThanAreKeptBack_AreThere()
    {
        using var session = await SessionAsync();
        session.Begin();
        for (var id = 1; id <= 2500; id++)
            session.Add(Paper, id, "Paper");
        session.Commit();
        Assert.Equal(2500, session.Scalar<long>("SELECT count(*) FROM papers"));
    }

    [PostgresFact]
    public async Task WhereOneFails_TheCommitDoes_AndNothingOfItStays()
    {
        using var session = await SessionAsync();
        session.Begin();
        session.Add(Paper, 1, "One");
        session.Write("UPDATE papers SET id = NULL");
        session.Add(Paper, 2, "Two");
        Assert.ThrowsAny<NpgsqlException>(session.Commit);
        session.Rollback();

        session.Begin();
        session.Add(Paper, 3, "Three");
        session.Rollback();

        session.Begin();
        session.Commit();
        Assert.Equal(0, session.Scalar<long>("SELECT count(*) FROM papers"));
    }

    private static Answer<string> AskAll(WriteSession session) =>
        session.Ask("SELECT name FROM papers ORDER BY id", row => row.GetString(0));

    private static string Shown(object value) => value switch
    {
        DBNull => "-",
        byte[] bytes => $"{bytes.Length}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private async Task<WriteSession> SessionAsync()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        _database = new(
            Options.Create(new FeedHubOptions { DataDirectory = _folder.File("data") }),
            new ConfigurationBuilder().AddInMemoryCollection(
                [new("ConnectionStrings:FeedHub", TestPostgres.ConnectionString(_folder))]).Build(),
            new("test", "0.0.0", Guid.NewGuid().ToString("N"), DateTimeOffset.UnixEpoch));
        Assert.True(_database.Ownership.TryClaim());
        var session = new WriteSession(_database);
        session.Execute("CREATE TABLE papers (id bigint PRIMARY KEY, name text NOT NULL)");
        session.Execute("""
            CREATE TABLE articles (id bigint PRIMARY KEY, paper bigint NOT NULL REFERENCES papers (id), title text NULL,
              score double precision NULL, guessed boolean NOT NULL, bytes bytea NULL, place integer NULL)
            """);
        return session;
    }
}
