using System.Data.Common;
using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Categories;

/// <summary>Walks over the stored items inside the writer's transaction: what is different, and how far they are.</summary>
internal static class RetagWalks
{
    // What a poll or a person changed since it was read is left as they want it.
    private const string WriteTags = """
        UPDATE Items SET Tags = j.value ->> 1 FROM json_each(?1) j
        WHERE Items.Id = CAST(j.value ->> 0 AS bigint) AND Items.ContentHash = CAST(j.value ->> 2 AS bigint)
          AND Items.CategoryLabelId IS NULL
        """;

    private const string WriteDropped = """
        UPDATE Items SET Dropped = j.value ->> 1 FROM json_each(?1) j
        WHERE Items.Id = CAST(j.value ->> 0 AS bigint) AND Items.ContentHash = CAST(j.value ->> 2 AS bigint)
        """;

    /// <summary>The walk begins below this id, and has so many items before it.</summary>
    public static int Begin(WriteSession session, long retagId, long before, long total) =>
        session.Execute("UPDATE Retags SET Before = ?2, Total = ?3 WHERE Id = ?1", retagId, before, total);

    /// <summary>Writes a batch with how far the walk is; null where the walk was given up meanwhile.</summary>
    public static Retag? Write(WriteSession session, long retagId, RetagBatch batch, DateTimeOffset now)
    {
        if (session.Scalar<long>("SELECT count(*) FROM Retags WHERE Id = ?1 AND FinishedAt IS NULL", retagId) == 0)
            return null;
        var changed = batch.Changed.Count == 0 ? 0 : Write(session, batch.Changed, now);
        changed += batch.Redropped.Count == 0 ? 0 : Write(session, batch.Redropped, now);
        session.Execute(
            "UPDATE Retags SET Done = Done + ?2, Changed = Changed + ?3, Before = ?4 WHERE Id = ?1", retagId, batch.Looked,
            changed, batch.Before);
        return session.Query(
            "SELECT Reason, SourceId, Total, Done, Changed FROM Retags WHERE Id = ?1",
            row => Map(row, retagId, batch.Before),
            retagId)[0];
    }

    /// <summary>The walk is at its end, unless it was given up before.</summary>
    public static int Finish(WriteSession session, long retagId, DateTimeOffset now) =>
        session.Execute("UPDATE Retags SET FinishedAt = ?2 WHERE Id = ?1 AND FinishedAt IS NULL", retagId, now);

    private static int Write(WriteSession session, IReadOnlyList<RetaggedItem> items, DateTimeOffset now)
    {
        var changed = session.Execute(
            WriteTags,
            StoredJson.Write(items.Select(i => new object[] { i.Id, StoredJson.Write(i.Tags), i.ContentHash })));
        var stories = items.Select(i => i.StoryId).ToHashSet();
        StoryTags.Rewrite(session, stories);
        StoryTags.Touch(session, stories, now);
        return changed;
    }

    private static int Write(WriteSession session, IReadOnlyList<RedroppedItem> items, DateTimeOffset now)
    {
        var changed = session.Execute(
            WriteDropped,
            StoredJson.Write(items.Select(i => new object?[] { i.Id, i.Rule, i.ContentHash })));
        DroppedStories.Renew(session, items.Select(i => i.StoryId).ToHashSet(), now);
        return changed;
    }

    private static Retag Map(DbDataReader row, long retagId, long before) => new()
    {
        Id = retagId,
        Reason = Reason.FromStored(row.GetString(0)),
        SourceId = row.IsDBNull(1) ? null : row.GetInt64(1),
        Before = before,
        Total = row.GetInt64(2),
        Done = row.GetInt64(3),
        Changed = row.GetInt64(4),
    };
}
