using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task EnterAsync_FreeHost_IsGrantedAtOnce()
    {
        using var turn = await Gate().EnterAsync("a.example", TimeSpan.Zero, default);
        Assert.NotNull(turn);
    }

    [Fact]
    public async Task EnterAsync_HostInUse_WaitsForTheTurnAndTheGapAfterIt()
    {
        var gate = Gate();
        var first = await gate.EnterAsync("a.example", Minute, default);
        var second = gate.EnterAsync("a.example", Minute, default).AsTask();

        _clock.Advance(5 * Second);
        Assert.False(second.IsCompleted);
        first!.Dispose();
        _clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task EnterAsync_OtherHost_DoesNotWait()
    {
        var gate = Gate();
        using var a = await gate.EnterAsync("a.example", TimeSpan.Zero, default);
        using var b = await gate.EnterAsync("b.example", TimeSpan.Zero, default);
        Assert.NotNull(b);
    }

    [Fact]
    public async Task EnterAsync_SeveralWaiting_ComeInOrderAGapApart()
    {
        var gate = Gate();
        List<int> order = [];
        var all = Enumerable.Range(0, 4).Select(i => TakeAsync(gate, i, order)).ToList();
        for (var i = 0; i < 3; i++)
        {
            await all[i];
            Assert.Equal(Enumerable.Range(0, i + 1), order);
            _clock.Advance(Second);
        }

        await all[3];
        Assert.Equal([0, 1, 2, 3], order);
    }

    [Fact]
    public async Task EnterAsync_PerHostOfTwo_LetsTwoInAGapApart()
    {
        var gate = Gate(perHost: 2);
        using var first = await gate.EnterAsync("a.example", Minute, default);
        var second = gate.EnterAsync("a.example", Minute, default).AsTask();
        var third = gate.EnterAsync("a.example", Minute, default).AsTask();

        Assert.False(second.IsCompleted);
        _clock.Advance(Second);
        Assert.NotNull(await second);
        _clock.Advance(10 * Second);
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task EnterAsync_TurnThatDoesNotCome_IsNullAfterThePatience()
    {
        var gate = Gate();
        using var first = await gate.EnterAsync("a.example", Minute, default);
        var second = gate.EnterAsync("a.example", 10 * Second, default).AsTask();

        _clock.Advance(10 * Second);
        Assert.Null(await second);
    }

    [Fact]
    public async Task EnterAsync_QueueLongerThanThePatience_IsNullAtOnce()
    {
        var gate = Gate();
        using var first = await gate.EnterAsync("a.example", Minute, default);
        Assert.Null(await gate.EnterAsync("a.example", Second / 2, default));
    }

    [Fact]
    public async Task EnterAsync_OneThatGaveUp_DoesNotHoldUpTheNext()
    {
        var gate = Gate();
        var first = await gate.EnterAsync("a.example", Minute, default);
        using var bored = new CancellationTokenSource();
        var second = gate.EnterAsync("a.example", Minute, bored.Token).AsTask();
        var third = gate.EnterAsync("a.example", Minute, default).AsTask();

        await bored.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first!.Dispose();
        _clock.Advance(Second);
        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Dispose_Twice_FreesOnePlaceOnly()
    {
        var gate = Gate();
        var first = await gate.EnterAsync("a.example", Minute, default);
        first!.Dispose();
        first.Dispose();
        _clock.Advance(Second);
        using var second = await gate.EnterAsync("a.example", Minute, default);
        _clock.Advance(Second);
        Assert.Null(await gate.EnterAsync("a.example", TimeSpan.Zero, default));
    }

    [Fact]
    public async Task IdleHosts_AreForgottenOnceTheirGapIsOver()
    {
        var gate = Gate();
        for (var i = 0; i < 1000; i++)
            (await gate.EnterAsync($"{i}.example", TimeSpan.Zero, default))!.Dispose();
        Assert.Equal(1000, gate.Count);

        _clock.Advance(Second);
        Assert.Equal(0, gate.Count);
    }

    [Fact]
    public async Task PaceAsync_WithinATurn_WaitsForTheGapAndStartsAnother()
    {
        var gate = Gate();
        using var turn = await gate.EnterAsync("a.example", Minute, default);
        var second = gate.PaceAsync("a.example", default);
        Assert.False(second.IsCompleted);
        _clock.Advance(Second);
        await second;

        Assert.False(gate.PaceAsync("a.example", default).IsCompleted);
    }

    [Fact]
    public async Task EnterAsync_ManyAtOnceOnARealClock_NeverExceedsPerHost()
    {
        var gate = new HostGate(Of(perHost: 3, TimeSpan.Zero), TimeProvider.System);
        int now = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await gate.EnterAsync("a.example", Minute, default);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        })));
        Assert.InRange(most, 1, 3);
        Assert.Equal(0, gate.Count);
    }

    private static async Task TakeAsync(HostGate gate, int number, List<int> order)
    {
        using var turn = await gate.EnterAsync("a.example", Minute, default);
        order.Add(number);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private static IOptions<FeedHubOptions> Of(int perHost, TimeSpan gap) =>
        Options.Create(new FeedHubOptions { Polling = { PerHost = perHost, HostGap = gap } });

    private HostGate Gate(int perHost = 1) => new(Of(perHost, Second), _clock);
}
