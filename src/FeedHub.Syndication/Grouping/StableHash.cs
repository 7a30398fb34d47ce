namespace FeedHub.Syndication.Grouping;

/// <summary>A hash of values in their order (FNV-1a, 32 bits), the same in every process.</summary>
internal ref struct StableHash
{
    private const uint Prime = 16777619;

    private uint _hash = 2166136261;

    public StableHash()
    {
    }

    public readonly int Value => (int)_hash;

    public void Add(ulong value)
    {
        for (; value > 0; value >>= 16)
            Step((ushort)value);
        Step(0);
    }

    public void Add(ReadOnlySpan<ushort> words)
    {
        foreach (var word in words)
            Step(word);
        Step(0);
    }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            Step(letter);
        Step(0);
    }

    private void Step(ushort value) => _hash = (_hash ^ value) * Prime;
}
