using System.Net;

namespace FeedHub.Fetching;

/// <summary>Asks DNS. A seam of its own, so that names which change their mind and servers which fail can be tried.</summary>
public class NameResolver
{
    /// <summary>All addresses of a name or literal.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is none, or nobody knows.</exception>
    public virtual Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation) => IPAddress.TryParse(host, out var literal)
        ? Task.FromResult<IPAddress[]>([literal])
        : OnOwnThreadAsync(host, cancellation);

    // On Linux a lookup blocks its thread until DNS answers: names whose servers are silent would take the thread pool's, all of them.
    private static Task<IPAddress[]> OnOwnThreadAsync(string host, CancellationToken cancellation) => Task.Factory.StartNew(
        () => Dns.GetHostAddresses(host), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(cancellation);
}
