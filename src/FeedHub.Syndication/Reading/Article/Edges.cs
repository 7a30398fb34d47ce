namespace FeedHub.Syndication.Reading.Article;

/// <summary>The sentences at head and end of a text: furniture stands around articles, rarely in them.</summary>
internal static class Edges
{
    private const int Head = 4;
    private const int End = 8;

    public static IEnumerable<string> Of(IReadOnlyList<string> lines)
    {
        var sentences = First(lines);
        if (sentences.Count <= Head + End)
            return sentences;
        var last = Last(lines);
        return sentences.Take(Head).Concat(last.Skip(last.Count - End));
    }

    // So many that they are seen to be more than those at head and end.
    private static List<string> First(IReadOnlyList<string> lines)
    {
        var sentences = new List<string>();
        for (var i = 0; i < lines.Count && sentences.Count <= Head + End; i++)
            Add(sentences, lines[i]);
        return sentences;
    }

    private static List<string> Last(IReadOnlyList<string> lines)
    {
        var count = 0;
        var from = lines.Count;
        while (count < End)
            count += Sentences.Count(lines[--from]);
        var sentences = new List<string>(count);
        for (; from < lines.Count; from++)
            Add(sentences, lines[from]);
        return sentences;
    }

    private static void Add(List<string> sentences, string line)
    {
        foreach (var sentence in Sentences.Of(line))
            sentences.Add(sentence.ToString());
    }
}
