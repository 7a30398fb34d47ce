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

    /// <summary>One step of writing parts of the index together, where the engine does not do it by itself; false if there is nothing more
    /// to do.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="isOfAll">True: all of the index is written again, in this step and those after it, so that no words stay of what was
    /// removed. False: this goes on with that, or joins the small parts alone.</param>
    bool Merge(WriteSession session, bool isOfAll);
}

/// <summary>The search index is gone or damaged: nothing can be read into it until it is made again.</summary>
public sealed class SearchIndexLostException(string message, Exception inner) : Exception(message, inner);
