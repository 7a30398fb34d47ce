namespace FeedHub.Syndication.Identity;

/// <summary>
/// The same item twice in one document. What is left after this and still shares a guid or link is, by the publisher's own
/// listing, different items: so a wrong decision here loses an item, and no single signal is enough.
/// </summary>
internal static class Repeats
{
    /// <summary>The items without their repeats; the first wins. Linear in the number of items.</summary>
    public static List<ItemFacts> TakeOut(IReadOnlyList<ItemFacts> items)
    {
        var crowded = Crowded(items);
        var seen = new HashSet<Signature>();
        var distinct = new List<ItemFacts>();
        foreach (var item in items)
        {
            var signatures = SignaturesOf(item).Where(s => !crowded.Contains(s)).ToArray();
            if (signatures.Any(seen.Contains))
                continue;
            distinct.Add(item);
            seen.UnionWith(signatures);
        }

        return distinct;
    }

    // A guid is often the link once more, so the two may be one signal. A publisher lists an article under its old and its
    // new headline; three headlines and more under one guid and link are that many articles.
    private static HashSet<Signature> Crowded(IReadOnlyList<ItemFacts> items) =>
        items.Where(i => i is { Guid: not null, Place: not null })
            .GroupBy(GuidAndPlace, Heading)
            .Where(g => g.Distinct().Skip(2).Any())
            .Select(g => g.Key)
            .ToHashSet();

    private static IEnumerable<Signature> SignaturesOf(ItemFacts item)
    {
        if (item.Guid is not null)
            yield return new('h', item.Guid, Heading(item), null);
        if (item is { Guid: not null, Place: not null })
            yield return GuidAndPlace(item);
        if (item.Place is not null)
            yield return new('l', item.Place, Heading(item), item.Seconds);
        if (item.Guid is null)
            yield return Unnamed(item);
    }

    private static Signature GuidAndPlace(ItemFacts item) => new('g', item.Guid!, item.Place, null);

    private static Signature Unnamed(ItemFacts item) => item switch
    {
        { Place: not null } => new('u', item.Place, Heading(item), null),
        { Seconds: not null } => new('d', Heading(item), null, item.Seconds),
        _ => new('w', item.Whole(), null, null),
    };

    private static string Heading(ItemFacts item) => item.Title ?? item.Whole();

    /// <summary>A combination that no two different items of one document share.</summary>
    private readonly record struct Signature(char Kind, string First, string? Second, long? Seconds);
}
