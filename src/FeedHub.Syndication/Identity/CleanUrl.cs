namespace FeedHub.Syndication.Identity;

/// <summary>Addresses to be shown and followed, without what tells where a reader came from. All else stays as the publisher wrote
/// it.</summary>
public static class CleanUrl
{
    // What is left out of a signed address makes its signature wrong.
    private static readonly string[] Signatures = ["sig", "signature", "sign", "hmac", "x-amz-signature", "x-goog-signature"];

    /// <summary>The address without the parameters that <see cref="TrackingParameters"/> knows; itself where it has none, where it is
    /// signed, or where it is not an address of the web.</summary>
    public static string Of(string url)
    {
        if (url.Length > CanonicalUrl.MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return url;
        var (page, fragment) = Parted(url, '#');
        var (address, query) = Parted(page, '?');
        var path = UrlPath.Of(uri);
        return IsSigned(query) ? url : address + Without(query, path) + (IsPlace(fragment) ? fragment : Without(fragment, path));
    }

    private static (string Before, string From) Parted(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[at..]);
    }

    private static bool IsSigned(string query) => query.Split('?', '&')
        .Any(parameter => Signatures.Contains(parameter.Split('=')[0], StringComparer.OrdinalIgnoreCase));

    // A place on the page, or a page of its own ("#!").
    private static bool IsPlace(string fragment) => !fragment.Contains('=') || fragment.StartsWith("#!", StringComparison.Ordinal);

    // Each parameter with the mark before it: publishers append "?utm_source=…" to addresses that have a query already.
    private static string Without(string parameters, string path)
    {
        var kept = Pieces(parameters).Where(piece => !UrlQuery.IsTracking(piece[1..], path)).ToList();
        var text = string.Concat(kept);
        return text.Length == parameters.Length || text.Length == 0 ? text : parameters[0] + text[1..];
    }

    private static IEnumerable<string> Pieces(string parameters)
    {
        for (var start = 0; start < parameters.Length;)
        {
            var next = parameters.AsSpan(start + 1).IndexOfAny('?', '&');
            var end = next < 0 ? parameters.Length : start + 1 + next;
            yield return parameters[start..end];
            start = end;
        }
    }
}
