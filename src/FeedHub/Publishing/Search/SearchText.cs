using System.Text;

namespace FeedHub.Publishing.Search;

/// <summary>Text as the index takes it. Stories and searches go through the same, so that they meet.</summary>
public static class SearchText
{
    /// <summary>The text with the characters of scripts that write no spaces set apart: the tokeniser would take a sentence for a word.</summary>
    public static string Spaced(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\uFFEF'))
            return text;
        var spaced = new StringBuilder(text.Length * 2);
        foreach (var unit in text)
        {
            if (IsUnspaced(unit))
                spaced.Append(' ').Append(unit).Append(' ');
            else
                spaced.Append(unit);
        }

        return spaced.ToString();
    }

    /// <summary>Whether anything in the text can be searched for: a letter or a number.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    // Kana, CJK ideographs and their compatibility forms; Korean has spaces.
    private static bool IsUnspaced(char unit) => unit is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
