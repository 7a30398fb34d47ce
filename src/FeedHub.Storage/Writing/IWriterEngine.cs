using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>What the writer asks of the engine that keeps the database.</summary>
public interface IWriterEngine
{
    /// <summary>An open connection for the writer alone.</summary>
    DbConnection OpenForWriting();

    /// <summary>An open connection for an edit that stands alone, beside the writer.</summary>
    DbConnection OpenForEditing();

    /// <summary>False once the engine has rolled back by itself, as SQLite does on a full disk.</summary>
    bool IsInTransaction(DbConnection connection);

    /// <summary>True if nothing can come of this connection any more: what it had under way is undone.</summary>
    bool IsLost(DbConnection connection);

    /// <summary>How often others may have stored before the connection for writing that was opened last: what is kept in memory beside
    /// the database is void then.</summary>
    long Hands => 0;

    /// <summary>Whether another node may store, and this one does not.</summary>
    bool StandsBy => false;

    /// <summary>The statement that tells the greatest key that a story has or once had. It is never another's: readers may have kept its
    /// address.</summary>
    /// <exception cref="NotSupportedException">The engine keeps no stories.</exception>
    string LastStory => throw new NotSupportedException("It keeps no stories.");

    /// <summary>An expression that tells one state of a row from another, as a number.</summary>
    /// <param name="row">The row's name in the statement.</param>
    /// <exception cref="NotSupportedException">Only one node uses the database: nobody has to ask.</exception>
    string StateOf(string row) => throw new NotSupportedException("One node has the database to itself.");

    /// <summary>Begins a transaction that no other writer changes anything beside.</summary>
    void Begin(WriteSession session);

    /// <summary>Begins one of an edit that stands alone, which a node that does not store may make too.</summary>
    void BeginEdit(WriteSession session) => Begin(session);

    /// <summary>Notes in this transaction that a request of another node changes something.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="request">Its key.</param>
    void Mark(WriteSession session, long request)
    {
        // Where there is one node, nothing comes from others.
    }

    /// <summary>An edit that stands alone is committed: other nodes may keep in memory what it changed.</summary>
    void Edited()
    {
        // Where there is one node, it knows.
    }

    /// <summary>Brings what stands in a journal beside the database into it, and leaves nothing in the journal, as far as no reader needs
    /// it.</summary>
    void EmptyJournal();
}
