using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Place, paper and agency before the first sentence: "Jakarta (ANTARA) - ", "KORAN.COM - ", "WASHINGTON (AP) — ".</summary>
internal static partial class Dateline
{
    private const int MaxLength = 70;

    public static (string? Dateline, string Text) Split(string line)
    {
        var match = Head().Match(line.Length > MaxLength + 10 ? line[..(MaxLength + 10)] : line);
        if (!match.Success || match.Groups["head"].Length > MaxLength || !IsTelling(match.Groups["head"].Value))
            return (null, line);
        return (match.Groups["head"].Value.Trim(' ', ','), line[match.Length..].TrimStart());
    }

    /// <summary>The agency in a dateline's brackets, or null.</summary>
    public static string? Agency(string? dateline) =>
        dateline is not null && InBrackets().Match(dateline) is { Success: true } match ? match.Groups[1].Value : null;

    // "Messi - the best" begins like a dateline: brackets, a domain, or a word in capitals must bear it out.
    private static bool IsTelling(string head) => Telling().IsMatch(head);

    [GeneratedRegex(
        @"^(?<head>(?:\p{Lu}[\p{L}\p{N}.'’-]*|\p{L}[\p{L}\p{N}]*\.(?:com|co|id|net|org|tv|news)[\p{L}.]*"
            + @"|\([\p{Lu}][\p{L}\p{N}. /]*\)|\d{1,2}/\d{1,2})(?:[ ,/]{1,3}(?:\p{Lu}[\p{L}\p{N}.'’-]*|\p{L}[\p{L}\p{N}]*\.(?:com|co"
            + @"|id|net|org|tv|news)[\p{L}.]*|\([\p{Lu}][\p{L}\p{N}. /]*\)))*)\s*(?:--|[-–—|])+\s+(?=\S)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\(\p{Lu}|\.(?i:com|co|id|net|org|tv|news)\b|(?<![\p{L}.])\p{Lu}{4,}|^[^,]+, ")]
    private static partial Regex Telling();

    [GeneratedRegex(@"\(([^()]{2,30})\)")]
    private static partial Regex InBrackets();
}
