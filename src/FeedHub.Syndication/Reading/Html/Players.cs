namespace FeedHub.Syndication.Reading.Html;

/// <summary>The players that may stand in a republished text: nothing else is ever shown in a frame.</summary>
internal static class Players
{
    private static readonly (string Host, string Path)[] Known =
    [
        ("www.youtube.com", "/embed/"), ("youtube.com", "/embed/"), ("www.youtube-nocookie.com", "/embed/"),
        ("player.vimeo.com", "/video/"),
        ("www.dailymotion.com", "/embed/"), ("geo.dailymotion.com", "/player"), ("w.soundcloud.com", "/player/"),
        ("open.spotify.com", "/embed"),
        ("embed.podcasts.apple.com", "/"), ("bandcamp.com", "/EmbeddedPlayer"), ("www.vidio.com", "/embed/"), ("www.tiktok.com", "/embed/"),
    ];

    /// <summary>The player's address by https, or null if it is not one of them.</summary>
    public static string? Address(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !uri.IsDefaultPort || uri.UserInfo.Length > 0
            || uri.Scheme is not ("http" or "https"))
            return null;
        var isKnown = Known.Any(p => uri.Host == p.Host && uri.AbsolutePath.StartsWith(p.Path, StringComparison.Ordinal));
        return isKnown ? "https://" + uri.Host + uri.PathAndQuery : null;
    }
}
