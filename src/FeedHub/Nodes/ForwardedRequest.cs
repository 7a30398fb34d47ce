using System.Net;
using System.Text.Json;

namespace FeedHub.Nodes;

/// <summary>A request as it came to a node, for the owner to answer as if it had come there.</summary>
public sealed record ForwardedRequest(
    string Method, string Scheme, string Host, string PathBase, string Path, string Query, string? From, int FromPort, string? At,
    int AtPort, Dictionary<string, string?[]> Headers)
{
    /// <summary>Its body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The request before anything changed it; without its body.</summary>
    public static ForwardedRequest Of(HttpContext context)
    {
        var (request, connection) = (context.Request, context.Connection);
        return new(
            request.Method, request.Scheme, request.Host.Value ?? "", request.PathBase.Value ?? "", request.Path.Value ?? "",
            request.QueryString.Value ?? "", connection.RemoteIpAddress?.ToString(), connection.RemotePort,
            connection.LocalIpAddress?.ToString(), connection.LocalPort,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToArray()));
    }

    /// <summary>As bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Out of these.</summary>
    public static ForwardedRequest Read(byte[] bytes) => JsonSerializer.Deserialize<ForwardedRequest>(bytes)!;

    /// <summary>Puts it into a context.</summary>
    public void Fill(HttpContext context)
    {
        var (request, connection) = (context.Request, context.Connection);
        (request.Method, request.Scheme, request.Host) = (Method, Scheme, new(Host));
        (request.PathBase, request.Path, request.QueryString) = (new(PathBase), new(Path), new(Query));
        (connection.RemoteIpAddress, connection.RemotePort) = (AddressOf(From), FromPort);
        (connection.LocalIpAddress, connection.LocalPort) = (AddressOf(At), AtPort);
        foreach (var (name, values) in Headers)
            request.Headers[name] = values;
        request.Body = new MemoryStream(Body);
    }

    private static IPAddress? AddressOf(string? text) => text is null ? null : IPAddress.Parse(text);
}

/// <summary>The owner's answer.</summary>
public sealed record ForwardedAnswer(int Status, Dictionary<string, string?[]> Headers, byte[] Body)
{
    /// <summary>Nobody knows whether all of it is done: an owner ended amid it.</summary>
    public static readonly ForwardedAnswer Unknown = new(StatusCodes.Status202Accepted, [], []) { IsUnknown = true };

    /// <summary>Whether it is that; who asked is told so, in their language.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>As bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Out of these.</summary>
    public static ForwardedAnswer Read(byte[] bytes) => JsonSerializer.Deserialize<ForwardedAnswer>(bytes)!;
}
