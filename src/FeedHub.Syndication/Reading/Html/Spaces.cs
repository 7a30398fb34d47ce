using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>White space of plain texts.</summary>
internal static class Spaces
{
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(c => IsSpace(c) && c != ' ')]);

    // Letters and signs by their category that show nothing: Hangul's fillers and the empty sign of Braille.
    private static readonly SearchValues<char> Fillers = SearchValues.Create("\u115F\u1160\u2800\u3164\uFFA0");

    /// <summary>True for a text in which there is nothing to see: white space, marks of direction, joiners and the like.</summary>
    public static bool IsBlank(string? text)
    {
        if (text is null)
            return true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune))
                return false;
        }

        return true;
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || (rune.IsBmp && Fillers.Contains((char)rune.Value));

    /// <summary>Each run of white space as one space, none at the ends, no control characters.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : Folded(text);

    /// <inheritdoc cref="Fold(string)"/>
    public static string Fold(ReadOnlySpan<char> text) => IsFolded(text) ? text.ToString() : Folded(text);

    private static string Folded(ReadOnlySpan<char> text)
    {
        var result = new PooledText(text.Length);
        foreach (var c in text)
        {
            if (!IsSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result.Written[^1] != ' ')
                result.Append(' ');
        }

        var folded = result.Written.TrimEnd(' ').ToString();
        result.Dispose();
        return folded;
    }

    private static bool IsFolded(ReadOnlySpan<char> text) => text is not ([' ', ..] or [.., ' '])
        && text.IndexOfAny(OtherSpaces) < 0 && text.IndexOf("  ") < 0;

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
