using System.IO.Hashing;
using System.Text.Unicode;

namespace FeedHub.Syndication.Reading.Again;

/// <summary>
/// The items of an XML document as stretches of its bytes, from <c>&lt;item</c> or <c>&lt;entry</c> to their end tags, found without
/// reading it. In a well-formed document they are exactly its elements of these names.
/// </summary>
internal sealed class RawItems
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly List<RawItem> _items;

    private RawItems(ReadOnlyMemory<byte> body, List<RawItem> items) =>
        (_body, _items, Hashes) = (body, items, items.ConvertAll(item => item.Hash));

    /// <summary>Hash of each item's bytes, in document order.</summary>
    public IReadOnlyList<long> Hashes { get; }

    /// <summary>The document's items; null where they cannot be told: no XML, another encoding than UTF-8, items in items, or two alike.</summary>
    public static RawItems? Find(ReadOnlyMemory<byte> body)
    {
        if (new RawItemScanner(body.Span).Scan() is not { Count: > 0 } places || !Utf8.IsValid(body.Span))
            return null;
        var items = places.ConvertAll(place => new RawItem(place, (long)XxHash3.HashToUInt64(body.Span[place])));
        return items.DistinctBy(item => item.Hash).Count() == items.Count ? new(body, items) : null;
    }

    /// <summary>The document without the items of these hashes.</summary>
    public byte[] Without(IReadOnlyDictionary<long, LastItem> known)
    {
        using var rest = new MemoryStream();
        var from = 0;
        foreach (var item in _items.Where(item => known.ContainsKey(item.Hash)))
        {
            rest.Write(_body.Span[from..item.Place.Start.Value]);
            from = item.Place.End.Value;
        }

        rest.Write(_body.Span[from..]);
        return rest.ToArray();
    }

    /// <summary>True if one of the items that are not known has a description that others have too: then it may be the programme's, which
    /// only the whole document tells.</summary>
    public bool SharesDescription(IReadOnlyDictionary<long, LastItem> known) =>
        _items.Where(item => !known.ContainsKey(item.Hash)).Any(item => IsTwice(Description(_body.Span[item.Place])));

    private bool IsTwice(ReadOnlySpan<byte> text)
    {
        var at = text.IsEmpty ? -1 : _body.Span.IndexOf(text);
        return at >= 0 && _body.Span[(at + text.Length)..].IndexOf(text) >= 0;
    }

    private static ReadOnlySpan<byte> Description(ReadOnlySpan<byte> item)
    {
        var start = item.IndexOf("<description"u8);
        if (start < 0)
            return [];
        var rest = item[start..];
        var end = rest.IndexOf("</description"u8);
        return end < 0 ? [] : rest[..end];
    }

    private readonly record struct RawItem(Range Place, long Hash);
}
