using System.Globalization;
using System.Net;
using FeedHub.Model.Words;

namespace FeedHub.Configuring;

/// <summary>Whether the addresses that FeedHub is to listen on can be read. ASP.NET Core takes a port that is no number for a part of the
/// name, and listens on port 80.</summary>
public static class ListeningAddresses
{
    /// <summary>ASP.NET Core's key for them, as in <c>--urls</c>.</summary>
    internal const string Urls = "urls";

    private const string Example = "write an address such as http://0.0.0.0:8080, with a port from 0 to 65535";

    /// <summary>All that is wrong, each with what to write instead.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration) =>
    [
        .. Parts(configuration[Urls]).Select(address => Problem(Urls, address)).OfType<string>(),
        .. new[] { "http_ports", "https_ports" }.SelectMany(key => Parts(configuration[key]).Where(port => !IsPort(port))
            .Select(port => $"{key} is {Wording.Quoted(port)}: write a port from 0 to 65535, such as 8080")),
        .. Endpoints(configuration).Select(endpoint => Problem(endpoint.Key, endpoint.Url)).OfType<string>(),
    ];

    /// <summary>Whether one of them is https, for which a certificate is needed.</summary>
    public static bool AskForHttps(IConfiguration configuration) => configuration["https_ports"] is { Length: > 0 }
        || Parts(configuration[Urls]).Concat(Endpoints(configuration).Select(endpoint => endpoint.Url))
            .Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Key, string Url)> Endpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Where(endpoint => !string.IsNullOrEmpty(endpoint["Url"])).Select(endpoint => (endpoint.Path + ":Url", endpoint["Url"]!));

    private static string[] Parts(string? value) =>
        value?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Problem(string key, string address) => Read(address) switch
    {
        { PathBase: not "" } read when !IsSocket(read) =>
            $"{key} has {Wording.Quoted(address)}: write it without the path, which belongs into FeedHub:PublicUrl",
        { } read when IsFine(read) => null,
        _ => $"{key} has {Wording.Quoted(address)}: {Example}",
    };

    private static BindingAddress? Read(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsFine(BindingAddress address) => address.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS"
        && (IsSocket(address) || (address.Port is >= 0 and <= ushort.MaxValue && IsName(address.Host)));

    private static bool IsSocket(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe;

    // A colon is left over from a port that is no number, or belongs to an IPv6 address without brackets.
    private static bool IsName(string host) => !host.Any(char.IsWhiteSpace)
        && (host.StartsWith('[') ? host.EndsWith(']') && IPAddress.TryParse(host, out _) : !host.Contains(':', StringComparison.Ordinal));

    private static bool IsPort(string port) => ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
