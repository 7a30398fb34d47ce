using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A hash (<see cref="LastingIdentity"/>) of an item of a story.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Hash">The hash.</param>
/// <param name="ItemId">The item; null for an address, which its story keeps.</param>
internal readonly record struct LastingHash(long StoryId, long Hash, long? ItemId = null);

/// <summary>Reads what the items of stories will be recognised by.</summary>
/// <param name="session">The writer's.</param>
/// <param name="stories">A subquery of the stories' keys.</param>
internal sealed class LastingHashes(WriteSession session, string stories)
{
    private string Items => $"FROM Items i JOIN Sources s ON s.Id = i.SourceId WHERE i.StoryId IN {stories}";

    /// <summary>All of them, some of them twice.</summary>
    public IEnumerable<LastingHash> Read() => [.. ReadKeys(), .. Guids(), .. Addresses(), .. Texts(), .. TextsInSources()];

    /// <summary>Those that no other story is known by: a guid, an address or a text that an item elsewhere has too is that one's as
    /// well, and stays known in its own source alone.</summary>
    public IEnumerable<LastingHash> ReadOwn()
    {
        var shared = SharedHashes.Read(session, stories);
        return Read().Where(hash => !shared.Contains(hash.Hash));
    }

    /// <summary>Those of the items' keys within their sources.</summary>
    public IEnumerable<LastingHash> ReadKeys() => InSources(
        "SELECT i.StoryId, k.Hash, i.Id, s.UrlKey, s.FormerUrl FROM Items i JOIN Sources s ON s.Id = i.SourceId JOIN ItemKeys k "
            + $"ON k.SourceId = s.Id AND k.ItemId = i.Id WHERE i.StoryId IN {stories}",
        LastingIdentity.OfKey);

    private IEnumerable<LastingHash> Guids() => session
        .Query(
            $"SELECT i.StoryId, i.Guid, i.Id {Items} AND i.Guid IS NOT NULL",
            row => (Story: row.GetInt64(0), Guid: row.GetString(1), Item: row.GetInt64(2)))
        .Where(row => EntryId.GloballyUnique(row.Guid) is not null)
        .Select(row => new LastingHash(row.Story, LastingIdentity.OfGuid(row.Guid), row.Item));

    private List<LastingHash> Addresses() => session.Query(
        $"SELECT StoryId, Hash FROM StoryKeys WHERE StoryId IN {stories}",
        row => new LastingHash(row.GetInt64(0), LastingIdentity.OfAddress(row.GetInt64(1))));

    private List<LastingHash> Texts() => session.Query(
        $"SELECT i.StoryId, i.TextHash, i.Id {Items} AND i.TextHash <> 0 AND i.TextLength >= ?1",
        row => new LastingHash(row.GetInt64(0), LastingIdentity.OfText(row.GetInt64(1)), row.GetInt64(2)),
        LastingIdentity.LeastText);

    private IEnumerable<LastingHash> TextsInSources() => InSources(
        $"SELECT i.StoryId, i.TextHash, i.Id, s.UrlKey, s.FormerUrl {Items} AND i.TextHash <> 0 AND (i.TextLength >= ?1 "
            + "OR length(i.Title) >= ?2)",
        LastingIdentity.OfTextIn, LastingIdentity.LeastText, LastingIdentity.LeastTitle);

    private IEnumerable<LastingHash> InSources(
        string sql, Func<string, long, long> hash, params ReadOnlySpan<object?> parameters) =>
        session.Query(
                sql, row => (Story: row.GetInt64(0), Hash: row.GetInt64(1), Item: row.GetInt64(2), Sources: SourcesOf(row)), parameters)
            .SelectMany(row => row.Sources.Select(source => new LastingHash(row.Story, hash(source, row.Hash), row.Item)));

    private static IReadOnlyList<string> SourcesOf(DbDataReader row) =>
        LastingIdentity.SourceKeys(row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4));
}
