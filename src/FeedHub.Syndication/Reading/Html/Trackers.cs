using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Pictures that nobody is meant to see: counting pixels, and the buttons and ornaments that feeds carry along.</summary>
internal static partial class Trackers
{
    // A hairline is not a picture either.
    private const int Unseen = 2;

    /// <summary>True if the picture counts readers instead of showing them something.</summary>
    public static bool Is(string url, int? width, int? height) => width <= Unseen || height <= Unseen || Known().IsMatch(url);

    /// <summary>True for smilies, share buttons and badges: part of a text, but never the item's picture.</summary>
    public static bool IsOrnament(string url, int? width, int? height) => width < 50 || height < 50 || Ornament().IsMatch(url);

    /// <summary>True for what only holds a picture's place until a script has loaded it.</summary>
    public static bool IsPlaceholder(string url) => Placeholder().IsMatch(url);

    /// <summary>True for what may hold a picture's place, where the picture's own address is known too: a smaller or blurred
    /// copy.</summary>
    public static bool IsStandIn(string url) => StandIn().IsMatch(url);

    [GeneratedRegex(
        @"/(?:1x1|blank|spacer|pixel|trans(?:parent)?|clear|empty|gr[ae]y|loading|(?:ajax-|pre)?loader|spinner|throbber|dummy"
            + @"|lazy(?:[-_]?load(?:ing)?"
            + @"|[-_]?placeholder)?|placeholder)(?:[-_.]?(?:\d+|1x1|\d+x\d+|trans(?:parent)?|placeholder|pixel|image|img"
            + @"|bg))?\.(?:gif|png|svg)(?:[?#]|$)|/placeholder\.(?:jpe?g|webp)(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"placeholder|lqip|[?&/_-]blur|[/_.-](?:lazy(?:load)?|loading|loader|blank|spacer|dummy)[-_.]?\w{0,12}\.(?:gif|png|svg"
            + @"|webp)(?:[?#]|$)|[?&,/](?:w|width|resize)[=_/]\d{1,2}(?:\D|$)|[-_]\d{1,2}x\d{1,2}\.\w+(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex StandIn();

    [GeneratedRegex(
        @"^https?://(?:[^/]*\.)?(?:pixel\.wp\.com|stats\.wordpress\.com|doubleclick\.net|google-analytics\.com"
            + @"|scorecardresearch\.com|adsrvr\.org|bluekai\.com|quantserve\.com|feedsportal\.com|pheedo\.com|statcounter\.com"
            + @"|blogger\.googleusercontent\.com/tracker|medium\.com/_/stat|feeds\.feedburner\.com/~r|api\.follow\.it/track)(?:[/?]"
            + @"|$)|^https?://[^/]+/~r/|^https?://[^?#]+/(?:1x1|pixel|spacer|blank|beacon|tracker|count(?:er)?)\.(?:gif|png|php)(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Known();

    [GeneratedRegex(
        @"/images/(?:smilies|core/emoji)/|/emoji/|^https?://(?:feeds\.wordpress\.com/1\.0|feeds\.feedburner\.com/~ff"
            + @"|s\.w\.org/images|i\.creativecommons\.org|licensebuttons\.net|img\.shields\.io)/|gravatar\.com/avatar|\.svg(?:[?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ornament();
}
