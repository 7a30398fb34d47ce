namespace FeedHub.Syndication.Tagging;

/// <summary>
/// Finds many phrases in one walk over a text's words (Aho–Corasick over words): the time grows with the text alone,
/// however many phrases there are and however they overlap.
/// </summary>
internal sealed class PhraseFinder
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly List<Node> _nodes = [new()];
    private readonly int[] _phrases;

    /// <param name="phrases">Phrases as people write them; one that holds no word is never found.</param>
    public PhraseFinder(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases.Select(p => Add(Words.Fold(p)))];
        Link();
    }

    /// <summary>Marks for <see cref="Find"/> and <see cref="Has"/>, all off.</summary>
    public bool[] NoMarks() => new bool[_nodes.Count];

    /// <summary>Marks the phrases that stand in the text.</summary>
    public void Find(string text, bool[] marks)
    {
        var folded = Words.Fold(text).AsSpan();
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var node = 0;
        foreach (var range in folded.Split(' '))
        {
            node = words.TryGetValue(folded[range], out var word) ? Step(node, word) : 0;
            Mark(node, marks);
        }
    }

    /// <summary>Whether phrase number <paramref name="phrase"/> was marked.</summary>
    public bool Has(int phrase, bool[] marks) => _phrases[phrase] > 0 && marks[_phrases[phrase]];

    private int Add(string folded)
    {
        var node = 0;
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _words.TryAdd(word, _words.Count);
            node = Child(node, _words[word]);
        }

        _nodes[node].EndsPhrase = node > 0;
        return node;
    }

    private int Child(int node, int word)
    {
        if (_next.TryGetValue((node, word), out var child))
            return child;
        _nodes.Add(new Node { Parent = node, Word = word, Depth = _nodes[node].Depth + 1 });
        return _next[(node, word)] = _nodes.Count - 1;
    }

    // Shorter prefixes first: a node's links rest on those of its parent and of what it falls back to.
    private void Link()
    {
        foreach (var (node, number) in _nodes.Select((n, i) => (n, i)).Skip(1).OrderBy(n => n.n.Depth))
        {
            node.Fallback = node.Depth == 1 ? 0 : Step(_nodes[node.Parent].Fallback, node.Word);
            var fallback = _nodes[node.Fallback];
            node.ShorterPhrase = fallback.EndsPhrase ? node.Fallback : fallback.ShorterPhrase;
        }
    }

    private int Step(int node, int word)
    {
        int next;
        while (!_next.TryGetValue((node, word), out next) && node != 0)
            node = _nodes[node].Fallback;
        return next;
    }

    // What is marked has had its shorter phrases marked too: that keeps the walk linear.
    private void Mark(int node, bool[] marks)
    {
        for (var n = _nodes[node].EndsPhrase ? node : _nodes[node].ShorterPhrase; n != 0 && !marks[n]; n = _nodes[n].ShorterPhrase)
            marks[n] = true;
    }

    /// <summary>A prefix of phrases; the links point to the longest suffix that is a prefix, or a phrase, itself.</summary>
    private sealed class Node
    {
        public int Parent { get; init; }

        public int Word { get; init; }

        public int Depth { get; init; }

        public bool EndsPhrase { get; set; }

        public int Fallback { get; set; }

        public int ShorterPhrase { get; set; }
    }
}
