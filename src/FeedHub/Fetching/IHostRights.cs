namespace FeedHub.Fetching;

/// <summary>The right of this process to be at a host, where others may be there in its place.</summary>
public interface IHostRights
{
    /// <summary>Waits for the right; the caller disposes what it gets when it leaves the host. Null if another process is there for longer
    /// than the patience.</summary>
    /// <param name="host">Host name in lower case, without port.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IDisposable?> EnterAsync(string host, TimeSpan patience, CancellationToken cancellation);
}
