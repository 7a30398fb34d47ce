using System.Data.Common;

namespace FeedHub.Storage.Tables;

/// <summary>What readers ask of the engine that keeps the database.</summary>
public interface IReaderEngine
{
    /// <summary>An open connection, which sees what is committed; it goes back to a pool.</summary>
    DbConnection Open();

    /// <summary>Lets several looks see the database as of one moment, until the transaction is disposed of. Keeps no writer
    /// waiting.</summary>
    DbTransaction BeginMoment(DbConnection db);

    /// <summary>Lets the connection read the search index.</summary>
    void OpenSearch(DbConnection db);
}
