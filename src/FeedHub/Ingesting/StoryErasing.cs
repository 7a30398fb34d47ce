using FeedHub.Model.Access;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>
/// Erases stories for good, as law may ask: texts, items, words of the search and what is matched by, in memory and in the file. The audit
/// log says who did it and when, not what the story told (docs/notes/unwanted.md).
/// </summary>
public sealed class StoryErasing(
    DatabaseWriter writer, SearchWriter index, IWriterEngine engine, ISearchEngine search, LiveStories live, StoryChanges changes,
    AuditLog audit, TimeProvider time)
{
    // As many steps write an index of gigabytes again.
    private const int MostSteps = 100_000;

    /// <summary>Erases the story; its items never come in again.</summary>
    public async Task<DecisionResult> EraseAsync(long storyId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var gone = await writer.RunAsync(session => Erase(session, storyId, now), cancellation);
        if (gone.Count == 0)
            return new(null, new Words("there is no such story", "tidak ada berita itu"), IsMissing: true);
        changes.Raise();
        await audit.AddAsync(AuditArea.Stories, "story erased", $"story {storyId}", CancellationToken.None);
        await WriteOverAsync(gone);
        return new(storyId);
    }

    private IReadOnlyList<long> Erase(WriteSession session, long storyId, DateTimeOffset now)
    {
        var gone = new StoryErasure(session).Run(storyId, now);
        live.Remove([.. gone]);
        live.RefreshRelations(session);
        return gone;
    }

    // Not cut short by a caller who left: what stays of it would be found in the file.
    private async Task WriteOverAsync(IReadOnlyList<long> gone)
    {
        await index.RunAsync(session => SearchIndex.Remove(session, gone), CancellationToken.None);
        var more = await index.MergeAsync(isOfAll: true, CancellationToken.None);
        for (var step = 0; more && step < MostSteps; step++)
            more = await index.MergeAsync(isOfAll: false, CancellationToken.None);
        search.EmptyJournal();
        engine.EmptyJournal();
    }
}
