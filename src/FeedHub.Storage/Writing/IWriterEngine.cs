using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>What the writer asks of the engine that keeps the database.</summary>
public interface IWriterEngine
{
    /// <summary>An open connection for the writer alone.</summary>
    DbConnection OpenForWriting();

    /// <summary>False once the engine has rolled back by itself, as SQLite does on a full disk.</summary>
    bool IsInTransaction(DbConnection connection);

    /// <summary>Brings what stands in a journal beside the database into it, and leaves nothing in the journal, as far as no reader needs
    /// it.</summary>
    void EmptyJournal();
}
