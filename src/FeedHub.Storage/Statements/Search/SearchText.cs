using System.Globalization;
using System.Text;

namespace FeedHub.Storage.Statements.Search;

/// <summary>Text as the index takes it. Stories and searches go through the same, so that they meet.</summary>
public static class SearchText
{
    /// <summary>
    /// The text with <paramref name="code"/> before each word, and with the characters of scripts that write no spaces set apart: the
    /// tokeniser would take a sentence for a word.
    /// </summary>
    public static string Coded(string text, string code)
    {
        var coded = new StringBuilder(text.Length + (text.Length * code.Length / 4));
        var (isInWord, from, at) = (false, 0, 0);
        while (at < text.Length)
        {
            if (char.IsAscii(text[at]))
            {
                var isWord = char.IsAsciiLetterOrDigit(text[at]);
                if (isWord && !isInWord)
                {
                    coded.Append(text, from, at - from).Append(code);
                    from = at;
                }

                isInWord = isWord;
                at++;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var units);
            coded.Append(text, from, at - from);
            isInWord = Append(coded, rune, code, isInWord);
            from = at += units;
        }

        return coded.Append(text, from, at - from).ToString();
    }

    // True where the word goes on behind it.
    private static bool Append(StringBuilder coded, Rune rune, string code, bool isInWord)
    {
        var isUnspaced = IsUnspaced(rune.Value);
        var isWord = isUnspaced || IsOfWord(rune) || (isInWord && IsAccent(rune.Value));
        Span<char> units = stackalloc char[2];
        coded.Append(isUnspaced ? " " : "").Append(isUnspaced || (isWord && !isInWord) ? code : "")
            .Append(units[..rune.EncodeToUtf16(units)]).Append(isUnspaced ? " " : "");
        return isWord && !isUnspaced;
    }

    /// <summary>Whether anything in the text can be searched for: a letter or a number.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    // What the tokeniser unicode61 makes words of.
    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    // Written apart from their letter; it passes over them.
    private static bool IsAccent(int rune) => rune is >= 0x300 and <= 0x36F;

    // Kana, CJK ideographs and their compatibility forms; Korean has spaces.
    private static bool IsUnspaced(int rune) => rune is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF);
}
