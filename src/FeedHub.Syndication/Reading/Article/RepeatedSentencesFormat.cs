using System.Buffers.Binary;

namespace FeedHub.Syndication.Reading.Article;

/// <summary>The bytes in which a source's repeated sentences are stored: version, sentences, items learnt; numbers little-endian.</summary>
internal static class RepeatedSentencesFormat
{
    private const byte Version = 1;
    private const int SightingSize = 8 + 4 + 4 + 4 + 1 + 4;

    public static byte[] Write(Sightings sightings, ulong[] items)
    {
        var bytes = new byte[1 + 4 + (sightings.Count * SightingSize) + (items.Length * 8)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), sightings.Count);
        var rest = bytes.AsSpan(5);
        foreach (var (hash, sighting) in sightings.All)
        {
            Write(rest, hash, sighting);
            rest = rest[SightingSize..];
        }

        foreach (var item in items)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, item);
            rest = rest[8..];
        }

        return bytes;
    }

    /// <summary>What was written, or null if it is not whole or of another version.</summary>
    public static (Sightings Sightings, ulong[] Items)? Read(byte[]? bytes)
    {
        if (bytes is not [Version, _, _, _, _, ..])
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(1));
        if (count < 0 || (bytes.Length - 5) / SightingSize < count)
            return null;
        var sightings = new Sightings(count);
        for (var i = 0; i < count; i++)
            Read(bytes.AsSpan(5 + (i * SightingSize)), sightings);
        var rest = bytes.AsSpan(5 + (count * SightingSize));
        var items = new ulong[rest.Length / 8];
        for (var i = 0; i < items.Length; i++)
            items[i] = BinaryPrimitives.ReadUInt64LittleEndian(rest[(i * 8)..]);
        return (sightings, items);
    }

    private static void Write(Span<byte> to, ulong hash, Sighting sighting)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(to, hash);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], sighting.First);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], sighting.Second ?? 0);
        BinaryPrimitives.WriteUInt32LittleEndian(to[16..], sighting.Last);
        to[20] = (byte)sighting.Titles;
        BinaryPrimitives.WriteInt32LittleEndian(to[21..], sighting.Age);
    }

    private static void Read(ReadOnlySpan<byte> from, Sightings to)
    {
        var titles = from[20];
        to.Set(BinaryPrimitives.ReadUInt64LittleEndian(from), new(
            BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
            titles > 1 ? BinaryPrimitives.ReadUInt32LittleEndian(from[12..]) : null,
            BinaryPrimitives.ReadUInt32LittleEndian(from[16..]),
            titles,
            BinaryPrimitives.ReadInt32LittleEndian(from[21..])));
    }
}
