namespace FeedHub.Syndication.Identity;

/// <summary>
/// Keys for the distinct items of one document: each only if no other item of the document has it too, for then it names
/// neither of them.
/// </summary>
internal static class DocumentKeys
{
    public static IReadOnlyList<IdentifiedItem> Assign(List<ItemFacts> items, IdentityPolicy policy, bool isList, out bool isShared)
    {
        var all = items.ConvertAll(i => KeysOf(i, policy, isList).ToList());
        var keys = Unshared(all);
        var titlesAlone = items.Select((i, n) => keys[n].Count == 0 ? TitleAlone(i).ToList() : []).ToList();
        var titles = Unshared(titlesAlone);
        isShared = Count(keys) + Count(titles) < Count(all) + Count(titlesAlone);
        return items.Select((item, n) => Identified(item, [.. keys[n], .. titles[n]])).ToList();
    }

    private static IdentifiedItem Identified(ItemFacts item, List<ItemKey> keys)
    {
        if (keys.Count == 0)
            keys.Add(ItemKey.Of(KeyKind.TitleDate, "\n" + item.Whole()));
        return new IdentifiedItem(item.Item, keys, keys.Exists(k => k.Kind == KeyKind.Link) ? item.Link : null);
    }

    /// <summary>Keys of a guid and a canonical address.</summary>
    public static IReadOnlyList<ItemKey> Names(string? guid, string? link)
    {
        var keys = new List<ItemKey>(3);
        if (guid is not null)
            keys.Add(ItemKey.Of(KeyKind.Guid, guid));
        if (link is not null)
            keys.Add(ItemKey.Of(KeyKind.Link, link));
        if (CanonicalUrl.PageOf(guid) is { } page)
            keys.Add(ItemKey.Of(KeyKind.GuidPath, page));
        return keys;
    }

    private static IEnumerable<ItemKey> KeysOf(ItemFacts item, IdentityPolicy policy, bool isList)
    {
        var guid = policy == IdentityPolicy.Guid || item is { Link: null, Title: null } ? item.Guid : null;
        foreach (var key in Names(guid, item.Link))
            yield return key;
        if (isList && ArticlePath.Alone(item.Link) is { } path)
        {
            yield return ItemKey.Of(KeyKind.Path, path);

            // The path alone leads to the first title that it had: one that is edited is to be known at the next look.
            if (item.Title is { } title)
                yield return ItemKey.Of(KeyKind.Path, $"{path}\n{title}");
        }

        if (item is { Title: not null, Seconds: not null })
            yield return ItemKey.Of(KeyKind.TitleDate, FormattableString.Invariant($"{item.Title}\n{item.Seconds}"));
    }

    private static IEnumerable<ItemKey> TitleAlone(ItemFacts item)
    {
        if (item is { Title: not null, Seconds: null })
            yield return ItemKey.Of(KeyKind.TitleDate, item.Title);
    }

    private static int Count(List<List<ItemKey>> keys) => keys.Sum(own => own.Count);

    private static List<List<ItemKey>> Unshared(List<List<ItemKey>> keys)
    {
        var counts = keys.SelectMany(k => k).CountBy(k => k).ToDictionary();
        return keys.ConvertAll(own => own.FindAll(k => counts[k] == 1));
    }
}
