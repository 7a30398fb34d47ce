using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Syndication.Writing;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Hub;

/// <summary>A feed that can be subscribed to.</summary>
/// <param name="Output">Its format.</param>
/// <param name="Filter">Its stories.</param>
public sealed record HubTopic(FeedOutput Output, StoryFilter Filter)
{
    /// <summary>Path and query in one spelling.</summary>
    public string Path => Output.PathOf(Filter) + Filter.Query;
}

/// <summary>Tells the hub's own topics from other addresses: every address of the merged feed and of the feeds of one's own, with any
/// filters.</summary>
public sealed class HubTopics(FilterRequest filters, OwnFeedCatalogue feeds)
{
    /// <summary>The topic at an absolute address, or what is wrong with it.</summary>
    public async Task<(HubTopic? Topic, string? Error)> FindAsync(string address, string baseUrl, CancellationToken cancellation)
    {
        var root = new Uri(baseUrl + "/");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url)
            || Uri.Compare(url, root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0
            || !url.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal))
            return (null, $"this hub serves only the feeds under {baseUrl}/, such as {baseUrl}{AtomWriter.Path}.");
        return await ReadAsync(string.Concat("/", url.AbsolutePath.AsSpan(root.AbsolutePath.Length), url.Query), cancellation);
    }

    /// <summary>The topic at a path with its query, or what is wrong with it.</summary>
    public async Task<(HubTopic? Topic, string? Error)> ReadAsync(string path, CancellationToken cancellation)
    {
        var parts = path.Split('?', 2);
        var (output, slug) = FeedOutput.Find(parts[0]);
        var feed = slug is null ? null : feeds.Find(slug);
        if (output is null || (slug is not null && feed is null))
        {
            var merged = string.Join(", ", FeedOutput.All.Select(o => o.Path));
            return (null, $"there is no feed at {parts[0]}; the feeds are {merged} and those of /feeds.opml.");
        }

        var (filter, error) = await filters.ReadAsync(QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)), feed, cancellation);
        return filter is null ? (null, $"{error!.Parameter}: {error.Detail}") : (new(output, filter), null);
    }
}
