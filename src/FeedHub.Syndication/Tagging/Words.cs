using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Tagging;

/// <summary>Text as words to compare: lower case, without accents and punctuation.</summary>
internal static class Words
{
    /// <summary>The words, with one space between two. Linear in the text.</summary>
    public static string Fold(string text)
    {
        // FormKD also opens ligatures and full-width letters; pure ASCII has neither.
        var plain = NormalText.Of(text, NormalizationForm.FormKD);
        var result = new StringBuilder(plain.Length);
        var open = false;
        foreach (var rune in plain.EnumerateRunes())
            open = Append(result, rune, open);
        return result.ToString();
    }

    /// <returns>Whether the next letter goes on with the same word.</returns>
    private static bool Append(StringBuilder result, Rune rune, bool open)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return open;
        if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpacingCombiningMark)
            return false;

        var alone = IsWrittenWithoutSpaces(rune.Value);
        if (result.Length > 0 && (!open || alone))
            result.Append(' ');
        _ = Undecomposed(rune.Value) is { } letters ? result.Append(letters) : result.Append(Rune.ToLowerInvariant(rune));
        return !alone;
    }

    // Letters with a stroke and the like, which Unicode does not take apart.
    private static string? Undecomposed(int letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };

    // Chinese, Japanese, Thai, Lao, Burmese, Khmer: every character is a word, so that a rule's word is found as a phrase.
    private static bool IsWrittenWithoutSpaces(int letter) => letter is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF)
        or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);
}
