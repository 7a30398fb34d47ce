using System.Runtime.CompilerServices;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>How many letters of which scripts a text has.</summary>
internal readonly record struct Letters(int Total, int Latin, int Accented, int Kana, int Hangul, int Han, int Thai)
{
    // A few foreign characters are names and quotations.
    private const int Share = 5;

    /// <summary>The language that the script alone tells, or null.</summary>
    public string? Script =>
        Kana * Share > Total ? "ja"
        : Hangul * Share > Total ? "ko"
        : Han * 2 > Total ? "zh"
        : Thai * 2 > Total ? "th"
        : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Letters Count(ReadOnlySpan<char> text)
    {
        var (plain, others) = (0, default(Letters));
        foreach (var c in text)
        {
            if (c < '\u0080')
                plain += (c | 0x20) - 'a' is >= 0 and < 26 ? 1 : 0;
            else if (char.IsLetter(c))
                others = others.With(c);
        }

        return others with { Total = others.Total + plain, Latin = others.Latin + plain };
    }

    private Letters With(char c)
    {
        var all = this with { Total = Total + 1 };
        return c switch
        {
            < '\u0250' => all with { Latin = Latin + 1, Accented = Accented + 1 },
            >= '\u0E00' and < '\u0E80' => all with { Thai = Thai + 1 },
            >= '\u3040' and < '\u3100' => all with { Kana = Kana + 1 },
            >= '\u4E00' and < '\uA000' => all with { Han = Han + 1 },
            >= '\uAC00' and < '\uD7B0' => all with { Hangul = Hangul + 1 },
            _ => all,
        };
    }
}
