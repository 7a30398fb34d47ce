using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Which parts of a page are beside its list: what others read most, which is old and comes again and again.</summary>
internal static partial class Asides
{
    // How far around an item its list's heading stands.
    private const int Levels = 4;
    private const int MostLooked = 40;

    /// <summary>True where an item stands in such a part.</summary>
    public static bool Has(IElement item) =>
        ElementNames.Chain(item).Any(IsCalled) || ElementNames.Chain(item).Skip(1).Take(Levels).Any(IsHeaded);

    /// <summary>True for <c>h1</c> to <c>h6</c>.</summary>
    public static bool IsHeading(IElement element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static bool IsCalled(IElement element) =>
        element.LocalName == "aside" || Names().IsMatch($"{element.ClassName} {element.Id} {element.GetAttribute("data-testid")}");

    // The first heading of a part names it, if it is not a headline.
    private static bool IsHeaded(IElement part)
    {
        var heading = Selectors.Below(part).Take(MostLooked)
            .FirstOrDefault(element => IsHeading(element) || Titles().IsMatch(element.ClassName ?? ""));
        return heading is not null && TextRuns.Line(heading) is { Length: < 40 } text && Words().IsMatch(text);
    }

    [GeneratedRegex(
        @"(?<![a-z])(?:popul[ae]r|popularity|terpopuler|trending|most-?(?:read|viewed|popular|watched)|terlaris|plus-lus)(?![a-z])"
        + @"|(?<![a-z])meist(?:gelesen|kommentiert)(?![a-z])|[a-z](?:Popular|Trending|MostRead)(?![a-z])")]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<![a-z])(?:title|heading|judul)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Titles();

    [GeneratedRegex(
        @"^\W*(?:(?:berita |artikel )?(?:ter)?populer|trending(?: now| topics?)?|(?:paling|terbanyak) (?:banyak )?(?:dibaca|dilihat)|"
        + @"most (?:read|viewed|popular|watched)|popular(?: now| posts| stories)?|meistgelesen|meistkommentiert|les plus lus|"
        + @"lo más (?:leído|visto))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
