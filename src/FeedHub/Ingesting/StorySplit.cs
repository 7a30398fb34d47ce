using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>Takes an item out of its story inside the writer's transaction.</summary>
internal sealed class StorySplit(WriteSession session, LiveStories live, string by, DateTimeOffset now)
{
    /// <summary>Gives the item a story of its own.</summary>
    public DecisionResult Run(long storyId, long itemId)
    {
        var move = new ItemMove(session);
        if (move.Find(storyId, itemId) is not { } item)
            return new(null, new Words("there is no such item in this story", "tidak ada butir itu di berita ini"), IsMissing: true);
        if (move.Other(storyId, itemId) is not { } against)
            return new(null, new Words(
                "it is the story's only item: there is nothing to split it from",
                "ini satu-satunya butir berita itu: tidak ada yang dapat dipisahkan"));
        new Labels(session).Write(itemId, against, isSame: false, by, now);
        var begun = new NewStory(session)
            .Begin(itemId, item.Guid, ArrivalOf(item), item.SortAt, item.FirstSeenAt, item.SortAt, item.Language, now);
        HiddenStories.Follow(session, begun, storyId);
        var joined = move.Run(item, storyId, begun);
        if (item.LedFrom is not null)
            StoryTimes.ShowAnother(session, storyId, now);
        Finish(storyId, begun, joined);
        return new(begun);
    }

    // Readers have seen what led the story, since it arrived; what stood behind it comes before them only now.
    private DateTimeOffset ArrivalOf(MovedItem item)
    {
        var arrivals = new Arrivals(session);
        var arrival = item.LedFrom ?? arrivals.Next(now);
        arrivals.Flush();
        return arrival;
    }

    private void Finish(long from, long to, IReadOnlyList<long> joined)
    {
        var tables = new StoryTables(session);
        tables.Rebuild(from, now);
        tables.Rebuild(to, now);
        tables.CountFor(from);
        tables.CountFor(to);
        live.RefreshRelations(session);
        foreach (var story in (long[])[from, to, .. joined])
            live.Refresh(session, story);
    }
}
