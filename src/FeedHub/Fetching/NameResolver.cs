using System.Net;

namespace FeedHub.Fetching;

/// <summary>Asks DNS. A seam of its own, so that names which change their mind and servers which fail can be tried.</summary>
public class NameResolver
{
    /// <summary>All addresses of a name or literal.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is none, or nobody knows.</exception>
    public virtual Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation) => Dns.GetHostAddressesAsync(host, cancellation);
}
