namespace FeedHub.Storage.Writing;

/// <summary>What the writer of the search index asks of the engine that keeps it.</summary>
public interface ISearchEngine : IWriterEngine
{
    /// <summary>False if somebody took the index away: what is written to it then is lost.</summary>
    bool IsThere { get; }

    /// <summary>True if the failure says that the index is gone or damaged, so that it has to be made again.</summary>
    bool IsLost(Exception failure);

    /// <summary>Puts an empty index in the place of what there is; returns the number that it bears.</summary>
    long MakeNew();
}

/// <summary>The search index is gone or damaged: nothing can be read into it until it is made again.</summary>
public sealed class SearchIndexLostException(string message, Exception inner) : Exception(message, inner);
