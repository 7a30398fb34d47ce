namespace FeedHub.Syndication.Identity;

/// <summary>Guids that several different items of one document carry: proof that the source's guids name nothing.</summary>
internal static class SharedGuids
{
    private const int ShownLength = 80;

    /// <summary>What is wrong with the guids, in words for an admin; null if nothing is.</summary>
    public static string? Describe(IEnumerable<ItemFacts> distinct)
    {
        var shared = distinct.Where(i => i.Guid is not null).GroupBy(i => i.Guid).Where(g => g.Skip(1).Any()).ToList();
        if (shared.Count == 0)
            return null;
        var guid = shared[0].Key!;
        var shown = guid.Length <= ShownLength ? guid : guid[..ShownLength] + "…";
        var others = shared.Count == 1 ? "" : FormattableString.Invariant($" (and {shared.Count - 1} more such guids)");
        return FormattableString.Invariant(
            $"{shared[0].Count()} different items share the guid '{shown}'{others}: from now on the link names this source's items");
    }
}
