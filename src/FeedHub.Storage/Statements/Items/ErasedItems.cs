using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Knows erased items again, inside the writer's transaction.</summary>
internal sealed class ErasedItems(WriteSession session, long sourceId)
{
    private const string Find = "SELECT count(*) FROM ErasedKeys WHERE Hash IN (SELECT value FROM json_each(?1))";

    private readonly Lazy<string?> _sourceKey = new(() => session.Scalar<string>(
        "SELECT UrlKey FROM Sources WHERE Id = ?1 AND EXISTS (SELECT 1 FROM ErasedKeys)",
        sourceId));

    /// <summary>Whether the item is one that was erased, by a key, its address or its text.</summary>
    public bool Has(ReadyItem item) =>
        _sourceKey.Value is { } source && session.Scalar<long>(Find, StoredJson.Write(Hashes(item, source))) > 0;

    private static IEnumerable<long> Hashes(ReadyItem item, string source)
    {
        foreach (var key in item.Identified.Keys)
            yield return ErasedIdentity.OfKey(source, key.Hash);
        if (item.Identified.CanonicalUrl is { } address)
            yield return ErasedIdentity.OfAddress(ItemIdentity.Hash(address));
        if (item.Reading.TextLength >= ErasedIdentity.LeastText)
            yield return ErasedIdentity.OfText(item.Reading.TextHash);
        else if (item.Identified.Item.Title?.Length >= ErasedIdentity.LeastTitle)
            yield return ErasedIdentity.OfShortText(source, item.Reading.TextHash);
    }
}
