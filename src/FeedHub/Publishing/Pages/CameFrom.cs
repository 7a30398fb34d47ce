using FeedHub.Model.Stories;
using FeedHub.Serving;
using FeedHub.Sources.OwnFeeds;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Publishing.Pages;

/// <summary>
/// The list that a reader came from to a story or an error, by the request's Referer (RFC 9110 10.1.3): browsers send it between pages
/// of one origin, with a script or without.
/// </summary>
public sealed class CameFrom(FilterRequest filters, OwnFeedCatalogue feeds, PublicAddress address)
{
    private const string Feeds = "/feeds/";

    /// <summary>What that list showed; everything where the reader came from elsewhere.</summary>
    public async Task<StoryFilter> OfAsync(HttpContext context)
    {
        var (path, query) = Split(context.Request);
        var feed = path.StartsWith(Feeds, StringComparison.Ordinal) ? feeds.Find(path[Feeds.Length..]) : null;
        return path == "/" || feed is not null
            ? await filters.RepairedAsync(QueryHelpers.ParseQuery(query), feed, context.RequestAborted)
            : new();
    }

    // Within the hub; empty: it is somewhere else.
    private (string Path, string Query) Split(HttpRequest request)
    {
        var (came, start) = (request.Headers.Referer.ToString(), address.Of(request));
        if (!came.StartsWith(start + "/", StringComparison.OrdinalIgnoreCase))
            return ("", "");
        var parts = came[start.Length..].Split('?', 2);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }
}
