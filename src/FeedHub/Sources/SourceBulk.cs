using FeedHub.Categories;
using FeedHub.Jobs;
using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources;

/// <summary>Changes, polls and deletes many sources as one.</summary>
public sealed class SourceBulk(
    IDbContextFactory<FeedHubDb> databases, SourceRules rules, Retagging retagging, PollTrigger polling, StoryChanges changes,
    IBackgroundJobClient jobs, AuditLog audit, TimeProvider time)
{
    /// <summary>Sources that an entry of the audit log names where many were changed at once.</summary>
    private const int ListedInAudit = 30;

    private const int Batch = 500;

    /// <summary>From so many on, one walk over all stored items is less work than one for each source.</summary>
    private const int ManyWalks = 10;

    /// <summary>Changes each of them as the edit says, which names no address; returns how many are different now, or what is wrong with
    /// the edit.</summary>
    public async Task<(int Changed, string? Error)> EditAsync(
        IReadOnlyCollection<long> ids, SourceEdit edit, CancellationToken cancellation)
    {
        if (rules.WhyInvalid(edit) is { } why)
            return (0, why);
        var changed = await ChangeAsync(ids, edit.ApplyTo, cancellation);
        if (changed == 0)
            Actor.Current.ChangesNothing();
        return (changed, null);
    }

    /// <summary>Resumes those that are paused; returns how many are polled again.</summary>
    public Task<int> ResumeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        ChangeAsync(ids, new SourceEdit().Say(SourceProperties.Enabled, true).ApplyTo, cancellation);

    /// <summary>Takes a pause of each back: it is polled when it would have been without, or now if that is past; returns how many are
    /// resumed.</summary>
    public Task<int> TakeBackPauseAsync(IEnumerable<PausedSource> paused, CancellationToken cancellation)
    {
        var before = paused.ToDictionary(source => source.Id);
        return ChangeAsync(before.Keys, (source, now) => source.TakeBackPause(before[source.Id], now), cancellation);
    }

    /// <summary>Polls those soon that are not paused or gone and whose server has not asked for a rest; returns how many that
    /// are.</summary>
    public async Task<int> RefreshAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var due = await MakeDueAsync(ids, cancellation);
        if (due > 0)
            await audit.AddAsync(AuditArea.Sources, "sources polled", await NamesAsync(ids, cancellation), cancellation);
        else
            Actor.Current.DoesNothing();
        return due;
    }

    /// <summary>Pauses them at once, and deletes them with their items in the background.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var names = await NamesAsync(ids, cancellation);
        await ChangeAsync(ids, new SourceEdit().Say(SourceProperties.Enabled, false).ApplyTo, cancellation);
        long[] all = [.. ids];
        jobs.Enqueue<DeletionJob>(job => job.RunAsync(all, CancellationToken.None));
        await audit.AddAsync(AuditArea.Sources, "sources deleted", names, cancellation);
    }

    private async Task<int> ChangeAsync(
        IReadOnlyCollection<long> ids, Action<Source, DateTimeOffset> change, CancellationToken cancellation)
    {
        var changed = 0;
        var recategorised = new List<Source>();
        foreach (var batch in ids.Chunk(Batch))
            changed += await SourceContention.RunAsync(() => TryAsync(batch, change, recategorised, cancellation));
        if (changed == 0)
            return 0;
        changes.Raise();
        polling.DispatchNow();
        await RetagAsync(recategorised, cancellation);
        return changed;
    }

    private async Task<int> MakeDueAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var due = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            due += await db.Sources
                .Where(s => batch.Contains(s.Id) && s.Declared.Enabled && s.NextPollAt != null && s.Polling.State != SourceState.Throttled
                    && s.Polling.State != SourceState.Gone)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextPollAt, s => s.NextPollAt < now ? s.NextPollAt : now), cancellation);
        }

        if (due > 0)
            polling.DispatchNow();
        return due;
    }

    private async Task<int> TryAsync(
        long[] batch, Action<Source, DateTimeOffset> change, List<Source> recategorised, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        foreach (var source in await db.Sources.Where(s => batch.Contains(s.Id)).ToListAsync(cancellation))
            source.Change(() => change(source, now), now);
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<Source>().Where(e => e.State == EntityState.Modified).ToList();
        var newly = changed.Where(e => e.ComplexProperty(s => s.Declared).Property(d => d.Categories).IsModified)
            .Select(e => e.Entity).ToList();
        await db.SaveChangesAsync(cancellation);
        recategorised.AddRange(newly);
        return changed.Count;
    }

    private async Task<string> NamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var named = ids.Take(ListedInAudit).ToList();
        var slugs = await db.Sources.Where(s => named.Contains(s.Id)).Select(s => s.Slug).ToListAsync(cancellation);
        return string.Join(", ", slugs) + (ids.Count > slugs.Count ? $" and {ids.Count - slugs.Count} more" : "");
    }

    private async Task RetagAsync(List<Source> recategorised, CancellationToken cancellation)
    {
        if (recategorised.Count >= ManyWalks)
            retagging.Request(Reason.Of(ReasonCode.CategoriesOfManyChanged, recategorised.Count));
        else
            foreach (var source in recategorised)
                retagging.Request(source);
    }
}

/// <summary>Deletes sources with their items, one transaction each, so that polls of others pass in between.</summary>
[FailedForADay]
[Queue(LongWork.Queue)]
public sealed class DeletionJob(SourceRemoval removal)
{
    /// <summary>Deletes them; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Delete sources with their items")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(long[] sources, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var source in sources)
            deleted += await removal.RemoveAsync(source, cancellation, onlyPaused: true) ? 1 : 0;
        return $"{deleted} sources deleted" + (deleted < sources.Length ? $", {sources.Length - deleted} left alone or gone before" : "");
    }
}
