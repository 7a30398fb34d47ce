using FeedHub.Model.Access;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>How a decision ended.</summary>
/// <param name="StoryId">The story to look at now; null if nothing was done.</param>
/// <param name="Error">Why nothing was done, in words, or null.</param>
/// <param name="IsMissing">Whether that is because there is no such story or item.</param>
/// <param name="HidesOther">Whether readers saw one of two stories, and see it no more since the other was hidden.</param>
public sealed record DecisionResult(long? StoryId, Bilingual? Error = null, bool IsMissing = false, bool HidesOther = false);

/// <summary>
/// What admins decide over stories: an item is split off, two are joined, a doubtful verdict is right. Each is kept against later polls
/// and written down as a labelled pair.
/// </summary>
public sealed class StoryDecisions(DatabaseWriter writer, LiveStories live, StoryChanges changes, AuditLog audit, TimeProvider time)
{
    /// <summary>Gives the item a story of its own; returns that. It arrives now, unless the item led the story: then it stays in its
    /// place.</summary>
    public Task<DecisionResult> SplitAsync(long storyId, long itemId, string by, CancellationToken cancellation) =>
        RunAsync(
            "story split",
            $"story {storyId}, item {itemId}",
            session => new StorySplit(session, live, by, time.GetUtcNow()).Run(storyId, itemId),
            cancellation);

    /// <summary>Makes one story of two: the one that readers saw first. Returns it.</summary>
    public Task<DecisionResult> JoinAsync(long storyId, long otherId, string by, CancellationToken cancellation) =>
        RunAsync(
            "stories joined",
            $"stories {storyId} and {otherId}",
            session => new StoryJoin(session, live, by, time.GetUtcNow()).Run(storyId, otherId),
            cancellation);

    /// <summary>Takes a split back: the item is in its story as it was before. Returns the story.</summary>
    public Task<DecisionResult> TakeBackSplitAsync(long storyId, long begun, Item before, string by, CancellationToken cancellation) =>
        RunAsync(
            "split taken back",
            $"stories {storyId} and {begun}",
            session => new StoryJoin(session, live, by, time.GetUtcNow()).TakeBackSplit(storyId, begun, before),
            cancellation);

    /// <summary>Takes a join back: the story that went has its number, its entry's id and its place again. Returns it.</summary>
    public Task<DecisionResult> TakeBackJoinAsync(
        Story former, long kept, IReadOnlyList<StoryApart> apart, string by, CancellationToken cancellation) =>
        RunAsync(
            "join taken back",
            $"story {kept}",
            session => new StoryJoin(session, live, by, time.GetUtcNow()).TakeBack(former, kept, apart),
            cancellation);

    /// <summary>Takes a doubtful verdict for right: nothing moves, and nobody is asked again.</summary>
    public Task<DecisionResult> ConfirmAsync(long doubtId, string by, CancellationToken cancellation) =>
        RunAsync("verdict confirmed", $"doubt {doubtId}", session => Confirm(session, doubtId, by), cancellation);

    private DecisionResult Confirm(WriteSession session, long doubtId, string by)
    {
        if (Doubts.Find(session, doubtId) is not { } doubt)
            return new(
                null,
                new Bilingual("this verdict is decided already, or gone", "putusan ini sudah ditentukan, atau sudah tidak ada"),
                IsMissing: true);
        if ((doubt.LeadId == doubt.ItemId ? doubt.OtherId : doubt.LeadId) is { } against)
            new Labels(session).Write(doubt.ItemId, against, doubt.IsSame, by, time.GetUtcNow());
        Doubts.Delete(session, doubtId);
        return new(doubt.StoryId);
    }

    private async Task<DecisionResult> RunAsync(
        string what,
        string target,
        Func<WriteSession, DecisionResult> decide,
        CancellationToken cancellation)
    {
        var result = await writer.RunAsync(decide, cancellation);
        if (result.Error is not null)
            return result;
        changes.Raise();
        await audit.AddAsync(
            AuditArea.Stories,
            what,
            target,
            cancellation,
            after: After(result));
        return result;
    }

    private static Dictionary<string, string?> After(DecisionResult result)
    {
        var after = new Dictionary<string, string?> { ["story"] = $"{result.StoryId}" };
        if (result.HidesOther)
            after["readers"] = "see neither, since one was hidden";
        return after;
    }
}
