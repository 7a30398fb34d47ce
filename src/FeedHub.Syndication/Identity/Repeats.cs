namespace FeedHub.Syndication.Identity;

/// <summary>
/// The same item twice in one document. What is left after this and still shares a guid or link is, by the publisher's own
/// listing, different items: so a wrong decision here loses an item, and no single signal is enough.
/// </summary>
internal static class Repeats
{
    /// <summary>The items without their repeats; the first wins. Linear in the number of items.</summary>
    public static List<ItemFacts> TakeOut(IEnumerable<ItemFacts> items)
    {
        var seen = new HashSet<Signature>();
        var distinct = new List<ItemFacts>();
        foreach (var item in items)
        {
            var signatures = SignaturesOf(item).ToArray();
            if (signatures.Any(seen.Contains))
                continue;
            distinct.Add(item);
            seen.UnionWith(signatures);
        }

        return distinct;
    }

    private static IEnumerable<Signature> SignaturesOf(ItemFacts item)
    {
        var heading = item.Title ?? item.Whole();
        if (item.Guid is not null)
            yield return new('h', item.Guid, heading, null);
        // A guid is often the link once more, so these two count as one signal, and the time must agree as well.
        if (item.Guid is not null && item.Link is not null && item.Seconds is not null)
            yield return new('g', item.Guid, item.Link, item.Seconds);
        if (item.Link is not null)
            yield return new('l', item.Link, heading, item.Seconds);
        if (item.Guid is null)
            yield return Unnamed(item, heading);
    }

    private static Signature Unnamed(ItemFacts item, string heading) => item switch
    {
        { Link: not null } => new('u', item.Link, heading, null),
        { Seconds: not null } => new('d', heading, null, item.Seconds),
        _ => new('w', item.Whole(), null, null),
    };

    /// <summary>A combination that no two different items of one document share.</summary>
    private readonly record struct Signature(char Kind, string First, string? Second, long? Seconds);
}
