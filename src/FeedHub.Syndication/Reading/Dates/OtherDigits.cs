using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Dates in the digits of other scripts ("٢٤", "２４", "২৪", "二十四") rewritten with 0 to 9, and their punctuation with that of
/// ASCII.</summary>
internal static class OtherDigits
{
    /// <summary>The text in NFKC with ASCII digits; without marks that only steer direction, and with U+FFFD for lone surrogates.</summary>
    public static string Normalise(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(result, rune);
        return HanNumbers.Normalise(NormalText.Of(result.ToString(), NormalizationForm.FormKC));
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.DecimalDigitNumber)
            result.Append((int)Rune.GetNumericValue(rune));
        else if (category == UnicodeCategory.Format)
            return;
        else if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator)
            result.Append(' ');
        else
            result.Append(Plain(rune));
    }

    // What NFKC leaves: the commas of Arabic and Chinese, hyphens that do not break, the division slash, the ratio.
    private static string Plain(Rune rune) => rune.Value switch
    {
        '\u060C' or '\u3001' => ",",
        '\u066B' or '\u3002' => ".",
        '\u2010' or '\u2011' or '\u2012' or '\u2013' => "-",
        '\u2044' or '\u2215' => "/",
        '\u2236' => ":",
        _ => rune.ToString(),
    };
}
