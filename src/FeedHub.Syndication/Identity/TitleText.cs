using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Identity;

/// <summary>A title in the form it is compared in: NFKC, lower case, white space folded, invisible characters gone.</summary>
internal static class TitleText
{
    /// <summary>The normal form, or null if there is nothing to compare.</summary>
    public static string? Normalise(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var result = new StringBuilder(title.Length);
        foreach (var rune in NormalText.Of(title, NormalizationForm.FormKC).EnumerateRunes())
            Append(result, rune);
        return result.Length == 0 ? null : result.ToString().TrimEnd();
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
        {
            result.Append(Rune.ToLowerInvariant(rune));
        }
    }
}
