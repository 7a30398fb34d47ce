namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>
/// Tells Indonesian from English by their groups of three letters, and a few languages by their script. Anything else is null:
/// no language is better than a wrong one. Malay counts as Indonesian.
/// </summary>
internal static class LanguageGuess
{
    // A headline and the first sentences tell as much as the whole text.
    private const int MaxLength = 1000;
    private const int MinLetters = 8;

    // Neither language has accents but in names and loans.
    private const double MostAccents = 0.02;

    // By so much per group a long text must lean; other Latin languages lean less. A headline has too few groups to ask for it.
    private const double LeastLean = 0.4;
    private const int LongText = 150;

    // Names are Indonesian-looking far more often than English-looking: a headline full of them is an English one
    // until its words say otherwise. (Twice the natural log of the odds, as the weights are.)
    private const int LeastIndonesian = 12;

    // Of 1,159 headlines that lean less than this either way 161 are in the other language; of 25,900 others 29.
    private const int FirmLean = 40;

    /// <summary>The language of a headline with its text as one, without a copy of either; a BCP 47 tag or null.</summary>
    public static string? Of(string? title, string text)
    {
        Span<char> start = stackalloc char[MaxLength];
        return Of(start[..Fill(title, text, start)]);
    }

    /// <summary>Whether they lean so little to the language that was told that a declaration says more.</summary>
    public static bool IsWeak(string? title, string text)
    {
        Span<char> start = stackalloc char[MaxLength];
        return Math.Abs(Trigrams.Weigh(start[..Fill(title, text, start)]).Sum - LeastIndonesian) < FirmLean;
    }

    /// <summary>The text's language as a BCP 47 tag, or null where it cannot be told.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var start = text.Length > MaxLength ? text[..MaxLength] : text;
        var letters = Letters.Count(start);
        if (letters.Total < MinLetters)
            return letters.Script;
        if (letters.Script is not null)
            return letters.Script;
        if (letters.Latin * 2 < letters.Total || letters.Accented > letters.Latin * MostAccents)
            return null;
        var (sum, groups) = Trigrams.Weigh(start);
        if (sum == 0 || (groups > LongText && Math.Abs(sum) < groups * LeastLean))
            return null;
        return sum > LeastIndonesian ? "id" : "en";
    }

    private static int Fill(string? title, string text, Span<char> buffer)
    {
        var length = Fill(title, buffer);
        if (length < buffer.Length)
            buffer[length++] = ' ';
        return length + Fill(text, buffer[length..]);
    }

    private static int Fill(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = Math.Min(text.Length, buffer.Length);
        text[..length].CopyTo(buffer);
        return length;
    }
}
