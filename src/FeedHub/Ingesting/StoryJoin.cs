using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Ingesting;

/// <summary>Makes one story of two inside the writer's transaction.</summary>
internal sealed class StoryJoin(WriteSession session, LiveStories live, string by, DateTimeOffset now)
{
    /// <summary>Joins them; the one that was seen first stays.</summary>
    public DecisionResult Run(long one, long other)
    {
        if (one == other)
            return new(null, new Words("a story cannot be joined with itself", "berita tidak dapat digabung dengan dirinya sendiri"));
        var merge = new StoryMerge(session);
        if (merge.Find(one, other) is not [var kept, var gone])
            return new(null, new Words("there is no such story", "tidak ada berita itu"), IsMissing: true);
        new Labels(session).Write(gone.LeadId, kept.LeadId, isSame: true, by, now);
        var hidesOther = HiddenStories.Has(session, one) != HiddenStories.Has(session, other);
        merge.Move(gone, kept.StoryId, Reason.Of(ReasonCode.JoinedByAdmin));
        HiddenStories.Follow(session, kept.StoryId, gone.StoryId);
        merge.Delete(gone.StoryId);
        Finish(gone.StoryId, kept.StoryId);
        return new(kept.StoryId, HidesOther: hidesOther);
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
