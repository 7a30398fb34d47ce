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
        var bare = WithoutEdition(host.TrimEnd('.').ToLowerInvariant());
        return uri.IsDefaultPort ? bare : string.Create(CultureInfo.InvariantCulture, $"{bare}:{uri.Port}");
    }

    private static string? AsciiHost(Uri uri)
    {
        // IdnHost takes the brackets from an IPv6 address.
        if (uri.HostNameType == UriHostNameType.IPv6)
            return uri.Host;
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            // Uri accepts names that IDNA forbids, and says so only when asked for the ASCII form; there is no TryGet.
            return null;
        }
    }

    // A dot must stay in what is left: m.com and amp.dev are sites of their own.
    private static string WithoutEdition(string host)
    {
        while (EditionPrefixes.FirstOrDefault(p => host.StartsWith(p, StringComparison.Ordinal)) is { } prefix
               && host.IndexOf('.', prefix.Length) > prefix.Length)
            host = host[prefix.Length..];
        return host;
    }
}
