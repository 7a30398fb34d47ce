namespace FeedHub.Syndication.Reading.Article;

/// <summary>The sentences at head and end of a text: furniture stands around articles, rarely in them.</summary>
internal static class Edges
{
    private const int Head = 4;
    private const int End = 8;

    public static IEnumerable<string> Of(string html)
    {
        var sentences = Lines.Of(html).SelectMany(Sentences.Of).ToList();
        return sentences.Count <= Head + End ? sentences : sentences.Take(Head).Concat(sentences.TakeLast(End));
    }
}
