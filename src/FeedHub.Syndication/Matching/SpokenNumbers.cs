namespace FeedHub.Syndication.Matching;

/// <summary>
/// Numbers that are written in words, in Indonesian and English: "tiga", "dua belas", "twenty-five", "dua ratus lima puluh". One alone is
/// not read: "salah satu" and "one of them" count nothing.
/// </summary>
internal static class SpokenNumbers
{
    private const int Least = 2;
    private const int Tens = 10;
    private const int Hundreds = 100;

    /// <summary>The words, each with what it is.</summary>
    public static IEnumerable<(string Word, SpokenNumber Number)> Words { get; } =
    [
        .. Units("satu dua tiga empat lima enam tujuh delapan sembilan", 1),
        .. Units("one two three four five six seven eight nine", 1),
        .. Whole("sepuluh sebelas", Tens),
        .. Whole("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", Tens),
        .. "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')
            .Select((word, i) => (word, new SpokenNumber(SpokenPart.Tens, (i + 2) * Tens))),
        ("belas", new(SpokenPart.Teen, Tens)), ("puluh", new(SpokenPart.Ten, Tens)),
        ("ratus", new(SpokenPart.Hundred, Hundreds)), ("hundred", new(SpokenPart.Hundred, Hundreds)),
        ("seratus", new(SpokenPart.Hundreds, Hundreds)),
    ];

    /// <summary>The number that begins here.</summary>
    /// <param name="tokens">The words from there on.</param>
    /// <param name="length">How many words it has; 0 if there is none.</param>
    public static int Read(ReadOnlySpan<MatchToken> tokens, out int length)
    {
        length = 0;
        var hundreds = Hundred(tokens, ref length);
        var number = hundreds + BelowHundred(tokens, ref length);
        if (number < Least)
            length = 0;
        return number;
    }

    private static int Hundred(ReadOnlySpan<MatchToken> tokens, ref int at)
    {
        var first = At(tokens, at);
        if (first.Part == SpokenPart.Hundreds)
        {
            at++;
            return first.Value;
        }

        if (first.Part != SpokenPart.Unit || At(tokens, at + 1).Part != SpokenPart.Hundred)
            return 0;
        at += 2;
        return first.Value * Hundreds;
    }

    private static int BelowHundred(ReadOnlySpan<MatchToken> tokens, ref int at)
    {
        var (first, second) = (At(tokens, at), At(tokens, at + 1));
        switch (first.Part, second.Part)
        {
            case (SpokenPart.Unit, SpokenPart.Teen):
                at += 2;
                return Tens + first.Value;
            case (SpokenPart.Unit, SpokenPart.Ten):
                at += 2;
                return (first.Value * Tens) + Unit(tokens, ref at);
            case (SpokenPart.Tens, _):
                at++;
                return first.Value + Unit(tokens, ref at);
            case (SpokenPart.Whole or SpokenPart.Unit, _):
                at++;
                return first.Value;
            default:
                return 0;
        }
    }

    private static int Unit(ReadOnlySpan<MatchToken> tokens, ref int at)
    {
        var unit = At(tokens, at);
        if (unit.Part != SpokenPart.Unit || At(tokens, at + 1).Part is SpokenPart.Ten or SpokenPart.Teen or SpokenPart.Hundred)
            return 0;
        at++;
        return unit.Value;
    }

    private static SpokenNumber At(ReadOnlySpan<MatchToken> tokens, int at) =>
        at < tokens.Length && tokens[at].Kind == TokenKind.Word && Spellings.Find(tokens[at].Hash) is { } known ? known.Number : default;

    private static IEnumerable<(string, SpokenNumber)> Units(string words, int from) =>
        words.Split(' ').Select((word, i) => (word, new SpokenNumber(SpokenPart.Unit, from + i)));

    private static IEnumerable<(string, SpokenNumber)> Whole(string words, int from) =>
        words.Split(' ').Select((word, i) => (word, new SpokenNumber(SpokenPart.Whole, from + i)));
}

/// <summary>A word of a number.</summary>
/// <param name="Part">What it does in the number.</param>
/// <param name="Value">What it is worth.</param>
internal readonly record struct SpokenNumber(SpokenPart Part, int Value);

/// <summary>What a word does in a number.</summary>
internal enum SpokenPart : byte
{
    None,

    /// <summary>1 to 9.</summary>
    Unit,

    /// <summary>10 to 19, in one word.</summary>
    Whole,

    /// <summary>20 to 90, in one word.</summary>
    Tens,

    /// <summary>"belas": ten more than the unit before it.</summary>
    Teen,

    /// <summary>"puluh": ten times the unit before it.</summary>
    Ten,

    /// <summary>"ratus", "hundred": a hundred times the unit before it.</summary>
    Hundred,

    /// <summary>A hundred in one word.</summary>
    Hundreds,
}
