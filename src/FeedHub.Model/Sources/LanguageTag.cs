using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources;

/// <summary>A language as BCP 47 (RFC 5646 2.1) spells it.</summary>
internal static partial class LanguageTag
{
    /// <summary>Null, or what is wrong and what to write.</summary>
    public static string? Problem(string text) => IsWellFormed(text)
        ? null
        : Say(
            $"{Wording.Quoted(text)} is not a language tag (BCP 47): write "
                + $"{Meant(text) ?? "one such as \"id\" or \"en-GB\""}",
            $"{Wording.Quoted(text)} bukan kode bahasa (BCP 47): tulis "
                + $"{Meant(text) ?? "misalnya \"id\" atau \"en-GB\""}");

    /// <summary>Well-formed by the RFC, without the longer primary subtags, of which none was ever registered.</summary>
    public static bool IsWellFormed(string text) => WellFormed().IsMatch(text);

    private static string? Meant(string text)
    {
        var hyphened = text.Trim().Replace('_', '-');
        var code = IsWellFormed(hyphened) ? hyphened : NamedLanguage(text.Trim());
        return code is null ? null : $"\"{code}\"";
    }

    private static string? NamedLanguage(string name) => CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .FirstOrDefault(c => name.Equals(c.EnglishName, StringComparison.OrdinalIgnoreCase)
            || name.Equals(c.NativeName, StringComparison.OrdinalIgnoreCase))?.Name;

    [GeneratedRegex("""
        ^[A-Za-z]{2,3} (-[A-Za-z]{3}){0,3} (-[A-Za-z]{4})? (-([A-Za-z]{2}|[0-9]{3}))?
        (-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))* (-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)* (-[Xx](-[A-Za-z0-9]{1,8})+)?\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
