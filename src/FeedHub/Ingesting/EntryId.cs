namespace FeedHub.Ingesting;

/// <summary>Ids of entries in FeedHub's outputs: absolute URIs that never change.</summary>
public static class EntryId
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
            "http" or "https" => uri.PathAndQuery.Length > 1 && uri.Host.Contains('.') ? published : null,
            "tag" or "urn" => published,
            _ => null,
        };
    }

    /// <summary>One of FeedHub's own (RFC 9562, version 7).</summary>
    public static string New() => $"urn:uuid:{Guid.CreateVersion7()}";
}
