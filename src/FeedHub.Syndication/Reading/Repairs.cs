namespace FeedHub.Syndication.Reading;

/// <summary>What had to be mended before a document could be read, each kind once, in order.</summary>
internal sealed class Repairs
{
    // A hostile document has thousands, each named after something else in it.
    private const int MostKinds = 20;

    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>True if the document ended before its end, so that more of it may exist.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What was done about a document that was cut.</summary>
    public void AddCut(string words)
    {
        IsCut = true;
        _words.Insert(0, "cut off: " + words);
    }

    public void Add(string words)
    {
        var cut = Bounds.Cut(words);
        if (_words.Count < MostKinds && !_words.Contains(cut))
            _words.Add(cut);
    }
}
