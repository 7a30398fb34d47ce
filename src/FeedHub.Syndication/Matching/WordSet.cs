namespace FeedHub.Syndication.Matching;

/// <summary>The distinct words of a title and an opening, each with the place where it first stands: 0 in the title, from 1 in the text.</summary>
internal sealed class WordSet
{
    private readonly IdTable _places = new();
    private readonly ushort[] _ids = new ushort[Fingerprint.MaxTitle + Fingerprint.MaxOpening];

    /// <summary>The words in order of place.</summary>
    public ReadOnlySpan<ushort> Ids => _ids.AsSpan(0, _places.Count);

    /// <summary>How many of the words are the title's.</summary>
    public int TitleCount { get; private set; }

    /// <summary>How many words the opening has, repeated ones too.</summary>
    public int OpeningLength { get; private set; }

    public void Load(in Traits traits)
    {
        _places.Clear();
        foreach (var id in traits.Title) Add(id, 0);
        TitleCount = _places.Count;
        OpeningLength = traits.Opening.Length;
        for (var i = 0; i < OpeningLength; i++) Add(traits.Opening[i], i + 1);
    }

    /// <summary>Whether the word is of the title or of the text's first <paramref name="words"/> words.</summary>
    public bool Has(ushort id, int words) => _places.Find(id) is >= 0 and var place && place <= words;

    private void Add(ushort id, int place)
    {
        var count = _places.Count;
        if (_places.Add(id, place)) _ids[count] = id;
    }
}
