using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Fetching;

/// <summary>What went wrong, for an admin who has never heard of exceptions.</summary>
internal static class FailureWords
{
    /// <summary>A status and its standard phrase: the server's own phrase is text from a stranger.</summary>
    public static string Status(int status) => $"HTTP {status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();

    /// <summary>A connection that could not be made; null: no address to try.</summary>
    public static string Connecting(DnsEndPoint target, SocketException? error) => error?.SocketErrorCode switch
    {
        null => $"DNS gave no address for {target.Host}",
        SocketError.ConnectionRefused => $"{target.Host} refused the connection at port {target.Port}",
        SocketError.TimedOut => $"no connection to {target.Host} at port {target.Port} in time",
        _ => $"no connection to {target.Host} at port {target.Port}: {error.Message}",
    };

    /// <summary>A request to which no answer came.</summary>
    public static string Sending(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"TLS: {Innermost(error)}",
        _ when Find<AuthenticationException>(error) is { } tls => $"TLS: {tls.Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection was closed before an answer came",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            $"the headers of the answer are larger than {GuardedHandler.MaxHeadersKiB} KiB",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => $"the answer is not HTTP: {Innermost(error)}",
        _ when Find<SocketException>(error) is { SocketErrorCode: SocketError.ConnectionReset } =>
            "the connection was reset before an answer came",
        _ => $"no answer: {Innermost(error)}",
    };

    /// <summary>The first error of a type in a chain of causes, or null.</summary>
    public static T? Find<T>(Exception? error)
        where T : Exception
    {
        while (error is not null and not T)
            error = error.InnerException;
        return error as T;
    }

    /// <summary>A span in seconds, as in "30 s".</summary>
    public static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");

    /// <summary>A size, as in "10 MiB".</summary>
    public static string Size(long bytes) => bytes % (1024 * 1024) == 0 ? $"{bytes / (1024 * 1024)} MiB" : $"{bytes} bytes";

    private static string Innermost(Exception error) => error.GetBaseException().Message;
}
