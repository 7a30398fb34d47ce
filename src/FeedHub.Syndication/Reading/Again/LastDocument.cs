using System.Buffers.Binary;

namespace FeedHub.Syndication.Reading.Again;

/// <summary>An item of the last document.</summary>
/// <param name="Raw">Hash of its bytes.</param>
/// <param name="Keys">Hashes of its keys.</param>
public sealed record LastItem(long Raw, IReadOnlyList<long> Keys);

/// <summary>
/// What is kept of a document so that of the next one only what is new is read: what stood around its items, and each item's bytes as a
/// hash. It is there only for documents that were well-formed, and whose items were each one of its own.
/// </summary>
public sealed class LastDocument
{
    private readonly Dictionary<long, LastItem> _byRaw;

    /// <summary>A document with this frame and these items, in its order.</summary>
    public LastDocument(long frame, IReadOnlyList<LastItem> items)
    {
        (Frame, Items) = (frame, items);
        _byRaw = new(items.Count);
        foreach (var item in items)
            _byRaw[item.Raw] = item;
    }

    /// <summary>Hash of what stood around its items.</summary>
    public long Frame { get; }

    /// <summary>Its items, in its order.</summary>
    public IReadOnlyList<LastItem> Items { get; }

    /// <summary>Its items by the hashes of their bytes.</summary>
    internal IReadOnlyDictionary<long, LastItem> ByRaw => _byRaw;

    /// <summary>The item of these bytes, or null.</summary>
    public LastItem? Of(long raw) => _byRaw.GetValueOrDefault(raw);

    /// <summary>The value as bytes, to be read back by <see cref="FromBytes"/>: 8 for the frame, then for each item 8 for its hash, 1 for
    /// the number of its keys, and 8 for each of these.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[8 + Items.Sum(item => 9 + (8 * item.Keys.Count))];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Frame);
        var rest = bytes.AsSpan(8);
        foreach (var item in Items)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, item.Raw);
            rest[8] = (byte)item.Keys.Count;
            rest = rest[9..];
            foreach (var key in item.Keys)
            {
                BinaryPrimitives.WriteInt64LittleEndian(rest, key);
                rest = rest[8..];
            }
        }

        return bytes;
    }

    /// <summary>The value from its bytes; null where there are none, or they are of no document.</summary>
    public static LastDocument? FromBytes(byte[]? bytes)
    {
        if (bytes is not { Length: >= 8 })
            return null;
        var items = new List<LastItem>();
        for (var rest = bytes.AsSpan(8); !rest.IsEmpty;)
        {
            if (rest.Length < 9 || rest.Length < 9 + (8 * rest[8]))
                return null;
            var keys = new long[rest[8]];
            for (var i = 0; i < keys.Length; i++)
                keys[i] = BinaryPrimitives.ReadInt64LittleEndian(rest[(9 + (8 * i))..]);
            items.Add(new(BinaryPrimitives.ReadInt64LittleEndian(rest), keys));
            rest = rest[(9 + (8 * keys.Length))..];
        }

        var last = new LastDocument(BinaryPrimitives.ReadInt64LittleEndian(bytes), items);
        return last._byRaw.Count == items.Count ? last : null;
    }
}
