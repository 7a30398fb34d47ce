using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Brings the search index and the database together, at the start and where the index is lost.</summary>
public sealed partial class SearchStart(DatabaseFile database, SearchFile search, ILogger<SearchStart> log)
{
    /// <summary>
    /// Moves the index out of a database that has it inside, as former versions and backups do; makes it again where it is missing,
    /// damaged or another database's. Called once the database is up to date, before anybody reads or writes.
    /// </summary>
    public void Prepare()
    {
        using var session = new WriteSession(database);
        if (session.Scalar<long>(SearchSchema.IsInside) > 0)
            MoveOut(session);
        else if (Trouble(session.Scalar<long>(SearchQueue.Mark)) is { } trouble)
            MakeAgain(session, trouble);
        else
            session.Execute(SearchSchema.MakeQueue);
        search.SetMerging();
    }

    private void MoveOut(WriteSession session)
    {
        var mark = search.MakeNew();
        using (var from = database.Open())
        {
            using var to = search.Open(pooling: false);
            SearchTables.Copy(from, to, CancellationToken.None);
            Backup.DatabaseCopy.Ask(to, SearchSchema.FindRows);
        }

        session.Begin();
        SearchQueue.Moved(session, mark);
        session.Execute(SearchSchema.DropFormer);
        session.Execute(SearchSchema.MakeQueue);
        session.Commit();
        LogMoved(database.Path, search.Path);
    }

    private void MakeAgain(WriteSession session, string trouble)
    {
        var mark = search.MakeNew();
        session.Begin();
        session.Execute(SearchSchema.DropFormer);
        session.Execute(SearchSchema.MakeQueue);
        var waiting = SearchQueue.BeginAgain(session, mark);
        session.Commit();
        if (waiting > 0)
            LogMadeAgain(search.Path, trouble, waiting);
    }

    private string? Trouble(long mark)
    {
        if (!File.Exists(search.Path))
            return "is missing";
        try
        {
            return DatabaseFile.Verdict(search.Path) is { } damage ? $"is damaged ({damage})"
                : MarkOf() != mark ? "belongs to another database"
                : null;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR)
        {
            return $"is damaged ({error.Message})";
        }
    }

    private long MarkOf()
    {
        using var connection = search.Open(pooling: false);
        return Backup.DatabaseCopy.Ask(connection, SearchSchema.MarkOfIndex) as long? ?? 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index was moved out of {Database} into {File}.")]
    private partial void LogMoved(string database, string file);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The search index {File} {Trouble}. It is made again while FeedHub serves: {Stories} stories wait for it, and those that "
            + "wait are not found by a search.")]
    private partial void LogMadeAgain(string file, string trouble, int stories);
}
