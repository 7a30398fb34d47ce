using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Ingesting;

/// <summary>Makes one story of two inside the writer's transaction.</summary>
internal sealed class StoryJoin(WriteSession session, LiveStories live, string by, DateTimeOffset now)
{
    /// <summary>Joins them; the one that was seen first stays.</summary>
    public DecisionResult Run(long one, long other) => Run(one, other, isLabelled: true);

    /// <summary>Joins again what was split, as if it had never been: the item has its reason again, and nobody judged.</summary>
    /// <param name="from">The story that it was split from.</param>
    /// <param name="begun">The story that it has now.</param>
    /// <param name="item">The item as it was before.</param>
    public DecisionResult TakeBackSplit(long from, long begun, Item item)
    {
        var result = Run(from, begun, isLabelled: false);
        if (result.StoryId is not { } story)
            return result;
        new StoryUnmerge(session).PutBack(item, story);
        new Labels(session).TakeBack(item.Id, isSame: false);
        new StoryTables(session).Rebuild(story, now);
        return result;
    }

    /// <summary>Parts what was joined: both are as they were before, and nobody judged.</summary>
    /// <param name="former">The story that no longer exists, as it was.</param>
    /// <param name="kept">The story that has its items.</param>
    /// <param name="apart">Which of the two was split off the other before; none: neither.</param>
    public DecisionResult TakeBack(Story former, long kept, IReadOnlyList<StoryApart> apart)
    {
        var unmerge = new StoryUnmerge(session);
        if (!unmerge.Run(former, kept, now))
            return new(null, new Bilingual("these stories have changed since", "berita-berita ini sudah berubah sejak itu"));
        foreach (var pair in apart)
            unmerge.Part(pair);
        new Labels(session).TakeBack(former.LeadItemId, isSame: true);
        HiddenStories.Follow(session, former.Id, kept);
        var tables = new StoryTables(session);
        tables.Rebuild(former.Id, now);
        tables.CountFor(former.Id);
        Finish(former.Id, kept);
        return new(former.Id);
    }

    private DecisionResult Run(long one, long other, bool isLabelled)
    {
        if (one == other)
            return new(null, new Bilingual("a story cannot be joined with itself", "berita tidak dapat digabung dengan dirinya sendiri"));
        var merge = new StoryMerge(session);
        if (merge.Find(one, other) is not [var kept, var gone])
            return new(null, new Bilingual("there is no such story", "tidak ada berita itu"), IsMissing: true);
        if (isLabelled)
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
