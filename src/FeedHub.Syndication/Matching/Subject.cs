namespace FeedHub.Syndication.Matching;

/// <summary>One side of a comparison, made ready: its words and its shingles. Made once and loaded again and again.</summary>
internal sealed class Subject
{
    public WordSet Words { get; } = new();

    public ShingleSet Shingles { get; } = new();

    public long StoryId { get; private set; }

    public bool SameSource { get; private set; }

    /// <summary>How many of its shingles the item has too.</summary>
    public int Shared { get; set; }

    public Subject Load(in Traits traits, long storyId = 0, bool sameSource = false)
    {
        Words.Load(traits);
        Shingles.Load(traits);
        StoryId = storyId;
        SameSource = sameSource;
        Shared = 0;
        return this;
    }

    public Subject Load(Fingerprint print)
    {
        Span<ushort> rest = stackalloc ushort[print.Rest.Length];
        for (var i = 0; i < rest.Length; i++) rest[i] = Matching.Shingles.Id(print.Rest[i]);
        return Load(new Traits(print.Title, print.Opening, rest, print.RestCount));
    }
}
