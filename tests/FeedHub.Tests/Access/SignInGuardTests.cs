using FeedHub.Access;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Access;

public sealed class SignInGuardTests
{
    private static readonly Guesser A = new("a", null);

    private readonly FakeTimeProvider _time = new();
    private readonly SignInGuard _guard;

    public SignInGuardTests() => _guard = new(_time);

    [Fact]
    public void TheWait_Doubles_UpToAQuarterOfAnHour_AndIsForgottenAfterADay()
    {
        var waits = new List<double>();
        for (var failure = 1; failure <= 17; failure++)
        {
            _guard.Failed(A);
            waits.Add(_guard.WaitOf(A).TotalSeconds);
            _time.Advance(_guard.WaitOf(A));
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900], waits);
        _time.Advance(TimeSpan.FromHours(25));
        _guard.Failed(A);
        Assert.Equal(TimeSpan.Zero, _guard.WaitOf(A));
    }

    [Fact]
    public void ManyClientsAtOnce_ShareATrickle_ButNobodyWaitsForEver_AndAKnownOneNotAtAll()
    {
        _guard.Succeeded(new("known", null));
        for (var client = 0; client < SignInGuard.SharedFailures; client++)
            _guard.Failed(new($"client {client}", null));
        Assert.Equal(TimeSpan.FromSeconds(1), _guard.WaitOf(new("new", null)));
        Assert.Equal(TimeSpan.Zero, _guard.WaitOf(new("known", null)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _guard.WaitOf(new("new", null)));
    }

    [Fact]
    public void OnePeer_ThatMakesUpClients_FillsNothing_AndThoseBehindItWaitHalfAMinuteAtMost()
    {
        var (looked, start) = (0, _time.GetUtcNow());
        for (var made = 0; _time.GetUtcNow() - start < TimeSpan.FromHours(1); made++)
        {
            var client = new Guesser($"peer for {made}", "peer");
            Assert.InRange(_guard.WaitOf(client), TimeSpan.Zero, SignInGuard.LongestCrowdWait);
            if (_guard.WaitOf(client) == TimeSpan.Zero)
            {
                _guard.Failed(client);
                looked++;
            }

            _time.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.InRange(looked, SignInGuard.FreeFailures, 150);
        Assert.Equal(TimeSpan.Zero, _guard.WaitOf(A));
        Assert.Equal(TimeSpan.Zero, _guard.WaitOf(new("another peer for 1", "another peer")));
    }

    [Fact]
    public void WhoGuessesBehindAnUnlistedProxy_WaitsLonger_ThanThoseBesideHim_AndWhomIsKnownNotAtAll()
    {
        var (guesser, honest, known) = (new Guesser("peer for x", "peer"), new Guesser("peer for y", "peer"), new Guesser(
            "peer for z",
            "peer"));
        _guard.Succeeded(known);
        for (var failure = 0; failure < 14; failure++)
        {
            _time.Advance(_guard.WaitOf(guesser));
            _guard.Failed(guesser);
        }

        Assert.Equal(
            (512, 30, 0),
            (_guard.WaitOf(guesser).TotalSeconds, _guard.WaitOf(honest).TotalSeconds, _guard.WaitOf(known).TotalSeconds));
    }

    [Fact]
    public void ThePasswordOfThoseWhoOnlyLook_BuysNoMoreGuesses()
    {
        for (var failure = 0; failure < SignInGuard.FreeFailures; failure++)
        {
            _guard.Failed(A);
            _guard.Recognised(A);
        }

        Assert.Equal(TimeSpan.FromSeconds(1), _guard.WaitOf(A));
    }

    [Fact]
    public void Memory_IsBounded_HoweverManyClientsGuess()
    {
        for (var client = 0; client < SignInGuard.MaxClients + 500; client++)
            _guard.Failed(new($"client {client}", null));
        Assert.Equal(SignInGuard.MaxClients, _guard.Remembered);
    }
}
