namespace FeedHub.Syndication.Identity;

/// <summary>Whose address is it: hosts that belong to one publisher.</summary>
public static class Site
{
    private static readonly string[] SharedSecondLevels =
        ["ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "mil", "my", "ne", "net", "nom", "or", "org", "sch", "web", "desa", "biz",
            "ltd", "nhs", "asso"];

    /// <summary>Whether both addresses are on one publisher's site: the same registered name, with any subdomain.</summary>
    /// <param name="one">An http or https address, or null.</param>
    /// <param name="other">Another.</param>
    public static bool Same(string? one, string? other) => NameOf(one) is { } name && name == NameOf(other);

    /// <summary>Whether both are of one publisher, also under another country's ending: <c>bbc.com</c> and <c>bbc.co.uk</c>.</summary>
    /// <param name="one">An http or https address, or null.</param>
    /// <param name="other">Another.</param>
    public static bool SameBrand(string? one, string? other) =>
        Same(one, other) || (BrandOf(one) is { } brand && brand == BrandOf(other));

    // An address of numbers has no name.
    private static string? BrandOf(string? address) =>
        NameOf(address) is { } name && name.IndexOf('.') is var end and > 0 && !char.IsAsciiDigit(name[0]) ? name[..end] : null;

    // The Public Suffix List has ten thousand rules for who registers where; news sites live directly under a top level, or under
    // one of few second levels of a country.
    private static string? NameOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || UrlHost.Of(uri) is not { } host)
            return null;
        if (uri.HostNameType != UriHostNameType.Dns)
            return host;
        var labels = host.Split(':')[0].Split('.');
        var kept = labels.Length > 2 && labels[^1].Length == 2 && SharedSecondLevels.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }
}
