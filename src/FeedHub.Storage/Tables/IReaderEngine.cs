using System.Data.Common;

namespace FeedHub.Storage.Tables;

/// <summary>What readers ask of the engine that keeps the database.</summary>
public interface IReaderEngine
{
    /// <summary>
    /// Lets several looks through the context see the database as of one moment, until the transaction is disposed of. Keeps no writer
    /// waiting. The context's connection must be open.
    /// </summary>
    DbTransaction BeginMoment(FeedHubDb db);

    /// <summary>Lets the context's open connection read the search index.</summary>
    void OpenSearch(FeedHubDb db);
}
