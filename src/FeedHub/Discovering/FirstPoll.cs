using FeedHub.Model.Sources;
using FeedHub.Polling;

namespace FeedHub.Discovering;

/// <summary>What adding a source makes of what was found and downloaded before.</summary>
public sealed class FirstPoll(FeedFinder finder, Downloads downloads, Poller poller)
{
    /// <summary>How long adding a site's address may wait for its page; what takes longer is a matter of polling.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What is at the address that is to be added, if that is known, or it is a site's or was not written as an address; null: take it as
    /// it is.
    /// </summary>
    /// <param name="typed">As somebody typed it; see <see cref="TypedAddress"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Findings?> FindingsAsync(string typed, CancellationToken cancellation)
    {
        var meanings = TypedAddress.Meanings(typed);
        if (meanings.Count == 1 && downloads.Recall(meanings[0]) is null && !FeedLocations.IsSite(meanings[0]))
            return null;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(Patience);
        try
        {
            return await finder.FindAsync(typed, timer.Token) is { } found && (found.Error is null || meanings.Count > 1) ? found : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Where the server has moved the address for good, as the download that is there already shows; or null.</summary>
    public string? MovedTo(string url) => downloads.Peek(url)?.Fetched.MovedTo;

    /// <summary>The body that is there already, for a source that sends nothing of its own; or null.</summary>
    public Download? DownloadOf(Source source) =>
        source is { Declared.Enabled: true, Declared.Headers.Count: 0, Declared.Kind: not SourceKind.Sitemap }
            ? downloads.Remove(source.Url)
            : null;

    /// <summary>Stores it, in place of the first poll.</summary>
    public Task PollAsync(Source source, Download download, CancellationToken cancellation) =>
        poller.PollDownloadedAsync(source.Id, download.At, download.Fetched, cancellation);
}
