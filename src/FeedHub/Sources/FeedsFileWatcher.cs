using System.Security.Cryptography;
using FeedHub.Model.Words;

namespace FeedHub.Sources;

/// <summary>
/// Tells when the file has changed, by looking at it every two seconds. Not by FileSystemWatcher: on network mounts and on
/// folders mounted into containers its events do not come, and nothing says so.
/// </summary>
public sealed class FeedsFileWatcher(
    string path,
    Func<FeedsFileResult, Task> changed,
    TimeProvider clock,
    ILogger<FeedsFileWatcher> log,
    IReadOnlySet<string>? topics = null,
    bool clientHeaders = false) : IAsyncDisposable
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private static readonly Words KeepsRunning = new(
        ": FeedHub keeps running on what it had", ": FeedHub tetap berjalan dengan yang sebelumnya");

    private readonly CancellationTokenSource _stopping = new();
    private Look? _told;
    private Look? _last;
    private Task _watching = Task.CompletedTask;

    /// <summary>Hash of the file as it was last read, or null before that.</summary>
    public string? Hash => _last?.Hash;

    /// <summary>Reads the file at once, for the start; from now on only what differs from it is told.</summary>
    public FeedsFileResult Load()
    {
        var (look, bytes) = Look.At(path);
        (_told, _last) = (look, look);
        return Result(look, bytes, advice: new("", ""));
    }

    /// <summary>Begins to look; ends with <see cref="DisposeAsync"/>.</summary>
    public void Start() => _watching = WatchAsync();

    /// <summary>
    /// One look. A change is told once two looks in a row have seen the same: a file that is being written, or replaced by
    /// deleting and renaming, is not read half-way. Not to be called twice at once.
    /// </summary>
    public async Task CheckAsync()
    {
        var (look, bytes) = Look.At(path);
        var settled = look == _last;
        _last = look;
        if (settled && !look.SaysTheSameAs(_told))
        {
            await changed(Result(look, bytes, KeepsRunning));
            // Only now: what could not be applied is told again at the next look.
            _told = look;
        }
    }

    /// <summary>Stops looking, and waits for a change that is being applied.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await CheckAndLogAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The way a timer ends.
        }
    }

    private async Task CheckAndLogAsync()
    {
        try
        {
            await CheckAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException || !_stopping.IsCancellationRequested)
        {
            log.LogError(e, "A change of {File} could not be applied; FeedHub tries again", path);
        }
    }

    private FeedsFileResult Result(Look look, byte[] bytes, Words advice) => look.Problem is not { } problem
        ? FeedsFileReader.Parse(bytes, topics, clientHeaders: clientHeaders)
        : FeedsFileReader.Failure(new(problem.English + advice.English, problem.Indonesian + advice.Indonesian));

    /// <summary>What one look saw; the time and the hash together tell a file that is still being written.</summary>
    private sealed record Look(DateTime Written, string Hash, Words? Problem)
    {
        public static (Look Look, byte[] Bytes) At(string path)
        {
            var (bytes, problem) = FeedsFileBytes.Read(path);
            var hash = Convert.ToHexString(SHA256.HashData(bytes ?? []));
            return (new(File.GetLastWriteTimeUtc(path), hash, problem), bytes ?? []);
        }

        public bool SaysTheSameAs(Look? other) => Hash == other?.Hash && Problem == other.Problem;
    }
}
