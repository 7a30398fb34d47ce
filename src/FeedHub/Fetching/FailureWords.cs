using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using FeedHub.Syndication.Reasons;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Fetching;

/// <summary>What went wrong, for an admin who has never heard of exceptions.</summary>
internal static class FailureWords
{
    /// <summary>A status and its standard phrase: the server's own phrase is text from a stranger.</summary>
    public static Reason Status(int status) =>
        Reason.Of(ReasonCode.HttpStatus, FormattableString.Invariant($"{status} {ReasonPhrases.GetReasonPhrase(status)}").TrimEnd());

    /// <summary>A connection that could not be made; null: no address to try.</summary>
    public static Reason Connecting(DnsEndPoint target, SocketException? error) => error?.SocketErrorCode switch
    {
        null => Reason.Of(ReasonCode.NoDnsAddress, target.Host),
        SocketError.ConnectionRefused => Reason.Of(ReasonCode.ConnectionRefused, target.Host, target.Port),
        SocketError.TimedOut => Reason.Of(ReasonCode.NoConnectionInTime, target.Host, target.Port),
        _ => Reason.Of(ReasonCode.NoConnection, target.Host, target.Port, error.Message),
    };

    /// <summary>A request to which no answer came.</summary>
    public static Reason Sending(Exception error) => error switch
    {
        _ when Find<FetchException>(error) is { } own => own.Reason,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Reason.Of(ReasonCode.TlsFailed, Innermost(error)),
        _ when Find<AuthenticationException>(error) is { } tls => Reason.Of(ReasonCode.TlsFailed, tls.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => Reason.Of(ReasonCode.ConnectionClosed),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            Reason.Of(ReasonCode.HeadersTooLarge, GuardedHandler.MaxHeadersKiB),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            Reason.Of(ReasonCode.NotHttp, Innermost(error)),
        _ when Find<SocketException>(error) is { SocketErrorCode: SocketError.ConnectionReset } =>
            Reason.Of(ReasonCode.ConnectionReset),
        _ => Reason.Of(ReasonCode.NoAnswer, Innermost(error)),
    };

    /// <summary>The first error of a type in a chain of causes, or null.</summary>
    public static T? Find<T>(Exception? error)
        where T : Exception
    {
        while (error is not null and not T)
            error = error.InnerException;
        return error as T;
    }

    /// <summary>A span in seconds, as in "30" or "0.5".</summary>
    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A size, as in "10 MiB".</summary>
    public static Reason Size(long bytes) => bytes % (1024 * 1024) == 0
        ? Reason.Of(ReasonCode.SizeInMiB, bytes / (1024 * 1024))
        : Reason.Of(ReasonCode.SizeInBytes, bytes);

    /// <summary>A 200 that was of no use.</summary>
    public static Reason ButOf200(ReasonCode code, params ReadOnlySpan<ReasonArgument> arguments) =>
        Reason.Of(ReasonCode.HttpBut, 200, Reason.Of(code, arguments));

    private static string Innermost(Exception error) => error.GetBaseException().Message;
}
