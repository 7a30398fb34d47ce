using FeedHub.Dashboard.Access;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Access;

public sealed class SignInGuardTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SignInGuard guard;

    public SignInGuardTests() => guard = new(time);

    [Fact]
    public void TheWait_Doubles_UpToAQuarterOfAnHour_AndIsForgottenAfterADay()
    {
        var waits = new List<double>();
        for (var failure = 1; failure <= 17; failure++)
        {
            guard.Failed("a");
            waits.Add(guard.WaitOf("a").TotalSeconds);
            time.Advance(guard.WaitOf("a"));
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900], waits);
        time.Advance(TimeSpan.FromHours(25));
        guard.Failed("a");
        Assert.Equal(TimeSpan.Zero, guard.WaitOf("a"));
    }

    [Fact]
    public void ManyClientsAtOnce_ShareATrickle_ButNobodyWaitsForEver_AndAKnownOneNotAtAll()
    {
        guard.Succeeded("known");
        for (var client = 0; client < SignInGuard.SharedFailures; client++)
            guard.Failed($"client {client}");
        Assert.Equal(TimeSpan.FromSeconds(1), guard.WaitOf("new"));
        Assert.Equal(TimeSpan.Zero, guard.WaitOf("known"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, guard.WaitOf("new"));
    }

    [Fact]
    public void Memory_IsBounded_HoweverManyClientsGuess()
    {
        for (var client = 0; client < SignInGuard.MaxClients + 500; client++)
            guard.Failed($"client {client}");
        Assert.Equal(SignInGuard.MaxClients, guard.Remembered);
    }
}
