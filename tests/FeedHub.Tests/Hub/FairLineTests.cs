using FeedHub.Hub;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Hub;

/// <summary>Whose call is next, and how many are at work.</summary>
public sealed class FairLineTests
{
    private readonly FairLine _line = new(new(InAll: 6, PerRequester: 3, PerHost: 2));

    [Fact]
    public void AHost_HasSoManyCallsAtWork_AndTheOthersGoOn()
    {
        Add("flood.example", 1, 2, 3, 4, 5);
        Add("honest.example", 6);
        Assert.Equal([1, 6, 2], Started());
        Assert.Equal((3, 3), (_line.AtWork, _line.Waiting));
    }

    [Fact]
    public void ARequester_HasSoManyCallsAtWork_AtHoweverManyHosts()
    {
        for (var n = 1; n <= 20; n++)
            _line.TryAdd(Call(n, $"h{n}.example", "flooder"));
        _line.TryAdd(Call(21, "honest.example", "another"));
        Assert.Equal([1, 21, 2, 3], Started());
    }

    [Fact]
    public void NoMoreAreAtWork_ThanThereMayBeInAll_AndEachThatEndsLetsOneIn()
    {
        for (var n = 1; n <= 20; n++)
            _line.TryAdd(Call(n, $"h{n}.example", $"r{n}"));
        var first = _line.Next()!;
        Assert.Equal(5, Started().Count);
        _line.Done(first);
        Assert.Equal([7], Started());
    }

    [Fact]
    public void ACallThatWaits_IsNotAddedAgain_AndOneThatIsTakenOutIsNotMade()
    {
        Assert.True(_line.TryAdd(Call(1, "a.example", "r")));
        Assert.False(_line.TryAdd(Call(1, "b.example", "r")));
        Add("a.example", 2);
        Assert.True(_line.Remove(1));
        Assert.False(_line.Remove(1));
        Assert.Equal([2], Started());
        Assert.Equal(0, _line.Waiting);
    }

    [Fact]
    public void WhoSendsTooMuch_IsToldSo_UntilItsCallbacksHaveConfirmed()
    {
        var requesters = new HubRequesters();
        for (var n = 0; n < HubRequesters.MaxWaiting; n++)
            requesters.Add(n, "flooder");
        Assert.Equal((false, true, true), (requesters.HasRoom("flooder"), requesters.HasRoom("another"), requesters.HasRoom(null)));
        requesters.Remove(7);
        requesters.Remove(7);
        Assert.Equal((true, "", "flooder"), (requesters.HasRoom("flooder"), requesters.Of(7), requesters.Of(8)));
    }

    [Fact]
    public void ASubscriber_IsToldInTheLineOfItsPace()
    {
        var clock = new FakeTimeProvider();
        var paces = new SubscriberPaces(clock);
        Assert.Equal(HubLane.PushNew, paces.LaneOf(1));
        paces.Answered(1, slowly: false);
        Assert.Equal(HubLane.PushKnown, paces.LaneOf(1));
        paces.Answered(1, slowly: true);
        Assert.Equal(HubLane.PushSlow, paces.LaneOf(1));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HubLane.PushNew, paces.LaneOf(1));
    }

    private void Add(string host, params IEnumerable<long> ids)
    {
        foreach (var id in ids)
            _line.TryAdd(Call(id, host, "r"));
    }

    private static HubCall Call(long id, string host, string requester) => new(HubLane.Verify, id, host, requester);

    private List<long> Started()
    {
        var started = new List<long>();
        while (_line.Next() is { } call)
            started.Add(call.Id);
        return started;
    }
}
