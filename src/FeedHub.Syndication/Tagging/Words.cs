using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Tagging;

/// <summary>Text as the words that rules and aliases are compared by: case and accents gone, punctuation between them.</summary>
internal static class Words
{
    /// <summary>
    /// The words in order. Letters of scripts that are written without spaces (Han, kana, Thai) are a word each, so that a phrase
    /// of them is found inside a sentence.
    /// </summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Folded(text))
        {
            if (!char.IsLetterOrDigit(letter) || IsWrittenWithoutSpaces(letter))
                End(word, words);
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            if (IsWrittenWithoutSpaces(letter))
                End(word, words);
        }

        End(word, words);
        return words;
    }

    /// <summary>The words joined by single spaces: one spelling for all that are the same.</summary>
    public static string Joined(string text) => string.Join(' ', Of(text));

    private static IEnumerable<char> Folded(string text) =>
        (Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKD))
        .Where(letter => letter < '\u0300' || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);

    // Normalising throws at half a surrogate pair, which a cut-off title may end with.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsWrittenWithoutSpaces(char letter) =>
        letter is (>= '\u0e00' and <= '\u0e7f') or (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff');

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }
}
