using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FeedHub.Syndication.Tagging;

/// <summary>Text as words to compare: lower case, without accents and punctuation.</summary>
internal static class Words
{
    /// <summary>The words, with one space between two. Linear in the text.</summary>
    public static string Fold(string text)
    {
        var result = new PooledText(text.Length);
        Fold(text, ref result);
        var folded = result.Written.ToString();
        result.Dispose();
        return folded;
    }

    /// <summary>Adds the words to a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fold(string text, ref PooledText result)
    {
        // FormKD also opens ligatures and full-width letters; pure ASCII has neither.
        var rest = NormalText.Of(text, NormalizationForm.FormKD).AsSpan();
        var (first, open) = (result.Length, false);
        while (!rest.IsEmpty)
        {
            var run = Plain(rest);
            if (run > 0)
            {
                Append(ref result, rest[..run], open || result.Length == first);
                open = true;
                rest = rest[run..];
                continue;
            }

            Rune.DecodeFromUtf16(rest, out var rune, out var units);
            open = Append(ref result, rune, open, first);
            rest = rest[units..];
        }
    }

    // How many of the first units are letters and digits of ASCII.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Plain(ReadOnlySpan<char> text)
    {
        var run = 0;
        while (run < text.Length && char.IsAsciiLetterOrDigit(text[run]))
            run++;
        return run;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Append(ref PooledText result, ReadOnlySpan<char> run, bool goesOn)
    {
        var room = result.Room(run.Length + 1);
        var length = 0;
        if (!goesOn)
            room[length++] = ' ';
        // Digits have this bit already.
        foreach (var c in run)
            room[length++] = (char)(c | 0x20);
        result.Length += length;
    }

    /// <returns>Whether the next letter goes on with the same word.</returns>
    private static bool Append(ref PooledText result, Rune rune, bool open, int first)
    {
        if (rune.IsAscii)
            return false;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return open;
        if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpacingCombiningMark)
            return false;

        var alone = IsWrittenWithoutSpaces(rune.Value);
        if (result.Length > first && (!open || alone))
            result.Append(' ');
        if (Undecomposed(rune.Value) is { } letters)
            result.Append(letters);
        else
            result.Append(Rune.ToLowerInvariant(rune));
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
