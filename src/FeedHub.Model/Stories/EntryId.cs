using System.Text.RegularExpressions;

namespace FeedHub.Model.Stories;

/// <summary>Ids of entries in FeedHub's outputs: absolute URIs that never change.</summary>
public static partial class EntryId
{
    private const int MaxLength = 1000;

    /// <summary>
    /// The publisher's own id where it is a URI that can be the same nowhere else (RFC 4287 4.2.6), so that readers who know the
    /// item from its source recognise it; else null.
    /// </summary>
    public static string? GloballyUnique(string? published)
    {
        if (published is not { Length: > 0 and <= MaxLength } || !Uri.IsWellFormedUriString(published, UriKind.Absolute))
            return null;
        var uri = new Uri(published);
        return uri.Scheme switch
        {
            "http" or "https" => uri.PathAndQuery.Length > 1 && uri.Host.Contains('.') && IsCanonical(uri, published) ? published : null,
            "tag" => Tag().IsMatch(published) ? published : null,
            "urn" => Urn().IsMatch(published) ? published : null,
            _ => null,
        };
    }

    /// <summary>One of FeedHub's own (RFC 9562, version 7).</summary>
    public static string New() => $"urn:uuid:{Guid.CreateVersion7()}";

    // Ids are compared letter by letter: one that others would spell in another way is not valid (RFC 4287 4.2.6.1).
    private static bool IsCanonical(Uri uri, string published) => !System.Text.Ascii.IsValid(published) || uri.AbsoluteUri == published;

    // RFC 4151 2.1: an authority, a date, and something of its own.
    [GeneratedRegex(@"^tag:[A-Za-z0-9][A-Za-z0-9.@_-]*,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?:.+\z")]
    private static partial Regex Tag();

    // RFC 8141 2.
    [GeneratedRegex(@"^urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:.+\z")]
    private static partial Regex Urn();
}
