using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Writing;

/// <summary>Addresses and ids as feeds may carry them.</summary>
internal static partial class WebAddress
{
    private const string Authority = @"(?:[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?";
    private const string UriCharacters = @"A-Za-z0-9\-._~:/?#@!$&'()*+,;=%";
    private const string BadPercent = "%(?![0-9A-Fa-f][0-9A-Fa-f])";

    // RFC 3987, section 2.2 (ucschar), less the bidirectional marks of section 4.1.
    private const string IriCharacters = @"\u00A0-\u200D\u2010-\u2027\u202F-\uDFFF\uF900-\uFDCF\uFDF0-\uFFEF";

    /// <summary>
    /// An http or https address in the characters of RFC 3986, or null. One that is legal already stays as the publisher wrote
    /// it, so that readers see the same link for ever. A user name or password never leaves the house.
    /// </summary>
    public static string? Http(string? address)
    {
        var trimmed = SafeText.Clean(address ?? "").Replace("\n", "").Replace("\t", "").Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var written = IsLegal(trimmed) ? trimmed : Rebuilt(uri);
        return written is not null && IsLegal(written) ? written : null;
    }

    /// <summary>
    /// An entry's id as a valid IRI (RFC 4287, section 4.2.6; RFC 3987), or null if it has no scheme. Only what an IRI cannot
    /// hold is encoded: ids are compared character by character.
    /// </summary>
    public static string? Id(string id)
    {
        var trimmed = SafeText.Clean(id).Trim();
        return AbsolutePattern().IsMatch(trimmed)
            ? NotInIriPattern().Replace(trimmed, match => Uri.EscapeDataString(match.Value))
            : null;
    }

    /// <summary>The spelling that RFC 3986, section 6.2, makes of a legal address: what the W3C validator wants of ids.</summary>
    public static string Canonical(string address) =>
        PercentPattern().Replace(new Uri(address).AbsoluteUri, match => match.Value.ToUpperInvariant());

    private static bool IsLegal(string address) =>
        LegalPattern().IsMatch(address) && !BadPercentPattern().IsMatch(address)
        && address.IndexOf('#', StringComparison.Ordinal) == address.LastIndexOf('#');

    // Null where IDNA forbids the host's name: no reader could follow it.
    private static string? Rebuilt(Uri uri)
    {
        if (HostName.Ascii(uri) is not { } name)
            return null;
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{name}]" : name;
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        var path = uri.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped);
        var fragment = uri.GetComponents(UriComponents.Fragment, UriFormat.UriEscaped).Replace("#", "%23");
        var rest = (path + (fragment.Length > 0 ? "#" + fragment : "")).Replace("[", "%5B").Replace("]", "%5D");
        return $"{uri.Scheme}://{host}{port}{rest}";
    }

    [GeneratedRegex($@"^https?://{Authority}(?:[/?#][{UriCharacters}]*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LegalPattern();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex PercentPattern();

    [GeneratedRegex(BadPercent, RegexOptions.CultureInvariant)]
    private static partial Regex BadPercentPattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AbsolutePattern();

    // Also a % that encodes nothing, and a second #.
    [GeneratedRegex($"[^{UriCharacters}{IriCharacters}]|{BadPercent}|(?<=#[^#]*)#", RegexOptions.CultureInvariant)]
    private static partial Regex NotInIriPattern();
}
