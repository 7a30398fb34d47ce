namespace FeedHub.Syndication.Reading.Article;

/// <summary>The sentences at head and end of a text: furniture stands around articles, rarely in them.</summary>
internal static class Edges
{
    private const int Head = 4;
    private const int End = 8;

    /// <summary>As many sentences at most.</summary>
    public const int Most = Head + End;

    /// <summary>Their hashes, of those long enough to have one.</summary>
    public static HashSet<ulong> Hashes(IReadOnlyList<string> lines)
    {
        var hashes = new HashSet<ulong>();
        var (count, to) = (0, 0);
        while (to < lines.Count && count <= Most)
            count += Sentences.Count(lines[to++]);
        if (count <= Most)
        {
            Add(hashes, lines, 0, 0, count);
            return hashes;
        }

        Add(hashes, lines, 0, 0, Head);
        var (last, from) = (0, lines.Count);
        while (last < End)
            last += Sentences.Count(lines[--from]);
        Add(hashes, lines, from, last - End, End);
        return hashes;
    }

    // Adds this many sentences from a line on. The first ones may be skipped.
    private static void Add(HashSet<ulong> hashes, IReadOnlyList<string> lines, int from, int skipped, int count)
    {
        for (var line = from; line < lines.Count && count > 0; line++)
        {
            foreach (var sentence in Sentences.Of(lines[line]))
            {
                if (skipped-- <= 0 && count-- > 0 && SentenceHash.Of(sentence) is { } hash)
                    hashes.Add(hash);
            }
        }
    }
}
