using System.Net.Sockets;
using System.Text.RegularExpressions;
using FeedHub.Configuring;
using Microsoft.AspNetCore.Connections;

namespace FeedHub.Hosting;

/// <summary>Why FeedHub cannot listen where it is told to, with what to do.</summary>
internal static partial class CannotListen
{
    // Who throws what a person wrote into a setting of theirs.
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";

    private const string Other = "choose another address with --urls.";

    /// <summary>One line; null where the error is about something else.</summary>
    public static string? Words(Exception error, IConfiguration configuration) => error switch
    {
        FormatException or ArgumentOutOfRangeException => $"An address to listen on cannot be read: {error.Message}",
        InvalidOperationException { Source: Kestrel } when ListeningAddresses.AskForHttps(configuration) =>
            "FeedHub cannot listen on https without a certificate: name one with Kestrel:Certificates:Default:Path, or listen on http "
            + "behind a web server that has one (docs/install.md).",
        InvalidOperationException { Source: Kestrel } => $"FeedHub cannot listen: {error.Message}",
        IOException { InnerException: AddressInUseException } =>
            $"FeedHub cannot listen on {Address(error)}: another program uses that port. Stop it, or {Other}",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"FeedHub cannot listen on {Address(configuration)}: this machine has no such address. Write one of its own, or 0.0.0.0 for "
            + "all.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"FeedHub may not listen on {Address(configuration)}: ports below 1024 are the administrator's. Put a web server before "
            + $"FeedHub (docs/install.md), or {Other}",
        SocketException => $"FeedHub cannot listen on {Address(configuration)}: {error.Message} Check it, or {Other}",
        _ => null,
    };

    private static string Address(Exception error) =>
        InMessage().Match(error.Message) is { Success: true } found ? found.Value : "its address";

    private static string Address(IConfiguration configuration) =>
        configuration[ListeningAddresses.Urls] is { Length: > 0 } urls ? urls : "its address";

    [GeneratedRegex(@"https?://\S+(?=: )")]
    private static partial Regex InMessage();
}
