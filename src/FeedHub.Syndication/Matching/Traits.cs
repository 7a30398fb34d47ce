namespace FeedHub.Syndication.Matching;

/// <summary>A fingerprint as it is compared, in any kind of memory: spans of 16-bit ids.</summary>
internal readonly ref struct Traits
{
    public Traits(ReadOnlySpan<ushort> title, ReadOnlySpan<ushort> opening, ulong names, ReadOnlySpan<ushort> rest, int restCount)
    {
        Title = title;
        Opening = opening;
        Names = names;
        Rest = rest;
        RestCount = restCount;
    }

    public ReadOnlySpan<ushort> Title { get; }

    public ReadOnlySpan<ushort> Opening { get; }

    /// <summary>A bit for each word of <see cref="Opening"/> that is a name.</summary>
    public ulong Names { get; }

    /// <summary>Ids of the sampled shingles.</summary>
    public ReadOnlySpan<ushort> Rest { get; }

    public int RestCount { get; }

    /// <summary>For how many shingles one of the sample stands; 1 or more.</summary>
    public double RestWeight => Rest.Length == 0 ? 1 : (double)RestCount / Rest.Length;
}
