using FeedHub.Syndication.Reading.Again;

namespace FeedHub.Model.Stories;

/// <summary>What is known of the items that a source's last document listed.</summary>
public sealed class KnownListing
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownListing Nothing = new([], null);

    private readonly Dictionary<long, long[]> _byRaw;

    /// <summary>These pairs of an item's id and content hash, oldest first, of this document, if it is known by its bytes.</summary>
    public KnownListing(IReadOnlyList<long[]> items, LastDocument? last)
    {
        var hashes = new HashSet<long>(items.Count);
        foreach (var item in items)
            hashes.Add(item[1]);
        (ContentHashes, _byRaw) = (hashes, []);
        if (last is null || last.Items.Count != items.Count)
            return;
        (Last, _byRaw) = (last, new(items.Count));
        for (var i = 0; i < items.Count; i++)
            _byRaw[last.Items[i].Raw] = items[^(i + 1)];
    }

    /// <summary>Content hashes of its items: what has one of these is known as it is.</summary>
    public IReadOnlySet<long> ContentHashes { get; }

    /// <summary>Its items by their bytes, or null.</summary>
    public LastDocument? Last { get; }

    /// <summary>Id and content hash of the item of these bytes, or null.</summary>
    public long[]? Of(long raw) => _byRaw.GetValueOrDefault(raw);
}
