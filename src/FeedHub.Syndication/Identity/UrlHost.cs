using System.Globalization;

namespace FeedHub.Syndication.Identity;

/// <summary>A host in one spelling: lower case, punycode, without the prefixes that publishers give to editions of one page.</summary>
internal static class UrlHost
{
    private static readonly string[] EditionPrefixes = ["www.", "m.", "mobile.", "amp."];

    /// <summary>The host with its port, unless that is the default one; null for a name that cannot exist.</summary>
    public static string? Of(Uri uri)
    {
        if (AsciiHost(uri) is not { } host)
            return null;
        return WithPort(WithoutEdition(host.TrimEnd('.').ToLowerInvariant()), uri);
    }

    /// <summary>The same for a feed: <c>m.</c> and <c>amp.</c> may have feeds of their own, so only <c>www.</c> goes.</summary>
    public static string? OfFeed(Uri uri)
    {
        var host = AsciiHost(uri)?.TrimEnd('.').ToLowerInvariant();
        return host is null ? null : WithPort(
            host.StartsWith("www.", StringComparison.Ordinal) && host.Count(c => c == '.') > 1 ? host["www.".Length..] : host,
            uri);
    }

    private static string WithPort(string host, Uri uri) =>
        uri.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{uri.Port}");

    // IdnHost takes the brackets from an IPv6 address.
    private static string? AsciiHost(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : HostName.Ascii(uri);

    // A dot must stay in what is left: m.com and amp.dev are sites of their own.
    private static string WithoutEdition(string host)
    {
        while (EditionPrefixes.FirstOrDefault(p => host.StartsWith(p, StringComparison.Ordinal)) is { } prefix
               && host.IndexOf('.', prefix.Length) > prefix.Length)
            host = host[prefix.Length..];
        return host;
    }
}
