namespace FeedHub.Syndication.Matching;

/// <summary>
/// Where one text has a few words that the other has nowhere, between words that both have. The same gap in the other text, filled with
/// words of its own, is where a pattern was filled in otherwise.
/// </summary>
/// <param name="Left">The word before it, or -1 at the beginning.</param>
/// <param name="Right">The word behind it, or -1 at the end.</param>
/// <param name="Holds">What stands in it.</param>
internal readonly record struct Gap(int Left, int Right, GapContent Holds)
{
    // More than these are a sentence of its own.
    private const int MostWords = 4;

    // The day of what a source brings each day: "Thursday: showers by noon".
    private static readonly ushort[] Weekdays = WordIds.Of(
        "senin selasa rabu kamis jumat sabtu minggu monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>Whether a word names a day of the week.</summary>
    public static bool IsWeekday(ushort word) => Weekdays.AsSpan().Contains(word);

    /// <summary>The gaps of a title or an opening.</summary>
    /// <param name="words">The title or the opening.</param>
    /// <param name="own">The text that it is of.</param>
    /// <param name="other">The text that it is compared with.</param>
    /// <param name="weights">How rare words are.</param>
    /// <param name="gaps">Room for half as many as there are words, and one.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<ushort> words, WordSet own, WordSet other, WordWeights weights, Span<Gap> gaps)
    {
        var isOpening = words.Length > 0 && own.Opening.Overlaps(words);
        var (count, left, length, holds) = (0, -1, 0, GapContent.Nothing);
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && !other.Has(words[i], Fingerprint.MaxOpening))
            {
                holds |= Content(words[i], own, isOpening && own.IsName(i), weights);
                length++;
                continue;
            }

            var right = i < words.Length ? words[i] : -1;
            if (length is > 0 and <= MostWords && holds != 0 && (left >= 0 || right >= 0))
                gaps[count++] = new Gap(left, right, holds);
            (left, length, holds) = (right, 0, GapContent.Nothing);
        }

        return count;
    }

    /// <summary>In how many of these gaps the other text has something of the same kind.</summary>
    public static int Filled(ReadOnlySpan<Gap> gaps, ReadOnlySpan<Gap> others, GapContent with)
    {
        return Math.Min(Count(gaps, others), Count(others, gaps));

        int Count(ReadOnlySpan<Gap> of, ReadOnlySpan<Gap> among)
        {
            var count = 0;
            foreach (var gap in of)
                count += (gap.Holds & with) != 0 && gap.HasLike(among, with) ? 1 : 0;
            return count;
        }
    }

    private bool HasLike(ReadOnlySpan<Gap> among, GapContent with)
    {
        foreach (var gap in among)
        {
            if (gap.Left == Left && gap.Right == Right && (gap.Holds & with & Holds) != 0)
                return true;
        }

        return false;
    }

    private static GapContent Content(ushort word, WordSet own, bool isName, WordWeights weights)
    {
        var ofTitle = own.IsInTitle(word) ? GapContent.OfTitle : 0;
        if (WordIds.IsNumber(word) || WordIds.IsDay(word) || IsWeekday(word))
            return GapContent.Number | ofTitle;
        return weights.IsRare(word) ? GapContent.Rare | (isName ? GapContent.Name : 0) | ofTitle : GapContent.Nothing;
    }
}

/// <summary>What stands in a <see cref="Gap"/>.</summary>
[Flags]
internal enum GapContent
{
    Nothing = 0,
    Number = 1,

    /// <summary>A word that few texts have.</summary>
    Rare = 2,

    /// <summary>A rare word that is a name.</summary>
    Name = 4,

    /// <summary>A rare word or a number that the title has too.</summary>
    OfTitle = 8,
}
