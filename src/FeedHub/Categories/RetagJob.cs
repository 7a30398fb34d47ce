using System.Globalization;
using FeedHub.Jobs;
using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Hangfire;
using Hangfire.Server;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>
/// Gives stored items the categories they would get today, and looks again which of them drop rules keep out of stories. Reads and decides
/// beside the writer, and hands it small batches of what is different, so that polls pass in between. A story keeps its place and its
/// <c>updated</c>.
/// </summary>
[FailedForADay]
[Queue(LongWork.Queue)]
public sealed class RetagJob(
    IDbContextFactory<FeedHubDb> databases, DatabaseWriter writer, RetagBatches batches, StoryChanges changes, LongWork work,
    ILeadMemory leads, IBackgroundJobClient jobs, TimeProvider time)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Walks all that is asked for; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Re-tag the stored items")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(PerformContext? context, CancellationToken cancellation)
    {
        if (!work.TryEnter())
        {
            jobs.Schedule<RetagJob>(job => job.RunAsync(null, CancellationToken.None), Later);
            return "another long job is under way: tried again in a few seconds";
        }

        try
        {
            var report = "nothing to do";
            while (await NextAsync(cancellation) is { } retag)
                report = await WalkAsync(retag, context, cancellation);
            return report;
        }
        finally
        {
            work.Leave();
        }
    }

    private async Task<Retag?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Retags.AsNoTracking().Where(r => r.FinishedAt == null).OrderBy(r => r.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<string> WalkAsync(Retag retag, PerformContext? context, CancellationToken cancellation)
    {
        if (retag.Before is null)
            retag = await BeginAsync(retag, cancellation);
        while (await batches.ReadAsync(retag, cancellation) is { Looked: > 0 } batch)
        {
            var now = time.GetUtcNow();
            if (await writer.RunAsync(session => Write(session, retag.Id, batch, now), cancellation) is not { } progress)
                return "given up: another walk over everything was asked for";
            retag = progress;
            if (batch.ChangesAnything)
                changes.Raise();
            context?.SetJobParameter("Progress", Words(retag));
        }

        var finished = time.GetUtcNow();
        await writer.RunAsync(session => RetagWalks.Finish(session, retag.Id, finished), cancellation);
        return Words(retag);
    }

    private Retag? Write(WriteSession session, long retagId, RetagBatch batch, DateTimeOffset now)
    {
        var progress = RetagWalks.Write(session, retagId, batch, now);
        foreach (var story in progress is null ? [] : batch.Redropped.Select(item => item.StoryId).Distinct())
            leads.Refresh(session, story);
        return progress;
    }

    private async Task<Retag> BeginAsync(Retag retag, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = retag.SourceId is { } source ? db.Items.Where(i => i.SourceId == source) : db.Items;
        var before = (await items.MaxAsync(i => (long?)i.Id, cancellation) ?? 0) + 1;
        (retag.Before, retag.Total) = (before, await items.LongCountAsync(cancellation));
        await writer.RunAsync(session => RetagWalks.Begin(session, retag.Id, before, retag.Total), cancellation);
        return retag;
    }

    private static string Words(Retag r) =>
        string.Create(CultureInfo.InvariantCulture, $"{r.Done} of {r.Total} items looked at, {r.Changed} changed ({r.Reason})");
}
