namespace FeedHub.Syndication.Reading;

/// <summary>What had to be mended before a document could be read, each kind once, in order.</summary>
internal sealed class Repairs
{
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>True if the document ended before its end, so that more of it may exist.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was done about a document that was cut.</summary>
    public void AddCut(string words)
    {
        IsCut = true;
        Add("cut off: " + words);
    }

    public void Add(string words)
    {
        if (!_words.Contains(words))
            _words.Add(words);
    }
}
