using System.Buffers;
using System.Text;

namespace FeedHub.Syndication;

/// <summary>Unicode's normal forms (UAX #15) of any text: .NET itself throws at half a surrogate pair and at the noncharacter
/// U+FFFE.</summary>
public static class NormalText
{
    private const char SwappedMark = '\uFFFE';

    // Besides ASCII what most texts have, and what is the same in all forms: quotation marks, dashes, signs.
    internal const string Marks = "«»£©®‒–—―‘’‚‛“”„‟†‡•€";

    private static readonly SearchValues<char> Stable =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(unit => (char)unit), .. Marks]);

    private static readonly SearchValues<char> Suspicious =
        SearchValues.Create([SwappedMark, .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    /// <summary>The text in the form, with U+FFFD for what is not a character.</summary>
    public static string Of(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text) || text.AsSpan().IndexOfAnyExcept(Stable) < 0)
            return text;
        return (text.AsSpan().IndexOfAny(Suspicious) < 0 ? text : Whole(text)).Normalize(form);
    }

    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value == SwappedMark ? Rune.ReplacementChar : rune);
        return whole.ToString();
    }
}
