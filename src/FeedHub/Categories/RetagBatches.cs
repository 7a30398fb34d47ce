using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>An item that has other categories now.</summary>
internal sealed record RetaggedItem(long Id, long StoryId, long ContentHash, IReadOnlyList<Tag> Tags);

/// <summary>A few items of a walk.</summary>
/// <param name="Looked">How many were looked at; 0: the walk is at its end.</param>
/// <param name="Before">The walk goes on below this id.</param>
/// <param name="Changed">Those that have other categories now.</param>
internal sealed record RetagBatch(int Looked, long Before, IReadOnlyList<RetaggedItem> Changed);

/// <summary>The steps of a walk: reading and deciding, then writing what is different.</summary>
public sealed class RetagBatches(IDbContextFactory<FeedHubDb> databases, Taggers taggers)
{
    /// <summary>Items in one transaction at most: polls wait no longer than this takes.</summary>
    private const int Size = 200;

    /// <summary>The next items, newest first, with what they would get today. Labelled ones keep what they have.</summary>
    internal async Task<RetagBatch> ReadAsync(Retag retag, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = await db.Items.AsNoTracking().Include(i => i.Source)
            .Where(i => i.Id < retag.Before && (retag.SourceId == null || i.SourceId == retag.SourceId))
            .OrderByDescending(i => i.Id).Take(Size).ToListAsync(cancellation);
        var changed = new List<RetaggedItem>();
        foreach (var item in items.Where(i => i.CategoryLabelId is null))
        {
            cancellation.ThrowIfCancellationRequested();
            var tags = taggers.For(item.SourceId).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source));
            if (!Reasons.SayTheSame(tags, item.Tags))
                changed.Add(new(item.Id, item.StoryId, item.ContentHash, tags));
        }

        return new(items.Count, items.Count == 0 ? 0 : items[^1].Id, changed);
    }

    /// <summary>Writes a batch with how far the walk is; null where the walk was given up meanwhile.</summary>
    internal static Retag? Write(WriteSession session, long retagId, RetagBatch batch, DateTimeOffset now)
    {
        if (session.Scalar<long>("SELECT count(*) FROM Retags WHERE Id = ?1 AND FinishedAt IS NULL", retagId) == 0)
            return null;
        var changed = batch.Changed.Count == 0 ? 0 : Write(session, batch.Changed, now);
        session.Execute(
            "UPDATE Retags SET Done = Done + ?2, Changed = Changed + ?3, Before = ?4 WHERE Id = ?1", retagId, batch.Looked, changed, batch.Before);
        return session.Query(
            "SELECT Reason, SourceId, Total, Done, Changed FROM Retags WHERE Id = ?1",
            row => new Retag
            {
                Id = retagId,
                Reason = row.GetString(0),
                SourceId = row.IsDBNull(1) ? null : row.GetInt64(1),
                Before = batch.Before,
                Total = row.GetInt64(2),
                Done = row.GetInt64(3),
                Changed = row.GetInt64(4),
            },
            retagId)[0];
    }

    // What a poll or a person changed since it was read is left as they want it.
    private static int Write(WriteSession session, IReadOnlyList<RetaggedItem> items, DateTimeOffset now)
    {
        var changed = session.Execute(
            """
            UPDATE Items SET Tags = j.value ->> 1 FROM json_each(?1) j
            WHERE Items.Id = j.value ->> 0 AND Items.ContentHash = j.value ->> 2 AND Items.CategoryLabelId IS NULL
            """,
            StoredJson.Write(items.Select(i => new object[] { i.Id, StoredJson.Write(i.Tags), i.ContentHash })));
        var stories = items.Select(i => i.StoryId).ToHashSet();
        StoryTags.Rewrite(session, stories);
        StoryTags.Touch(session, stories, now);
        return changed;
    }
}
