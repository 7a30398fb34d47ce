using System.Diagnostics.CodeAnalysis;

namespace FeedHub.Sources;

/// <summary>Addresses of sources: which are accepted, and when two are one.</summary>
public static class SourceUrl
{
    /// <summary>Reads an address that a source may have: absolute, http or https, with a host.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? url)
    {
        url = Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var parsed)
            && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0 && parsed.UserInfo.Length == 0 ? parsed : null;
        return url is not null;
    }

    /// <summary>The address, which is known to be one that a source may have.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static Uri Parse(string text) =>
        TryParse(text, out var url) ? url : throw new ArgumentException($"'{text}' is no http or https address", nameof(text));

    /// <summary>One form for all spellings of an address: lower-case host, no default port, no fragment.</summary>
    public static string KeyOf(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <summary>The host that politeness counts by, in lower case, without port.</summary>
    public static string HostOf(string url) => TryParse(url, out var parsed) ? parsed.IdnHost.ToLowerInvariant() : "";
}
