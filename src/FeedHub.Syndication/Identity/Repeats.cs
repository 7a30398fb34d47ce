namespace FeedHub.Syndication.Identity;

/// <summary>
/// The same item twice in one document. What is left after this and still shares a guid or link is, by the publisher's own
/// listing, different items: so a wrong decision here loses an item, and no single signal is enough.
/// </summary>
internal sealed class Repeats
{
    private readonly HashSet<(string Guid, string Place)> _crowded;
    private readonly Dictionary<Signature, int> _seen = [];
    private readonly List<ItemFacts> _distinct;

    private Repeats(IReadOnlyList<ItemFacts> items) => (_crowded, _distinct) = (Crowded(items), new(items.Count));

    /// <summary>The items without their repeats; the first wins, with what a repeat has beyond it. Linear in the number of items.</summary>
    public static List<ItemFacts> Remove(IReadOnlyList<ItemFacts> items)
    {
        var (guids, places) = (Shared(items.Select(i => i.Guid)), Shared(items.Select(i => i.Place)));
        var repeats = new Repeats(items);
        foreach (var item in items)
            repeats.Add(item, mayRepeat: item is { Guid: null, Place: null } || guids.Contains(item.Guid) || places.Contains(item.Place));
        return repeats._distinct;
    }

    // Most documents share nothing, and most items of the others neither: they need no second look.
    private static HashSet<string?> Shared(IEnumerable<string?> values)
    {
        var (seen, shared) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string?>(StringComparer.Ordinal));
        foreach (var value in values)
        {
            if (value is not null && !seen.Add(value))
                shared.Add(value);
        }

        return shared;
    }

    // A guid is often the link once more, so the two may be one signal. A publisher lists an article under its old and its
    // new headline; three headlines and more under one guid and link are that many articles.
    private static HashSet<(string Guid, string Place)> Crowded(IReadOnlyList<ItemFacts> items) =>
        items.Where(i => i is { Guid: not null, Place: not null })
            .GroupBy(i => (i.Guid!, i.Place!), Heading)
            .Where(g => g.Distinct().Skip(2).Any())
            .Select(g => g.Key)
            .ToHashSet();

    private void Add(ItemFacts item, bool mayRepeat)
    {
        var names = mayRepeat ? NamesOf(item).ToList() : [];
        if (names.Select(name => Find(name, item)).FirstOrDefault(place => place is not null) is { } place)
        {
            _distinct[place] = _distinct[place].FilledFrom(item);
            return;
        }

        foreach (var signature in names.SelectMany(name => SignaturesOf(name, item)))
            _seen.TryAdd(signature, _distinct.Count);
        _distinct.Add(item);
    }

    private IEnumerable<Name> NamesOf(ItemFacts item)
    {
        var heading = Heading(item);
        if (item.OwnGuid is { } guid)
            yield return new('h', guid, heading, Facets.DateOrText);
        if (item is { Guid: not null, Place: not null } && !_crowded.Contains((item.Guid, item.Place)))
            yield return new(
                'g',
                item.Guid,
                item.Place,
                item.Title is null ? Facets.Text : item.OwnGuid is null ? Facets.Date : Facets.DateOrText);
        if (item.Place is not null)
            yield return new('l', item.Place, heading, item.OwnGuid is null ? Facets.Date : Facets.SameDate);
        else if (item is { Guid: null, Seconds: not null })
            yield return new('d', heading, null, Facets.SameDate);
        else if (item.Guid is null)
            yield return new('w', item.Whole(), null, Facets.SameDate);
    }

    private int? Find(Name name, ItemFacts item) =>
        name.Facets == Facets.SameDate ? At(name.Date(item.Seconds))
        : name.Facets == Facets.Date ? ByDate(name, item)
        : name.Facets == Facets.Text ? ByText(name, item)
        : ByDate(name, item) ?? ByText(name, item);

    // What one of the two does not say speaks not against it.
    private int? ByDate(Name name, ItemFacts item) =>
        item.Seconds is { } seconds ? At(name.Date(seconds)) ?? At(name.Date(null)) : At(name.Any());

    private int? ByText(Name name, ItemFacts item) =>
        item.Text is { } text ? At(name.Text(text)) ?? At(name.Text(null)) : At(name.Any());

    private int? At(Signature signature) => _seen.TryGetValue(signature, out var place) ? place : null;

    private static IEnumerable<Signature> SignaturesOf(Name name, ItemFacts item)
    {
        yield return name.Any();
        yield return name.Date(item.Seconds);
        if (name.Facets is Facets.Text or Facets.DateOrText)
            yield return name.Text(item.Text);
    }

    private static string Heading(ItemFacts item) => item.Title ?? item.Whole();

    /// <summary>What besides the name must agree for a repeat.</summary>
    private enum Facets
    {
        /// <summary>The date, where both have one.</summary>
        Date,

        /// <summary>The date, or that neither has one.</summary>
        SameDate,

        /// <summary>The text, where both have one.</summary>
        Text,

        /// <summary>One of date and text, where both have it.</summary>
        DateOrText,
    }

    private readonly record struct Name(char Kind, string First, string? Second, Facets Facets)
    {
        public Signature Any() => new(Kind, First, Second, '*', null, null);

        public Signature Date(long? seconds) => new(Kind, First, Second, 'd', seconds, null);

        public Signature Text(string? text) => new(Kind, First, Second, 't', null, text);
    }

    /// <summary>A combination that no two different items of one document share.</summary>
    private readonly record struct Signature(char Kind, string First, string? Second, char Facet, long? Seconds, string? Text);
}
