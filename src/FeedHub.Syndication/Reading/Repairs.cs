namespace FeedHub.Syndication.Reading;

/// <summary>What had to be mended before a document could be read, each kind once, in order.</summary>
internal sealed class Repairs
{
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    public void Add(string words)
    {
        if (!_words.Contains(words)) _words.Add(words);
    }
}
