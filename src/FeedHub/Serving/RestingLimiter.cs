using System.Threading.RateLimiting;

namespace FeedHub.Serving;

/// <summary>
/// A limiter while anybody asks. The timer of .NET's goes off ten times a second for nobody too: that was half of what an idle hub costs.
/// </summary>
/// <param name="make">Makes a limiter of which nothing is taken.</param>
/// <param name="full">So long after the last request all is as at the beginning: nothing is forgotten that counts.</param>
/// <param name="time">The clock.</param>
internal sealed class RestingLimiter<T>(Func<PartitionedRateLimiter<T>> make, TimeSpan full, TimeProvider time) : IDisposable
{
    private readonly Lock _padlock = new();
    private PartitionedRateLimiter<T>? _limiter;
    private ITimer? _timer;
    private long _asked;

    /// <summary>Takes one of what the client may have, if any is left.</summary>
    public RateLimitLease AttemptAcquire(T client)
    {
        var now = time.GetTimestamp();
        lock (_padlock)
        {
            _asked = now;
            if (_limiter is null)
                (_limiter, _timer) = (make(), time.CreateTimer(_ => RestIfNobodyAsks(), null, full, full));
            return _limiter.AttemptAcquire(client);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_padlock)
            Rest();
    }

    private void RestIfNobodyAsks()
    {
        lock (_padlock)
        {
            if (time.GetElapsedTime(_asked) >= full)
                Rest();
        }
    }

    private void Rest()
    {
        _timer?.Dispose();
        _limiter?.Dispose();
        (_timer, _limiter) = (null, null);
    }
}
