using FeedHub.Model.Stories;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using Hangfire;

namespace FeedHub.Icons;

/// <summary>The recurring job that asks publishers for their icons: once in a month, and after a week where there was none.</summary>
public sealed class IconJob(
    ReadSessions database, SourceIcons icons, IconFinder finder, StoryChanges changes, TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "icons";

    private const int MostAtATime = 4;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);
    private static readonly TimeSpan FailureFresh = TimeSpan.FromDays(7);

    /// <summary>How long one run goes on asking; what is left is asked for by the next.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(45);

    private int _busy;

    /// <summary>Asks; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Icons: ask publishers for theirs")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            return "the run before is still asking";
        try
        {
            return await AskAsync(Wanted(), cancellation);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private async Task<string> AskAsync(IReadOnlyList<WantedIcon> wanted, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var (asked, changed) = (0, 0);
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = MostAtATime, CancellationToken = cancellation },
            async (source, token) =>
            {
                if (time.GetElapsedTime(began) > Span || await finder.AskAsync(source, token) is not { IsKnown: true } answer)
                    return;
                Interlocked.Increment(ref asked);
                if (icons.Keep(source.Slug, answer.Bytes, time.GetUtcNow()))
                    Interlocked.Increment(ref changed);
            });
        if (changed > 0)
        {
            changes.Raise();
            icons.Tell();
        }

        return $"{wanted.Count} wanted, {asked} asked, {changed} changed";
    }

    // Polls come first: a source that never answered, or does not now, is not asked for its icon.
    private IReadOnlyList<WantedIcon> Wanted()
    {
        var sources = IconHints.All(database);
        icons.Retain(sources.Select(s => s.Slug).ToHashSet());
        var now = time.GetUtcNow();
        return [.. sources.Where(s => s.Answers && IsDue(icons.Find(s.Slug), now))
            .Select(s => new WantedIcon(s.Slug, s.Url, s.Icon, s.Link))];
    }

    // A clock that was set back makes nothing fresh for longer than that.
    private static bool IsDue(KnownIcon? known, DateTimeOffset now) =>
        known is null || (now - known.At).Duration() > (known.Hash is null ? FailureFresh : Fresh);
}
