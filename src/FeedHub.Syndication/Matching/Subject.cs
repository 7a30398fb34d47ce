namespace FeedHub.Syndication.Matching;

/// <summary>One side of a comparison, made ready: its words and its shingles. Made once and loaded again and again.</summary>
internal sealed class Subject
{
    public WordSet Words { get; } = new();

    public ShingleSet Shingles { get; } = new();

    public int Slot { get; private set; }

    public long StoryId { get; private set; }

    public bool SameSource { get; private set; }

    /// <summary>How many of its shingles the item has too.</summary>
    public int Shared { get; set; }

    /// <summary>Makes a lead ready as far as it takes to see whether it is worth comparing.</summary>
    public Subject LoadShingles(in Traits traits, int slot, long storyId, bool sameSource)
    {
        Shingles.Load(traits);
        Slot = slot;
        StoryId = storyId;
        SameSource = sameSource;
        Shared = 0;
        return this;
    }

    /// <summary>The rest of it.</summary>
    public void LoadWords(in Traits traits) => Words.Load(traits);

    public Subject Load(Fingerprint print)
    {
        Span<ushort> rest = stackalloc ushort[print.Rest.Length];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = Matching.Shingles.Id(print.Rest[i]);
        var traits = new Traits(print.Title, print.Opening, print.Names, rest, print.RestCount);
        Shingles.Load(traits);
        Words.Load(traits);
        return this;
    }
}
