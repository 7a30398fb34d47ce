using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>
/// An item went out with its summary, and its whole text came later: it is compared again, inside the writer's transaction. Only where
/// there is no doubt, and where the story that goes is young and of one item, two stories become one: the one that was seen first. Readers
/// are told of nothing, and an admin can split it.
/// </summary>
internal sealed class LateMatch(WriteSession session, LiveStories live, long sourceId, DateTimeOffset now)
{
    // Readers have seen both: far beyond the line from which new items join.
    private const double Sure = 0.9;

    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>Compares the item again; true if its story is another now.</summary>
    /// <param name="item">With its whole text, stored already.</param>
    /// <param name="story">Its story.</param>
    /// <param name="at">The earlier of published and first seen.</param>
    public bool Run(ReadyItem item, long story, DateTimeOffset at)
    {
        if (item.Reading is not { Fingerprint: { } fingerprint, Dropped: null })
            return false;
        var verdict = live.FindOther(session, story, fingerprint, sourceId, at);
        if (verdict is not { IsSame: true, Score: >= Sure, StoryId: { } other } || other == story)
            return false;
        var merge = new StoryMerge(session);
        if (merge.Find(story, other) is not [var kept, var gone] || !LateStories.IsShown(session, kept.StoryId)
            || !LateStories.IsFree(session, gone.StoryId, now - Young))
            return false;
        LateStories.Explain(session, gone.StoryId, verdict.Score, verdict.Signals);
        merge.Move(gone, kept.StoryId, verdict.Why);
        merge.Delete(gone.StoryId);
        Finish(gone.StoryId, kept.StoryId);
        return true;
    }

    private void Finish(long gone, long kept)
    {
        var tables = new StoryTables(session);
        tables.Rebuild(kept, now);
        tables.CountFor(kept);
        live.RefreshRelations(session);
        live.Refresh(session, gone);
        live.Refresh(session, kept);
    }
}
