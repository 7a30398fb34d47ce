using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Identity;

/// <summary>Guids that several different items of one document carry: proof that the source's guids name nothing.</summary>
internal static class SharedGuids
{
    private const int ShownLength = 80;

    /// <summary>What is wrong with the guids, in words for an admin; null if nothing is.</summary>
    public static Reason? Describe(IEnumerable<ItemFacts> distinct)
    {
        var shared = distinct.Where(i => i.Guid is not null).GroupBy(i => i.Guid).Where(g => g.Skip(1).Any()).ToList();
        if (shared.Count == 0)
            return null;
        var guid = shared[0].Key!;
        var shown = guid.Length <= ShownLength ? guid : guid[..ShownLength] + "…";
        return shared.Count == 1
            ? Reason.Of(ReasonCode.GuidShared, shared[0].Count(), shown)
            : Reason.Of(ReasonCode.GuidsShared, shared[0].Count(), shown, shared.Count - 1);
    }
}
