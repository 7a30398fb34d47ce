using System.Threading.RateLimiting;
using FeedHub.Serving;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Serving;

/// <summary>A limiter costs nothing while nobody asks, and forgets nothing that counts.</summary>
public sealed class RestingLimiterTests : IDisposable
{
    private static readonly TimeSpan Full = TimeSpan.FromMinutes(2.5);

    private readonly FakeTimeProvider _time = new();
    private readonly RestingLimiter<string> _limiter;
    private PartitionedRateLimiter<string>? _last;
    private int _made;

    public RestingLimiterTests() => _limiter = new(Limiter, Full, _time);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void WhileSomebodyAsks_ItStaysAndRemembers()
    {
        Assert.True(IsGranted());
        for (var n = 0; n < 5; n++)
        {
            _time.Advance(Full / 2);
            Assert.False(IsGranted());
        }

        Assert.Equal(1, _made);
    }

    [Fact]
    public void OnceNobodyHasAskedForSoLong_ItRests_UntilTheNextRequest()
    {
        Assert.Equal(0, _made);
        Assert.True(IsGranted());
        Assert.Equal(1, _made);

        _time.Advance(Full * 2);
        Assert.Throws<ObjectDisposedException>(() => _last!.AttemptAcquire("client"));
        Assert.True(IsGranted());
        Assert.Equal(2, _made);
    }

    private bool IsGranted()
    {
        using var lease = _limiter.AttemptAcquire("client");
        return lease.IsAcquired;
    }

    private PartitionedRateLimiter<string> Limiter()
    {
        _made++;
        return _last = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetTokenBucketLimiter(client, _ => new()
        {
            TokenLimit = 1,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));
    }
}
