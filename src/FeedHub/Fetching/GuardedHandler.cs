using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>Makes the handlers through which FeedHub speaks to other people's servers, and through nothing else.</summary>
internal static class GuardedHandler
{
    /// <summary>Most KiB of headers in one answer.</summary>
    public const int MaxHeadersKiB = 32;

    // Enough for a round of dual-stack servers; a name with hundreds of addresses is not a reason to knock at each.
    private const int MaxTries = 4;

    /// <param name="guard">Judges every address before it is connected to.</param>
    /// <param name="clock">Times each try to connect.</param>
    /// <param name="timeout">Most time for a connection, TLS included.</param>
    public static SocketsHttpHandler Create(AddressGuard guard, TimeProvider clock, TimeSpan timeout) => new()
    {
        ConnectCallback = (context, cancellation) => ConnectAsync(guard, clock, timeout, context.DnsEndPoint, cancellation),
        ConnectTimeout = timeout,
        PlaintextStreamFilter = (connection, _) => new(
            connection.NegotiatedHttpVersion.Major > 1 ? connection.PlaintextStream : new CloseAfterOldAnswer(connection.PlaintextStream)),
        SslOptions = Tls(guard.Trusted),

        // Cookies, the handler's own proxy and its own redirects would all pass by the guard or tell more than we mean to.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,

        // A few minutes, so that a host which moves to another address is found there.
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseHeadersLength = MaxHeadersKiB,
        MaxResponseDrainSize = 64 * 1024,

        // Validators come back byte for byte, and RFC 9110 8.8.3 lets an ETag hold bytes above 0x7F.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    };

    private static SslClientAuthenticationOptions Tls(TrustedAuthorities trusted) => new()
    {
        RemoteCertificateValidationCallback = trusted.IsTrusted,

        // A certificate may name any address as its issuer's, and .NET would fetch from it past the guard.
        CertificateChainPolicy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    /// <summary>Connects to a server, at an address that may be connected to.</summary>
    /// <exception cref="FetchException">It may not, or it cannot be reached.</exception>
    public static async ValueTask<Stream> ConnectAsync(
        AddressGuard guard, TimeProvider clock, TimeSpan timeout, DnsEndPoint server, CancellationToken cancellation)
    {
        if (guard.Proxy is { } proxy)
            return await proxy.ConnectAsync(
                await ThroughAsync(guard, clock, timeout / 2, server, cancellation), timeout, clock, cancellation);
        var addresses = await ResolveAsync(guard, clock, timeout / 2, server.Host, cancellation);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            // Each gets a share: an address that swallows packets must not use up the time of the one that works.
            using var share = new CancellationTokenSource(timeout / (addresses.Count + 1), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellation);
            try
            {
                return await ConnectAsync(new(address, server.Port), either.Token);
            }
            catch (SocketException e)
            {
                last = e;
            }
            catch (OperationCanceledException) when (share.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                last = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw new FetchException(FailureWords.Connecting(server, last), cause: last, isUnreachable: true);
    }

    // Where a name can be resolved here, the proxy gets the address that was checked; else it alone can know the name.
    private static async Task<DnsEndPoint> ThroughAsync(
        AddressGuard guard, TimeProvider clock, TimeSpan timeout, DnsEndPoint server, CancellationToken cancellation)
    {
        try
        {
            var addresses = await ResolveAsync(guard, clock, timeout, server.Host, cancellation);
            var most = addresses.Find(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
            return new(most.ToString(), server.Port);
        }
        catch (FetchException unknown) when (unknown.IsUnreachable)
        {
            return server;
        }
    }

    // A resolver that says nothing is told from a server that says nothing.
    private static async Task<List<IPAddress>> ResolveAsync(
        AddressGuard guard, TimeProvider clock, TimeSpan timeout, string host, CancellationToken cancellation)
    {
        using var share = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellation);
        try
        {
            return [.. (await guard.ResolveAsync(host, either.Token)).Take(MaxTries)];
        }
        catch (OperationCanceledException) when (share.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var silent = new SocketException((int)SocketError.TimedOut);
            throw new FetchException(Reason.Of(ReasonCode.DnsFailed, host, silent.Message), cause: silent, isUnreachable: true);
        }
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint target, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
