using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Erases a story inside the writer's transaction: only hashes are left, by which its items are refused from then on.</summary>
internal sealed class StoryErasure(WriteSession session)
{
    private const string Gone = "(SELECT StoryId FROM Erased)";

    private const string DropLabels = $"""
        DELETE FROM Labels WHERE EXISTS (SELECT 1 FROM Items i JOIN Sources s ON s.Id = i.SourceId WHERE i.StoryId IN {Gone} AND (
          (Labels.First ->> 'Source' = s.Slug AND (Labels.First ->> 'Id' = i.Guid OR Labels.First ->> 'Url' = i.Url))
          OR (Labels.Second ->> 'Source' = s.Slug AND (Labels.Second ->> 'Id' = i.Guid OR Labels.Second ->> 'Url' = i.Url))))
        """;

    private const string DropCategoryLabels =
        $"DELETE FROM CategoryLabels WHERE Id IN (SELECT CategoryLabelId FROM Items WHERE StoryId IN {Gone} AND CategoryLabelId IS NOT NULL)";

    private const string EmptyAudit = """
        UPDATE AuditEntries SET "Before" = '{}', "After" = '{}' WHERE Target IN (SELECT 'story ' || StoryId FROM Erased)
        """;

    /// <summary>Returns the numbers that lead nowhere any more: the story's and those of what was joined into it; none if there is no such
    /// story.</summary>
    public IReadOnlyList<long> Run(long storyId, DateTimeOffset now)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Erased (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Erased");
        session.Execute("INSERT INTO Erased SELECT Id FROM Stories WHERE Id = ?1", storyId);
        session.Execute($"INSERT INTO Erased SELECT Id FROM JoinedStories WHERE StoryId IN {Gone}");
        var gone = session.Query("SELECT StoryId FROM Erased", row => row.GetInt64(0));
        if (gone.Count > 0)
            Erase(now);
        return gone;
    }

    private void Erase(DateTimeOffset now)
    {
        session.Execute("INSERT OR IGNORE INTO ErasedKeys SELECT value FROM json_each(?1)", StoredJson.Write(Tombstones()));
        session.Execute(DropLabels);
        session.Execute(DropCategoryLabels);
        session.Execute(EmptyAudit);
        new PurgedStories(session, Gone).Purge();
        session.Execute("INSERT OR REPLACE INTO ErasedStories (Id, At) SELECT StoryId, ?1 FROM Erased", now);
    }

    private List<long> Tombstones() =>
    [
        .. session.Query(
            $"SELECT s.UrlKey, k.Hash FROM Items i JOIN Sources s ON s.Id = i.SourceId JOIN ItemKeys k ON k.SourceId = s.Id "
                + $"AND k.ItemId = i.Id WHERE i.StoryId IN {Gone}",
            row => ErasedIdentity.OfKey(row.GetString(0), row.GetInt64(1))),
        .. session.Query($"SELECT Hash FROM StoryKeys WHERE StoryId IN {Gone}", row => ErasedIdentity.OfAddress(row.GetInt64(0))),
        .. session.Query(
            $"SELECT TextHash FROM Items WHERE StoryId IN {Gone} AND TextHash <> 0 AND TextLength >= ?1",
            row => ErasedIdentity.OfText(row.GetInt64(0)),
            ErasedIdentity.LeastText),
        .. session.Query(
            $"SELECT s.UrlKey, i.TextHash FROM Items i JOIN Sources s ON s.Id = i.SourceId WHERE i.StoryId IN {Gone} AND i.TextHash <> 0 "
                + "AND i.TextLength < ?1 AND length(i.Title) >= ?2",
            row => ErasedIdentity.OfShortText(row.GetString(0), row.GetInt64(1)),
            ErasedIdentity.LeastText, ErasedIdentity.LeastTitle),
    ];
}
