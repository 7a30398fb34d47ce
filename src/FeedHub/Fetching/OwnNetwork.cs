using FeedHub.Model.Health;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>
/// Tells a publisher that cannot be reached from this machine having no network: then most others cannot be reached either. That is one
/// event, and no fault of any source (docs/notes/own-network.md).
/// </summary>
public sealed partial class OwnNetwork(
    ReadSessions database, SmallWrites writes, Reach reach, IStorageHealth storage, TimeProvider time, Random random,
    ILogger<OwnNetwork> log) : IDisposable
{
    /// <summary>Servers that are tried at a time.</summary>
    private const int Tried = 6;

    /// <summary>So long a look that found the network well holds: failures that come together are judged together.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>While it is down, the time between two looks.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(1);

    /// <summary>What was due meanwhile is polled within this time.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(75);

    private readonly SemaphoreSlim _turn = new(1);
    private NetworkOutage? _outage;
    private long? _wellAt;
    private long _lookedAt;
    private long? _backAt;

    /// <summary>True while it is down.</summary>
    public bool IsDown => Volatile.Read(ref _outage) is not null;

    /// <summary>How long ago it came back; null: it was never away since the start.</summary>
    public TimeSpan? SinceBack => _backAt is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>Such as <c>This machine has no network since 14:02 UTC</c>, or that the operator's proxy is away; null: neither.</summary>
    public Reason? Trouble => Volatile.Read(ref _outage) is { } outage ? TroubleOf(outage) : null;

    /// <summary>Whether a fetch failed because of this machine's network; then nothing of it is the source's.</summary>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="fetched">What came.</param>
    /// <param name="cancellation">Gives up.</param>
    public ValueTask<bool> IsToBlameAsync(Source source, FetchResult fetched, CancellationToken cancellation) =>
        fetched.IsUnreachable && source.Polling.State == SourceState.Failing
            ? new(IsDown) // One that failed before tells nothing, and is not worth knocking at others.
            : IsToBlameAsync(fetched, cancellation);

    /// <summary>The same of a fetch that is not a poll.</summary>
    /// <param name="fetched">What came.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> IsToBlameAsync(FetchResult fetched, CancellationToken cancellation)
    {
        if (!fetched.IsUnreachable || IsDown)
            return fetched.IsUnreachable;
        await _turn.WaitAsync(cancellation);
        try
        {
            return IsDown || (!IsFresh && await JudgeAsync(fetched, cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>While it is down, looks each minute whether it is back; nothing happens else.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        if (!IsDown || time.GetElapsedTime(_lookedAt) < Gap)
            return;
        await _turn.WaitAsync(cancellation);
        try
        {
            var sample = await SampleAsync(null, cancellation);
            if (Volatile.Read(ref _outage) is not { } outage)
                return;
            if (sample is { IsDown: false, Reached: > 0 })
                await EndAsync(outage, cancellation);
            else
                Volatile.Write(ref _outage, outage with { Proxy = await reach.DeadProxyAsync(cancellation) });
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool IsFresh => _wellAt is { } at && time.GetElapsedTime(at) < Fresh;

    private async Task<bool> JudgeAsync(FetchResult fetched, CancellationToken cancellation)
    {
        var sample = await SampleAsync(SourceUrl.ServerOf(new Uri(fetched.FinalUrl)), cancellation);
        if ((sample with { Unreachable = sample.Unreachable + 1 }).IsDown)
            await BeginAsync(time.GetUtcNow() - fetched.Duration, sample.Unreachable + 1, cancellation);
        else
            _wellAt = time.GetTimestamp();
        return IsDown;
    }

    private async Task<NetworkSample> SampleAsync(string? failed, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(Others(failed).Select(url => reach.TryAsync(url, cancellation)));
        _lookedAt = time.GetTimestamp();
        return new(answers.Count(answer => answer == true), answers.Count(answer => answer == false));
    }

    // Of those that were well, one address of a server each.
    private List<Uri> Others(string? failed)
    {
        var servers = WellSources.Addresses(database).Select(url => new Uri(url)).DistinctBy(SourceUrl.ServerOf)
            .Where(url => SourceUrl.ServerOf(url) != failed).ToArray();
        random.Shuffle(servers);
        return [.. servers.Take(Tried)];
    }

    private async Task BeginAsync(DateTimeOffset since, int servers, CancellationToken cancellation)
    {
        // A restart while it is down is the same event.
        var known = HealthEvents.GoingOnSince(database, HealthEventKind.NetworkDown, HealthEventKind.NetworkBack);
        var outage = new NetworkOutage(known ?? since, await reach.DeadProxyAsync(cancellation));
        Volatile.Write(ref _outage, outage);
        LogDown(TroubleOf(outage), servers);
        var words = outage.Proxy is { } proxy
            ? Reason.Of(ReasonCode.ProxyAway, Moment(since), proxy)
            : Reason.Of(ReasonCode.NoNetwork, Moment(since), servers);
        if (known is null && storage.Trouble is null)
            await writes.RunAsync(
                session => HealthEvents.Record(session, HealthEventKind.NetworkDown, since, words), cancellation);
    }

    private async Task EndAsync(NetworkOutage outage, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var away = RelativeTime.SpanIn(now - outage.Since);
        if (storage.Trouble is null)
            await writes.RunAsync(
                session => PlannedPolls.Spread(session, now, Spread) >= 0 && HealthEvents.Record(
                    session, HealthEventKind.NetworkBack, now, Reason.Of(ReasonCode.NetworkBack, Moment(outage.Since), away)),
                cancellation);
        (_backAt, _wellAt) = (time.GetTimestamp(), time.GetTimestamp());
        Volatile.Write(ref _outage, null);
        LogBack(Moment(outage.Since), away);
    }

    private Reason TroubleOf(NetworkOutage outage) => outage.Proxy is { } proxy
        ? Reason.Of(ReasonCode.ProxyAwaySince, proxy, Moment(outage.Since))
        : Reason.Of(ReasonCode.NoNetworkSince, Moment(outage.Since));

    private string Moment(DateTimeOffset at) =>
        time.GetUtcNow() - at < TimeSpan.FromHours(20) ? $"{at.UtcDateTime:HH:mm} UTC" : $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC";

    [LoggerMessage(
        EventName = "NetworkDown", Level = LogLevel.Warning,
        Message = "{Trouble}: none of {Servers} servers can be reached. Sources keep their states")]
    private partial void LogDown(Reason trouble, int servers);

    [LoggerMessage(
        EventName = "NetworkBack", Level = LogLevel.Information,
        Message = "This machine has its network again; it had none since {Since}, for {Span}. What is due is polled within two minutes")]
    private partial void LogBack(string since, Reason span);

    // With the host and port of the proxy where that is what cannot be reached.
    private sealed record NetworkOutage(DateTimeOffset Since, string? Proxy);
}
