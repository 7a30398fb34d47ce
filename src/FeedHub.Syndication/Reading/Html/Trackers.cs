using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Pictures that nobody is meant to see: counting pixels, and the buttons and ornaments that feeds carry along.</summary>
internal static partial class Trackers
{
    // A hairline is no picture either.
    private const int Unseen = 2;

    /// <summary>True if the picture counts readers instead of showing them something.</summary>
    public static bool Is(string url, int? width, int? height) => width <= Unseen || height <= Unseen || Known().IsMatch(url);

    /// <summary>True for smilies, share buttons and badges: part of a text, but never the item's picture.</summary>
    public static bool IsOrnament(string url, int? width, int? height) => width < 50 || height < 50 || Ornament().IsMatch(url);

    [GeneratedRegex(
        @"^https?://(?:[^/]*\.)?(?:pixel\.wp\.com|stats\.wordpress\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|adsrvr\.org|bluekai\.com|quantserve\.com|feedsportal\.com|pheedo\.com|statcounter\.com|blogger\.googleusercontent\.com/tracker|medium\.com/_/stat|feeds\.feedburner\.com/~r|api\.follow\.it/track)(?:[/?]|$)|^https?://[^/]+/~r/|^https?://[^?#]+/(?:1x1|pixel|spacer|blank|beacon|tracker|count(?:er)?)\.(?:gif|png|php)(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Known();

    [GeneratedRegex(
        @"/images/(?:smilies|core/emoji)/|/emoji/|^https?://(?:feeds\.wordpress\.com/1\.0|feeds\.feedburner\.com/~ff|s\.w\.org/images|i\.creativecommons\.org|licensebuttons\.net|img\.shields\.io)/|gravatar\.com/avatar|\.svg(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ornament();
}
