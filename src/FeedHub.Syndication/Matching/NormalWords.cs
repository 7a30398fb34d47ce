using System.Buffers;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// Brings several ways to write the same to one form: words that are spelled out or shortened, days with their months, numbers that belong
/// together. Where and when a text was written ("JAKARTA, 3 Dec -") is not of the text.
/// </summary>
internal readonly ref struct NormalWords
{
    // Words of the longest dateline.
    private const int MostOfDateline = 9;
    private const int LeastBehindDateline = 8;
    private const int MostNames = 64;

    private readonly Span<MatchToken> _tokens;

    public NormalWords(Span<MatchToken> tokens, bool isTitle)
    {
        _tokens = tokens;
        var room = ArrayPool<ushort>.Shared.Rent(tokens.Length);
        var (count, names, form) = (0, 0UL, (ushort)0);
        for (var at = isTitle ? 0 : Dateline(tokens); at < tokens.Length;)
        {
            var name = tokens[at].Is(TokenMarks.Name);
            var id = Next(ref at, out var isForm);
            // "the World Trade Organization (WTO)" says it once.
            if (id == form && !isForm && form != 0)
                continue;
            form = isForm ? id : (ushort)0;
            names |= name && count < MostNames ? 1UL << count : 0;
            room[count++] = id;
        }

        Ids = room[..count];
        Names = names;
        ArrayPool<ushort>.Shared.Return(room);
    }

    public ushort[] Ids { get; }

    /// <summary>A bit for each of the first 64 ids that is a name: it begins with a capital letter inside a sentence.</summary>
    public ulong Names { get; }

    private ushort Next(ref int at, out bool isForm)
    {
        isForm = false;
        ref var token = ref _tokens[at];
        if (token.Kind == TokenKind.Number)
            return Number(ref at);
        var mixed = Hashing.Mix(token.Hash);
        if (Spellings.MayKnow(mixed) && Spellings.Find(token.Hash) is { } known)
            return Known(known, ref at, out isForm);
        at++;
        return WordIds.OfMixed(mixed);
    }

    private ushort Number(ref int at)
    {
        var value = _tokens[at].Value;
        if (value == 0 || Day(at, 0, out var day) is not (> 0 and var length))
            return WordIds.OfNumber(Whole(Joined(ref at, out var isOne), isWhole: isOne && value > 0, ref at));
        at += length;
        return day;
    }

    // "5 juta" is "5.000.000".
    private uint Whole(uint hash, bool isWhole, ref int at)
    {
        if (!isWhole || At(at) is not { Kind: TokenKind.Word } next || Spellings.Find(next.Hash) is not { Zeros: > 0 and var zeros })
            return hash;
        at++;
        for (; zeros > 0; zeros--)
            hash = WordIds.Mix(hash, '0');
        return hash;
    }

    private ushort Spoken(int number, ref int at)
    {
        var (hash, unit) = (0u, 1);
        while (number / unit >= 10)
            unit *= 10;
        for (; unit > 0; unit /= 10)
            hash = WordIds.Mix(hash, '0' + (number / unit % 10));
        return WordIds.OfNumber(Whole(hash, isWhole: true, ref at));
    }

    private ushort Known(Spellings.Entry known, ref int at, out bool isForm)
    {
        isForm = false;
        if (known.Month > 0 && Day(at, known.Month, out var day) is > 0 and var length)
        {
            at += length;
            return day;
        }

        if (known.Number.Part != SpokenPart.None && SpokenNumbers.Read(_tokens[at..], out var spoken) is var number && spoken > 0)
        {
            at += spoken;
            return Spoken(number, ref at);
        }

        var hash = _tokens[at++].Hash;
        foreach (var (words, form) in known.Phrases)
        {
            if (!Follow(at, words))
                continue;
            at += words.Length;
            isForm = true;
            return WordIds.OfWord(form);
        }

        return WordIds.OfWord(known.Single != 0 ? known.Single : hash);
    }

    private bool Follow(int at, uint[] words)
    {
        if (at + words.Length > _tokens.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (_tokens[at + i].Hash != words[i])
                return false;
        }

        return true;
    }

    // "2-1" is another score than "1-2".
    private uint Joined(ref int at, out bool isOne)
    {
        var (hash, first) = (_tokens[at].Hash, at++);
        for (; at < _tokens.Length && _tokens[at].Is(TokenMarks.Hyphen); at++)
            hash = WordIds.Mix(WordIds.Mix(hash, '-'), (int)_tokens[at].Hash);
        isOne = at == first + 1;
        return hash;
    }

    // How many tokens name a day, the first of which may name this month: "3 December 2026", "Dec. 3", "3/12/2026", "(3/12)", "2026-12-03";
    // 0 if none.
    private int Day(int at, int named, out ushort day)
    {
        day = 0;
        var (first, second, third) = (_tokens[at], At(at + 1), At(at + 2));
        if (first.IsDay && second.Kind == TokenKind.Word && Spellings.Month(second.Hash) is > 0 and var month)
            return Named(first, month, third, out day);
        if (named > 0)
            return second.IsDay && !third.Is(TokenMarks.Hyphen | TokenMarks.Slash) ? Named(second, named, third, out day) : 0;
        if (first.IsDay && second.Is(TokenMarks.Slash))
            return Slashed(first, second, third, out day);
        if (!first.IsYear || !second.Is(TokenMarks.Hyphen) || !second.IsMonth || !third.Is(TokenMarks.Hyphen) || !third.IsDay)
            return 0;
        day = WordIds.OfDay(third.Value, second.Value);
        return 3;
    }

    private static int Named(MatchToken day, int month, MatchToken year, out ushort id)
    {
        id = WordIds.OfDay(day.Value, month);
        return year.IsYear ? 3 : 2;
    }

    // The day goes first but where it cannot. Without a year it may be a fraction.
    private static int Slashed(MatchToken first, MatchToken second, MatchToken third, out ushort id)
    {
        var hasYear = third.Is(TokenMarks.Slash) && third.Kind == TokenKind.Number;
        id = 0;
        if (!hasYear && !first.Is(TokenMarks.Bracket))
            return 0;
        if (second.IsMonth)
            id = WordIds.OfDay(first.Value, second.Value);
        else if (first.IsMonth && second.IsDay)
            id = WordIds.OfDay(second.Value, first.Value);
        return id == 0 ? 0 : hasYear ? 3 : 2;
    }

    private MatchToken At(int at) => at < _tokens.Length ? _tokens[at] : default;

    // Names, days and papers before the first dash.
    private static int Dateline(ReadOnlySpan<MatchToken> tokens)
    {
        var small = 0;
        for (var at = 0; at <= MostOfDateline && at + LeastBehindDateline < tokens.Length; at++)
        {
            if (at > 0 && tokens[at].Is(TokenMarks.Dash))
                return small <= 1 ? at : 0;
            small += tokens[at].Kind == TokenKind.Word && !tokens[at].Is(TokenMarks.Capital) ? 1 : 0;
        }

        return 0;
    }
}
