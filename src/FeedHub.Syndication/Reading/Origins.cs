namespace FeedHub.Syndication.Reading;

/// <summary>The original publishers of aggregated items.</summary>
public static class Origins
{
    /// <summary>The origin of that name and address; null where both are missing.</summary>
    public static Origin? Of(string? title, string? url) => title is null && url is null ? null : new(title, url);

    /// <summary>The feed without the origins that are the feed itself: many name it in each of their items.</summary>
    /// <param name="feed">As read.</param>
    /// <param name="baseUrl">The feed's own address, or null.</param>
    internal static ParsedFeed OfOthers(ParsedFeed feed, Uri? baseUrl)
    {
        var own = new[] { feed.Self, feed.Link, baseUrl?.AbsoluteUri }.Select(Place).OfType<string>().ToHashSet();
        bool IsOther(Origin origin) => (origin.Title is null || !origin.Title.Equals(feed.Title, StringComparison.OrdinalIgnoreCase))
            && (Place(origin.Url) is not { } place || !own.Contains(place));
        return feed with
        {
            Items = [.. feed.Items.Select(item => item.Origin is { } origin && !IsOther(origin) ? item with { Origin = null } : item)]
        };
    }

    // Whether by http or https, with "www." and a last slash or without.
    private static string? Place(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            return null;
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        return host + url.AbsolutePath.TrimEnd('/') + url.Query;
    }
}
