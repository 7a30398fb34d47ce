using FeedHub.Model.Settings;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>Makes one conditional GET at a time per call, within its limits and behind the <see cref="AddressGuard"/>.</summary>
public sealed partial class Fetcher : IDisposable
{
    private readonly FetchTools _tools;
    private readonly ILogger<Fetcher> _log;

    public Fetcher(
        IOptions<FeedHubOptions> options,
        TimeProvider clock,
        AddressGuard guard,
        HostGate gate,
        HostRests rests,
        ILogger<Fetcher> log)
    {
        _log = log;
        var polling = options.Value.Polling;

        // Not an HttpClient: its own timeout, buffering and default headers would only have to be switched off.
        var publishers = new HttpMessageInvoker(GuardedHandler.Create(guard, clock, polling.Timeout));
        _tools = new(polling, UserAgent.For(options.Value), clock, guard, gate, rests, publishers);
    }

    /// <summary>
    /// Fetches. The caller has the turn of the URL's host at the <see cref="HostGate"/>; turns at the hosts of
    /// redirects are taken here.
    /// </summary>
    /// <returns>The result, also when something went wrong.</returns>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var run = new FetchRun(request, _tools, cancellation);
        try
        {
            return await run.RunAsync();
        }
        catch (Exception e)
        {
            cancellation.ThrowIfCancellationRequested();
            return Failure(run, e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _tools.Publishers.Dispose();

    private FetchResult Failure(FetchRun run, Exception error)
    {
        var result = run.Failure(error);
        LogFailure(IsExpected(error) ? LogLevel.Debug : LogLevel.Error, ShownAddress.Of(result.FinalUrl), result.Error, error);
        return result;
    }

    // Publishers fail all day; anything else is a fault of ours, which becomes this source's state but must not pass unseen.
    private static bool IsExpected(Exception error) =>
        error is HttpRequestException or IOException or OperationCanceledException || FailureWords.Find<FetchException>(error) is not null;

    [LoggerMessage(Message = "Fetch of {Url} failed: {Words}")]
    private partial void LogFailure(LogLevel level, string url, Reason? words, Exception error);
}
