using System.IO.Hashing;
using System.Text.Unicode;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Again;

/// <summary>
/// The items of a document as stretches of its bytes, found without reading it. In XML they go from <c>&lt;item</c> or <c>&lt;entry</c>
/// to their end tags: in a well-formed document they are exactly its elements of these names. In JSON they are what the feed's list holds.
/// </summary>
internal sealed class RawItems
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly List<RawItem> _items;
    private readonly RawJson? _json;

    private RawItems(ReadOnlyMemory<byte> body, List<RawItem> items, RawJson? json) =>
        (_body, _items, _json, Hashes) = (body, items, json, items.ConvertAll(item => item.Hash));

    /// <summary>Hash of each item's bytes, in document order.</summary>
    public IReadOnlyList<long> Hashes { get; }

    /// <summary>For a JSON Feed whether its titles are HTML, by all of them (<see cref="JsonTitles"/>); null for others.</summary>
    public bool? TitlesAreMarkup => _json is null ? null : !_json.IsOurs && JsonTitles.AreMarkup(_json.Titles);

    /// <summary>The document's items; null where they cannot be told: neither XML nor JSON, another encoding than UTF-8, items in items, or
    /// two alike.</summary>
    public static RawItems? Find(ReadOnlyMemory<byte> body)
    {
        var json = RawJsonScanner.Scan(body.Span);
        if ((json?.Places ?? new RawItemScanner(body.Span).Scan()) is not { Count: > 0 } places || !Utf8.IsValid(body.Span))
            return null;
        var items = places.ConvertAll(place => new RawItem(place, (long)XxHash3.HashToUInt64(body.Span[place])));
        return items.DistinctBy(item => item.Hash).Count() == items.Count ? new(body, items, json) : null;
    }

    /// <summary>The document without the items of these hashes.</summary>
    public byte[] Without(IReadOnlyDictionary<long, LastItem> known)
    {
        using var rest = new MemoryStream();
        if (_json is not null)
            return WithoutOfList(known, rest);
        var from = 0;
        foreach (var item in _items.Where(item => known.ContainsKey(item.Hash)))
        {
            rest.Write(_body.Span[from..item.Place.Start.Value]);
            from = item.Place.End.Value;
        }

        rest.Write(_body.Span[from..]);
        return rest.ToArray();
    }

    // What stands between the items of a list is commas, white space and comments.
    private byte[] WithoutOfList(IReadOnlyDictionary<long, LastItem> known, MemoryStream rest)
    {
        rest.Write(_body.Span[.._items[0].Place.Start.Value]);
        foreach (var (n, item) in _items.Where(item => !known.ContainsKey(item.Hash)).Index())
        {
            rest.Write(n == 0 ? [] : ","u8);
            rest.Write(_body.Span[item.Place]);
        }

        rest.Write(_body.Span[_items[^1].Place.End.Value..]);
        return rest.ToArray();
    }

    /// <summary>True if one of the items that are not known has a description that others have too: then it may be the programme's, which
    /// only the whole document tells.</summary>
    public bool SharesDescription(IReadOnlyDictionary<long, LastItem> known) =>
        _json is null && _items.Where(item => !known.ContainsKey(item.Hash)).Any(item => IsTwice(Description(_body.Span[item.Place])));

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
