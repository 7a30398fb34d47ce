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

    private readonly IReadOnlyDictionary<ulong, Sighting> _sightings;
    private readonly IReadOnlyCollection<ulong> _items;

    private RepeatedSentences(IReadOnlyDictionary<ulong, Sighting> sightings, IReadOnlyCollection<ulong> items) =>
        (_sightings, _items) = (sightings, items);

    /// <summary>Nothing learnt yet.</summary>
    public static RepeatedSentences None { get; } = new(new Dictionary<ulong, Sighting>(), []);

    /// <summary>How many sentences are known to be furniture.</summary>
    public int Count => _sightings.Values.Count(s => s.Titles >= MinTitles);

    /// <summary>What is known with these items' sentences added; the same value if all of them were learnt before.</summary>
    public RepeatedSentences Learn(IEnumerable<ParsedItem> items) => Learn(items, TextLines.Of);

    /// <summary>The same with the lines of an item's text from who has them.</summary>
    internal RepeatedSentences Learn(IEnumerable<ParsedItem> items, Func<ParsedItem, IReadOnlyList<string>> linesOf)
    {
        var known = _items.ToHashSet();
        var fresh = items.Select(item => (Item: item, Hash: SentenceHash.Of(item.Title, TextLines.HtmlOf(item))))
            .Where(i => known.Add(i.Hash))
            .ToList();
        if (fresh.Count == 0)
            return this;
        var sightings = new Dictionary<ulong, Sighting>(_sightings);
        var now = sightings.Count == 0 ? 0 : sightings.Values.Max(s => s.Age);
        foreach (var (item, _) in fresh)
            Add(sightings, item, linesOf(item), ++now);
        return new(Newest(sightings), [.. _items.Concat(fresh.Select(f => f.Hash)).TakeLast(MaxItems)]);
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
    public RepeatedSentences Furniture() => new(_sightings.Where(s => s.Value.Titles >= MinTitles).ToDictionary(), []);

    /// <summary>The value as bytes, 25 for each sentence in memory and 8 for each item, to be read back by
    /// <see cref="FromBytes"/>.</summary>
    public byte[] ToBytes() => RepeatedSentencesFormat.Write(_sightings, _items);

    /// <summary>The value from its bytes; <see cref="None"/> where there are none, or they are of another version.</summary>
    public static RepeatedSentences FromBytes(byte[]? bytes) =>
        RepeatedSentencesFormat.Read(bytes) is var (sightings, items) ? new(sightings, items) : None;

    private static void Add(Dictionary<ulong, Sighting> sightings, ParsedItem item, IReadOnlyList<string> lines, int age)
    {
        var title = SentenceHash.OfTitle(item.Title);
        foreach (var hash in Edges.Hashes(lines))
            sightings[hash] = sightings.TryGetValue(hash, out var known)
                ? known.With(title, age)
                : new Sighting(title, null, title, 1, age);
    }

    // Of one age those that stand first.
    private static Dictionary<ulong, Sighting> Newest(Dictionary<ulong, Sighting> sightings)
    {
        if (sightings.Count <= MaxSentences)
            return sightings;
        KeyValuePair<ulong, Sighting>[] all = [.. sightings];
        var order = new long[all.Length];
        for (var i = 0; i < all.Length; i++)
            order[i] = (-(long)all[i].Value.Age << 32) | (uint)i;
        Array.Sort(order, all);
        return new(all.AsSpan(0, MaxSentences).ToArray());
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
        SentenceHash.Of(sentence) is { } hash && _sightings.TryGetValue(hash, out var seen) && seen.Titles >= MinTitles;
}
