namespace FeedHub.Syndication.Matching;

/// <summary>The distinct words of a title and an opening, each with the place where it first stands: 0 in the title, from 1 in the
/// text.</summary>
internal sealed class WordSet
{
    private readonly IdTable _places = new();
    private readonly ushort[] _ids = new ushort[Fingerprint.MaxTitle + Fingerprint.MaxOpening];

    // For each place how many distinct words stand up to there.
    private readonly int[] _counts = new int[Fingerprint.MaxOpening + 1];
    private readonly ushort[] _subjects = new ushort[Fingerprint.MaxTitle];
    private readonly ushort[] _title = new ushort[Fingerprint.MaxTitle];
    private readonly ushort[] _opening = new ushort[Fingerprint.MaxOpening];
    private int _subjectCount;
    private int _titleLength;
    private ulong _names;

    /// <summary>How many words the opening has, repeated ones too.</summary>
    public int OpeningLength { get; private set; }

    /// <summary>The title's words that the opening has too: what the text is about, in so far as its title says.</summary>
    public ReadOnlySpan<ushort> Subjects => _subjects.AsSpan(0, _subjectCount);

    /// <summary>The title's words in their order, repeated ones too.</summary>
    public ReadOnlySpan<ushort> Title => _title.AsSpan(0, _titleLength);

    /// <summary>The opening's words in their order, repeated ones too.</summary>
    public ReadOnlySpan<ushort> Opening => _opening.AsSpan(0, OpeningLength);

    public void Load(in Traits traits)
    {
        _places.Clear();
        (_subjectCount, _names, _titleLength) = (0, traits.Names, traits.Title.Length);
        traits.Title.CopyTo(_title);
        traits.Opening.CopyTo(_opening);
        OpeningLength = traits.Opening.Length;
        foreach (var id in traits.Title)
            Add(id, 0);
        _counts[0] = _places.Count;
        for (var i = 1; i <= OpeningLength; i++)
        {
            Add(traits.Opening[i - 1], i);
            _counts[i] = _places.Count;
        }
    }

    /// <summary>The words of the title and of the text's first <paramref name="words"/> words.</summary>
    public ReadOnlySpan<ushort> Within(int words) => _ids.AsSpan(0, _counts[Math.Min(words, OpeningLength)]);

    /// <summary>Whether a word is one of them.</summary>
    public bool Has(ushort id, int words) => _places.Find(id) is >= 0 and var place && place <= words;

    /// <summary>Whether a word is in the title.</summary>
    public bool IsInTitle(ushort id) => _places.Find(id) == 0;

    /// <summary>Whether the word at this place of the opening is a name.</summary>
    public bool IsName(int place) => (_names >> place & 1) != 0;

    private void Add(ushort id, int place)
    {
        var count = _places.Count;
        if (_places.Add(id, place))
            _ids[count] = id;
        else if (place > 0 && _places.Find(id) == 0 && !Subjects.Contains(id))
            _subjects[_subjectCount++] = id;
    }
}
