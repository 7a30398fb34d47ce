using FeedHub.Jobs;
using Hangfire;

namespace FeedHub.Articles;

/// <summary>A page could not be had: the job shows as failed on the dashboard, with these words.</summary>
public sealed class PageFailedException(string message) : Exception(message);

/// <summary>One page as a Hangfire job: one that was refused stands there as failed, and a person can requeue it.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
[FailedForADay]
[Queue(PageHostJob.Queue)]
public sealed class PageJob(PageTurns turns)
{
    /// <summary>Asks for the page again.</summary>
    /// <exception cref="PageFailedException">It cannot be had.</exception>
    [JobDisplayName("Page of an article: {0}")]
    public async Task<string> RunAsync(long pageId, CancellationToken cancellation)
    {
        if (await turns.OneAsync(pageId, cancellation) is not { } read)
            return "the page is to be read no more";
        var words = PageWords.Of(read.Page, read.Answer);
        return read.Answer is { Outcome: PageOutcome.Refused or PageOutcome.Denied } ? throw new PageFailedException(words) : words;
    }
}
