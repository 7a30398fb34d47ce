using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Subscribing;

/// <summary>Finds the hub that an answer names, and what to subscribe to there (W3C WebSub 4): headers first, then the feed.</summary>
internal static class AdvertisedHub
{
    /// <summary>What the answer says; null where it says nothing, as a 304 without links or a broken feed does.</summary>
    public static Advertisement? Of(FetchResult fetched, ParsedFeed? feed)
    {
        var headers = fetched.Links.Where(l => l.Is("hub")).Select(l => l.Target).ToList();
        if (Usable(headers) is { } hub)
            return new(hub, TopicOf(fetched, feed));
        if (feed is null || feed.IsCut || fetched.Truncated)
            return null;
        return Usable(feed.Hubs) is { } named ? new(named, TopicOf(fetched, feed)) : new(null, null);
    }

    private static string? Usable(IEnumerable<string> hubs)
    {
        // The secret travels to the hub: where there is a choice, not in the clear.
        var usable = hubs.Where(h => SourceUrl.TryParse(h, out _)).ToList();
        return usable.Find(h => h.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) ?? usable.FirstOrDefault();
    }

    private static string TopicOf(FetchResult fetched, ParsedFeed? feed)
    {
        var self = fetched.Links.FirstOrDefault(l => l.Is("self"))?.Target ?? feed?.Self;
        return SourceUrl.TryParse(self, out _) ? self! : fetched.FinalUrl;
    }
}
