using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Languages;

namespace FeedHub.Syndication.Reading;

/// <summary>
/// Languages as publishers write them ("en_US", "in_ID", "IND", "Bahasa Indonesia", "de_DE.UTF-8", "id, en") in the spelling of BCP 47
/// (RFC 5646): deprecated subtags replaced, the shortest code, and the case of 2.1.1.
/// </summary>
public static partial class LanguageTags
{
    // Longer than any language's name with its region; bounds the work on hostile input.
    private const int MaxLength = 100;

    // Undetermined, several, uncoded, and not a language at all (RFC 5646 4.1).
    private static readonly FrozenSet<string> NoLanguage = FrozenSet.Create("und", "mul", "mis", "zxx");

    /// <summary>The tag, or null where the text names no language: then the text itself must tell.</summary>
    /// <param name="written">As published; of several the first counts.</param>
    public static string? Normalise(string? written)
    {
        var text = written?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
            return null;
        return Tag(text) ?? NamedLanguages.Find(text) ?? (Several().Split(text)[0] is var first && first.Length < text.Length
            ? Normalise(first)
            : null);
    }

    /// <summary>The first of several declarations that names a language, or null.</summary>
    internal static string? First(params ReadOnlySpan<string?> written)
    {
        foreach (var text in written)
        {
            if (Normalise(text) is { } tag)
                return tag;
        }

        return null;
    }

    private static string? Tag(string text)
    {
        // What a POSIX locale says of encoding and currency is not part of the language.
        var tag = Breaks().Replace(Locale().Replace(text, ""), "-").Trim('-').ToLowerInvariant();
        tag = LanguageCodes.Whole(tag) ?? tag;
        if (!WellFormed().IsMatch(tag))
            return null;
        var parts = tag.Split('-');
        if (LanguageCodes.Primary(parts[0]) is not { } primary || NoLanguage.Contains(primary))
            return null;
        return string.Join('-', [primary, .. parts.Skip(1).Select((part, at) => Spelled(
            part,
            isExtended: Array.FindIndex(parts, p => p.Length == 1) is var single && single >= 0 && at + 1 > single))]);
    }

    // RFC 5646 2.1.1: scripts have a capital, regions are all capitals; behind a single letter everything is small.
    private static string Spelled(string part, bool isExtended) =>
        isExtended ? part
        : part.Length == 4 && char.IsAsciiLetter(part[0]) ? char.ToUpperInvariant(part[0]) + part[1..]
        : part.Length == 2 ? LanguageCodes.Region(part.ToUpperInvariant())
        : part;

    [GeneratedRegex(@"[.@].*$")]
    private static partial Regex Locale();

    // Of a template whose region was empty two are left, or one at the end.
    [GeneratedRegex("[-_\u2010\u2011]+")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[\s,;|/(]+")]
    private static partial Regex Several();

    // RFC 5646 2.1, without primary subtags of more than three letters, of which none was ever registered.
    [GeneratedRegex(
        "^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
        + "(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?\\z")]
    private static partial Regex WellFormed();
}
