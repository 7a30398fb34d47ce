using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>What those who only read ask of the engine that keeps the database.</summary>
public interface IReadingEngine
{
    /// <summary>An open connection of its own, which sees what is committed.</summary>
    DbConnection OpenForReading();

    /// <summary>A connection ended while nobody used it, as where the server was started again: so have others that are kept.</summary>
    void Ended()
    {
    }
}
