namespace FeedHub.Storage.Writing;

/// <summary>Counts what the writer does.</summary>
public interface IWriterWatch
{
    /// <summary>A transaction was committed.</summary>
    /// <param name="began">Its begin, as of <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
    void Wrote(long began);
}
