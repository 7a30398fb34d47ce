using System.Web;

namespace FeedHub.Discovering.WellKnown;

/// <summary>A page as rules look at it.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Html">What it has, or null.</param>
internal sealed record SitePage(Uri Address, string? Html)
{
    /// <summary>The host in small letters, without <c>www.</c> and <c>m.</c>.</summary>
    public string Host { get; } = Bare(Address.IdnHost.TrimEnd('.').ToLowerInvariant());

    /// <summary>The parts of the path as written.</summary>
    public IReadOnlyList<string> Path { get; } = Address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Scheme, host and port.</summary>
    public string Site => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>A part of the path; empty where there is none.</summary>
    public string this[int part] => part < Path.Count ? Path[part] : "";

    /// <summary>The first parts of the path, or all.</summary>
    public string Up(int parts) => string.Join('/', Path.Take(parts));

    /// <summary>What the host has before a domain: <c>name</c> of <c>name.domain</c>; null where it is not one of its names.</summary>
    public string? NameAt(string domain) =>
        Host.EndsWith("." + domain, StringComparison.Ordinal) ? Host[..^(domain.Length + 1)] : null;

    /// <summary>A value of the query, or null.</summary>
    public string? Query(string name) => HttpUtility.ParseQueryString(Address.Query)[name] is { Length: > 0 } value ? value : null;

    private static string Bare(string host) =>
        new[] { "www.", "m.", "mobile." }.FirstOrDefault(p => host.StartsWith(p, StringComparison.Ordinal)) is { } prefix
            ? host[prefix.Length..]
            : host;
}
