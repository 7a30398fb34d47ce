using FeedHub.Syndication.Extracting.Links;

namespace FeedHub.Discovering.WellKnown;

/// <summary>YouTube's channels and playlists, and Vimeo's channels and people.</summary>
internal static class VideoRules
{
    private const string Feed = "https://www.youtube.com/feeds/videos.xml";

    // Vimeo's own pages.
    private static readonly string[] Vimeos = ["watch", "categories", "upgrade", "features", "blog", "help", "log_in", "join"];

    public static IEnumerable<WellKnownFeed> Of(SitePage page) => page.Host switch
    {
        "youtube.com" or "music.youtube.com" or "youtu.be" or "youtube-nocookie.com" => YouTube(page),
        "vimeo.com" => Vimeo(page),
        _ => [],
    };

    private static IEnumerable<WellKnownFeed> YouTube(SitePage page)
    {
        // "RD…", "WL" and "LL" are made for one viewer: they have no feed.
        if (page.Query("list") is { Length: > 2 } list && !list.StartsWith("RD", StringComparison.Ordinal))
            yield return new($"{Feed}?playlist_id={Uri.EscapeDataString(list)}", WellKnownText.YouTubePlaylist);
        if (page[0] == "channel" && page[1].Length > 0)
            yield return new($"{Feed}?channel_id={page[1]}", WellKnownText.YouTubeChannel);
        else if (page[0] == "user" && page[1].Length > 0)
            yield return new($"{Feed}?user={page[1]}", WellKnownText.YouTubeUser);
        else if (page.Html is { } html && page.Path.Count > 0 && PageData.Channel(html) is { } channel)
            yield return new($"{Feed}?channel_id={channel}", WellKnownText.YouTubePagesChannel);
    }

    private static IEnumerable<WellKnownFeed> Vimeo(SitePage page)
    {
        var place = page[0] is "channels" or "groups" or "user" ? page.Up(2) : page.Up(1);
        if (place.Length > 0 && !place.All(char.IsAsciiDigit) && !Vimeos.Contains(place))
            yield return new($"https://vimeo.com/{place}/videos/rss", WellKnownText.Vimeo);
    }
}
