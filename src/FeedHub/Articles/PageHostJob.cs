using FeedHub.Jobs;
using FeedHub.Model.Settings;
using FeedHub.Observability;
using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Options;

namespace FeedHub.Articles;

/// <summary>
/// The pages of one host as one Hangfire job, newest first, at their own pace. A page that cannot be had shows as a failed
/// <see cref="PageJob"/> of its own.
/// </summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
[FailedForADay]
[CarriesTrace]
[Queue(Queue)]
public sealed class PageHostJob(PageTurns turns, PageJobs jobs, IOptions<FeedHubOptions> options, TimeProvider time)
{
    /// <summary>Pages have workers of their own, so that they hold up nothing else.</summary>
    public const string Queue = "pages";

    /// <summary>How long one job reads; what is left goes into a further one.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30);

    /// <summary>Reads what is due of the host; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Pages of articles: {0}")]
    public async Task<string> RunAsync(string host, PerformContext? context, CancellationToken cancellation)
    {
        var (lines, began, isLeft) = (new List<string>(), time.GetTimestamp(), true);
        try
        {
            while (time.GetElapsedTime(began) < Span && (isLeft = await NextAsync(host, lines, cancellation)))
                await HostGap.PassAsync(options.Value, time, cancellation);
        }
        finally
        {
            jobs.Left(host);
        }

        if (isLeft)
            jobs.Enqueue(host);
        return lines.Count == 0 ? "nothing due" : string.Join("\n", lines);
    }

    private async Task<bool> NextAsync(string host, List<string> lines, CancellationToken cancellation)
    {
        if (await turns.NextAsync(host, cancellation) is not { } read)
            return false;
        lines.Add(PageWords.Of(read.Page, read.Answer));
        if (read.Answer is { Outcome: PageOutcome.Refused or PageOutcome.Denied })
            jobs.Fail(read.Page, read.Answer);
        return true;
    }
}
