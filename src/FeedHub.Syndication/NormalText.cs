using System.Text;

namespace FeedHub.Syndication;

/// <summary>Unicode's normal forms (UAX #15) of any text: .NET itself throws at half a surrogate pair and at the noncharacter
/// U+FFFE.</summary>
public static class NormalText
{
    private const int SwappedMark = 0xFFFE;

    /// <summary>The text in the form, with U+FFFD for what is no character.</summary>
    public static string Of(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value == SwappedMark ? Rune.ReplacementChar : rune);
        return whole.ToString().Normalize(form);
    }
}
