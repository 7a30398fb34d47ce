using FeedHub.Model.Access;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>Hides stories from readers and shows them again. A hidden story goes on drawing its copies, so that these stay hidden
/// too.</summary>
public sealed class StoryHiding(DatabaseWriter writer, StoryChanges changes, AuditLog audit, TimeProvider time)
{
    /// <summary>Characters of a reason; what is longer is refused.</summary>
    public const int MaxReason = 500;

    /// <summary>Hides the story; of one that is hidden, the reason is another now.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="reason">Why, in the admin's words; empty or null: not said.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<DecisionResult> HideAsync(long storyId, string? reason, CancellationToken cancellation)
    {
        // The writer has a thread of its own.
        var asker = Actor.Current;
        var said = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        return said?.Length > MaxReason
            ? Task.FromResult(new DecisionResult(null, new Bilingual(
                $"the reason has more than {MaxReason} characters", $"alasannya lebih dari {MaxReason} karakter")))
            : RunAsync(
                "story hidden",
                storyId,
                (session, now) => Hide(session, storyId, said, now, asker),
                new Dictionary<string, string?> { ["reason"] = said },
                cancellation);
    }

    /// <summary>Shows the story again, at the place that it had.</summary>
    public Task<DecisionResult> ShowAsync(long storyId, CancellationToken cancellation) => RunAsync(
        "story shown again",
        storyId,
        (session, _) => HiddenStories.Show(session, storyId)
            ? null
            : new("there is no such story, or it is not hidden", "tidak ada berita itu, atau tidak disembunyikan"),
        null,
        cancellation);

    private static Bilingual? Hide(WriteSession session, long storyId, string? reason, DateTimeOffset now, Actor asker)
    {
        if (HiddenStories.HasFor(session, storyId, reason))
            asker.ChangesNothing();
        return HiddenStories.Hide(session, storyId, reason, now) ? null : new("there is no such story", "tidak ada berita itu");
    }

    private async Task<DecisionResult> RunAsync(
        string what,
        long storyId,
        Func<WriteSession, DateTimeOffset, Bilingual?> decide,
        Dictionary<string, string?>? after,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var error = await writer.RunAsync(session => decide(session, now) ?? Finish(session, storyId, now), cancellation);
        if (error is not null)
            return new(null, error, IsMissing: true);
        if (Actor.Current.HasChangedNothing)
            return new(storyId);
        changes.Raise();
        await audit.AddAsync(AuditArea.Stories, what, $"story {storyId}", CancellationToken.None, after: after);
        return new(storyId);
    }

    private static Bilingual? Finish(WriteSession session, long storyId, DateTimeOffset now)
    {
        var tables = new StoryTables(session);
        tables.Rebuild(storyId, now);
        tables.CountFor(storyId);
        return null;
    }
}
