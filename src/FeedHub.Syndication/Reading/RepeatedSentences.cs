using FeedHub.Syndication.Reading.Article;

namespace FeedHub.Syndication.Reading;

/// <summary>
/// Sentences that one source puts under items of all kinds ("Ikuti kami di kanal kami …"): furniture, no part of any article. A value
/// learnt from the source's items as they come, by hash and of bounded size; kept per source and stored as bytes.
/// </summary>
public sealed class RepeatedSentences
{
    /// <summary>So many items with different titles make a sentence furniture; three may be follow-ups of one story.</summary>
    public const int MinTitles = 4;

    // What is furniture is seen again with every few items: what was not seen for so many sentences is forgotten.
    private const int MaxSentences = 400;
    private const int MaxItems = 256;

    private readonly Sightings _sightings;
    private readonly ulong[] _items;

    private RepeatedSentences(Sightings sightings, ulong[] items) => (_sightings, _items) = (sightings, items);

    /// <summary>Nothing learnt yet.</summary>
    public static RepeatedSentences None { get; } = new(new(0), []);

    /// <summary>How many sentences are known to be furniture.</summary>
    public int Count => Furniture()._sightings.Count;

    /// <summary>What is known with these items' sentences added; the same value if all of them were learnt before.</summary>
    public RepeatedSentences Learn(IEnumerable<ParsedItem> items) => Learn(items, TextLines.Of);

    /// <summary>The same with the lines of an item's text from who has them.</summary>
    internal RepeatedSentences Learn(IEnumerable<ParsedItem> items, Func<ParsedItem, IReadOnlyList<string>> linesOf)
    {
        var fresh = Fresh(items);
        if (fresh.Count == 0)
            return this;
        var sightings = _sightings.Copy(Math.Min(fresh.Count * Edges.Most, MaxSentences));
        var now = 0;
        foreach (var (_, sighting) in _sightings.All)
            now = Math.Max(now, sighting.Age);
        foreach (var (item, _) in fresh)
            Add(sightings, item, linesOf(item), ++now);
        sightings.KeepNewest(MaxSentences);
        return new(sightings, [.. _items.Concat(fresh.Select(f => f.Hash)).TakeLast(MaxItems)]);
    }

    /// <summary>A line of text without the sentences that are furniture.</summary>
    public string Without(string line)
    {
        if (_sightings.Count == 0 || !HasFurniture(line))
            return line;
        var kept = new List<string>();
        foreach (var sentence in Sentences.Of(line))
        {
            if (!IsFurniture(sentence))
                kept.Add(sentence.ToString());
        }

        return string.Join(' ', kept);
    }

    /// <summary>Only what is furniture: all that texts need; nothing can be learnt from it further.</summary>
    public RepeatedSentences Furniture()
    {
        var furniture = new Sightings(0);
        foreach (var (hash, sighting) in _sightings.All)
        {
            if (sighting.Titles >= MinTitles)
                furniture.Set(hash, sighting);
        }

        return new(furniture, []);
    }

    /// <summary>The value as bytes, 25 for each sentence in memory and 8 for each item, to be read back by
    /// <see cref="FromBytes"/>.</summary>
    public byte[] ToBytes() => RepeatedSentencesFormat.Write(_sightings, _items);

    /// <summary>The value from its bytes; <see cref="None"/> where there are none, or they are of another version.</summary>
    public static RepeatedSentences FromBytes(byte[]? bytes) =>
        RepeatedSentencesFormat.Read(bytes) is var (sightings, items) ? new(sightings, items) : None;

    private List<(ParsedItem Item, ulong Hash)> Fresh(IEnumerable<ParsedItem> items)
    {
        var seen = new HashSet<ulong>();
        return [.. items.Select(item => (Item: item, Hash: SentenceHash.Of(item.Title, TextLines.HtmlOf(item))))
            .Where(i => !_items.Contains(i.Hash) && seen.Add(i.Hash))];
    }

    private static void Add(Sightings sightings, ParsedItem item, IReadOnlyList<string> lines, int age)
    {
        var title = SentenceHash.OfTitle(item.Title);
        foreach (var hash in Edges.Hashes(lines))
            sightings.Set(hash, sightings.Of(hash)?.With(title, age) ?? new Sighting(title, null, title, 1, age));
    }

    private bool HasFurniture(string line)
    {
        foreach (var sentence in Sentences.Of(line))
        {
            if (IsFurniture(sentence))
                return true;
        }

        return false;
    }

    private bool IsFurniture(ReadOnlySpan<char> sentence) =>
        SentenceHash.Of(sentence) is { } hash && _sightings.Of(hash)?.Titles >= MinTitles;
}
