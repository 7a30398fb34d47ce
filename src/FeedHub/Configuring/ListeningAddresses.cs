using System.Globalization;
using System.Net;
using FeedHub.Model.Words;

namespace FeedHub.Configuring;

/// <summary>Whether the addresses that FeedHub is to listen on can be read. ASP.NET Core takes a port that is not a number for part of the
/// name, and listens on port 80; for a name that is not localhost it listens on all addresses of the machine.</summary>
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
        .. Certificates(configuration).Where(certificate => !File.Exists(Whole(configuration, certificate.Value!)))
            .Select(certificate => $"{certificate.Path} is {Wording.Quoted(certificate.Value!)}: there is no such file"),
    ];

    /// <summary>Whether one of them is https, for which a certificate is needed.</summary>
    public static bool AskForHttps(IConfiguration configuration) => configuration["https_ports"] is { Length: > 0 }
        || Parts(configuration[Urls]).Concat(Endpoints(configuration).Select(endpoint => endpoint.Url))
            .Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Key, string Url)> Endpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Where(endpoint => !string.IsNullOrEmpty(endpoint["Url"])).Select(endpoint => (endpoint.Path + ":Url", endpoint["Url"]!));

    // Of the default and of each endpoint: the certificate, and its key where that is a file of its own.
    private static IEnumerable<IConfigurationSection> Certificates(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint.GetSection("Certificate"))
            .Prepend(configuration.GetSection("Kestrel:Certificates:Default"))
            .SelectMany(certificate => new[] { certificate.GetSection("Path"), certificate.GetSection("KeyPath") })
            .Where(file => !string.IsNullOrEmpty(file.Value));

    private static string Whole(IConfiguration configuration, string path) =>
        Path.Combine(Environment.CurrentDirectory, configuration[HostDefaults.ContentRootKey] ?? "", path);

    private static string[] Parts(string? value) =>
        value?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Problem(string key, string address) => Read(address) switch
    {
        _ when address.Split("://").Length > 2 => $"{key} has {Wording.Quoted(address)}: write ; between two addresses",
        { PathBase: not "" } read when !IsSocket(read) =>
            $"{key} has {Wording.Quoted(address)}: write it without the path, which belongs into FeedHub:PublicUrl",
        { } read when IsFine(read) && !IsSocket(read) && !IsHost(read.Host) =>
            $"{key} has {Wording.Quoted(address)}: write an IP address of this machine, localhost, or * for all",
        { Port: 0 } read when IsLocalhost(read.Host) =>
            $"{key} has {Wording.Quoted(address)}: write 127.0.0.1:0 for a port that is free, localhost needs one that is named",
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

    // A colon is left over from a port that is not a number, or belongs to an IPv6 address without brackets.
    private static bool IsName(string host) => !host.Any(char.IsWhiteSpace)
        && (host.StartsWith('[') ? host.EndsWith(']') && IPAddress.TryParse(host, out _) : !host.Contains(':', StringComparison.Ordinal));

    private static bool IsHost(string host) => host is "*" or "+" || IsLocalhost(host) || IPAddress.TryParse(host, out _);

    private static bool IsLocalhost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsPort(string port) => ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
