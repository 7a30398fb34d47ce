using FeedHub.Ingesting;
using FeedHub.Model.Access;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Coverage;

/// <summary>What admins decide over events: a story is taken out of one, or put into one. It holds against later polls, and until it is
/// decided otherwise.</summary>
public sealed class EventDecisions(
    DatabaseWriter writer, EventKeeper keeper, EventOptions options, AuditLog audit, TimeProvider time)
{
    /// <summary>Takes the story out of the event: it is grouped with nothing from then on.</summary>
    public Task<DecisionResult> SplitAsync(long eventId, long storyId, CancellationToken cancellation) => RunAsync(
        "story taken out of an event",
        eventId,
        storyId,
        rows => rows.EventOf(storyId) == eventId ? rows.Remove(storyId) : NotInEvent,
        cancellation);

    /// <summary>Puts the story into the event; it leaves the one that it was in.</summary>
    public Task<DecisionResult> JoinAsync(long eventId, long storyId, CancellationToken cancellation) => RunAsync(
        "story put into an event", eventId, storyId,
        rows => rows.PutIn(storyId, eventId, options.Window, options.MostStories), cancellation);

    /// <summary>The story is where it belongs.</summary>
    public Task<DecisionResult> ConfirmAsync(long eventId, long storyId, CancellationToken cancellation) => RunAsync(
        "event of a story confirmed",
        eventId,
        storyId,
        rows => rows.EventOf(storyId) == eventId ? rows.Confirm(storyId) : NotInEvent,
        cancellation);

    private static Words NotInEvent { get; } = new("there is no such story in this event", "tidak ada berita itu di peristiwa ini");

    private async Task<DecisionResult> RunAsync(
        string what, long eventId, long storyId, Func<DecidedEvents, Words?> decide, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var error = await writer.RunAsync(session => decide(new(session, now)), cancellation);
        if (error is not null)
            return new(null, error, IsMissing: error.English.StartsWith("there is no", StringComparison.Ordinal));
        await keeper.CatchUpAsync(CancellationToken.None);
        await audit.AddAsync(AuditArea.Stories, what, $"story {storyId}", CancellationToken.None, after: new Dictionary<string, string?>
        {
            ["event"] = $"{eventId}",
        });
        return new(storyId);
    }
}
