using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Links;

namespace FeedHub.Discovering.WellKnown;

/// <summary>
/// Pages of podcasts: hosts that have a show's feed by its address. Apple names a show's feed in its own catalogue, which is asked where
/// the page does not say; nobody else is. Spotify and the like have no feeds.
/// </summary>
internal static partial class PodcastRules
{
    public static IEnumerable<WellKnownFeed> Of(SitePage page) => page.Host switch
    {
        "podcasts.apple.com" or "itunes.apple.com" => Apple(page),
        "soundcloud.com" => Sound(page),
        "spreaker.com" when Number(page[1]) is { } show && page[0] is "show" or "podcast" =>
            [new($"https://www.spreaker.com/show/{show}/episodes/feed", WellKnownText.EpisodesAt("Spreaker"))],
        "buzzsprout.com" when Number(page[0]) is { } show =>
            [new($"https://feeds.buzzsprout.com/{show}.rss", WellKnownText.EpisodesAt("Buzzsprout"))],
        "shows.acast.com" when page[0].Length > 0 =>
            [new($"https://feeds.acast.com/public/shows/{page[0]}", WellKnownText.EpisodesAt("Acast"))],
        _ when page.NameAt("podbean.com") is { } name && name != "feed" =>
            [new($"https://feed.podbean.com/{name}/feed.xml", WellKnownText.EpisodesAt("Podbean"))],
        _ when page.NameAt("libsyn.com") is not null =>
            [new($"{page.Site}/rss", WellKnownText.EpisodesAt("Libsyn"))],
        _ => [],
    };

    private static IEnumerable<WellKnownFeed> Apple(SitePage page)
    {
        if (AppleShow().Match(page.Address.AbsolutePath) is { Success: true } show)
        {
            var catalogue = $"https://itunes.apple.com/lookup?id={show.Groups[1].Value}&entity=podcast";
            yield return new(catalogue, WellKnownText.AppleCatalogue) { IsLookup = true };
        }
    }

    private static IEnumerable<WellKnownFeed> Sound(SitePage page)
    {
        if (page.Html is { } html && PageData.SoundUser(html) is { } user)
        {
            yield return new(
                $"https://feeds.soundcloud.com/users/soundcloud:users:{user}/sounds.rss",
                WellKnownText.SoundCloud);
        }
    }

    // "12345" and "name-of-the-show--12345".
    private static string? Number(string part) => TrailingNumber().Match(part) is { Success: true } number ? number.Groups[1].Value : null;

    [GeneratedRegex(@"/id(\d{4,15})(?:/|$)")]
    private static partial Regex AppleShow();

    [GeneratedRegex(@"(?:^|--)(\d{3,15})$")]
    private static partial Regex TrailingNumber();
}
