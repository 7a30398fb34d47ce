using FeedHub.Model.Settings;
using FeedHub.Serving.Sending;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Publishing;

/// <summary>Who makes room where places or memory are short.</summary>
public sealed class PlacesTests
{
    private const int Megabyte = 1024 * 1024;
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _gone = [];
    private readonly ConnectionSlots _places;

    public PlacesTests() => _places = new(_time, Options.Create(new FeedHubOptions { Limits = { Connections = 4 } }));

    [Fact]
    public void OfTheClientWithTheMostPlaces_WhoHasWaitedLongestMakesRoom()
    {
        Enter("old", "a");
        Enter("first", "b");
        Enter("second", "b");
        Enter("third", "b");
        Assert.NotNull(Enter("newcomer", "c"));
        Assert.Equal(["first"], _gone);
        Assert.Equal(4, _places.Count);
    }

    [Fact]
    public void WhoseRequestIsBeingAnswered_StaysUntilItWaitsForItsReader()
    {
        var all = Enumerable.Range(0, 4).Select(n => Enter($"n{n}", "a")!).ToList();
        all.ForEach(place => _places.Begin(place, readsBody: false));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(Enter("refused", "b"));

        _places.Stall(all[2], new(), 1);
        Assert.NotNull(Enter("newcomer", "b"));
        Assert.Equal(["n2"], _gone);
    }

    [Fact]
    public void ABodyThatComesForLong_MakesRoomToo()
    {
        var all = Enumerable.Range(0, 4).Select(n => Enter($"n{n}", "a")!).ToList();
        all.ForEach(place => _places.Begin(place, readsBody: true));
        Assert.Null(Enter("refused", "b"));
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(Enter("newcomer", "b"));
        Assert.Equal(["n0"], _gone);
    }

    [Fact]
    public void DocumentsThatWaitForReaders_AreBoundedInBytes_EachCountedOnce()
    {
        var (shared, a, b, c) = (new object(), Answering("a"), Answering("b"), Answering("c"));
        _places.Stall(a, shared, 40 * Megabyte);
        _places.Stall(b, shared, 40 * Megabyte);
        Assert.Equal(40 * Megabyte, _places.Held);

        _places.Stall(c, new(), 20 * Megabyte);
        _time.Advance(TimeSpan.FromSeconds(2));
        _places.Stall(Answering("d"), new(), 20 * Megabyte);
        Assert.NotEmpty(_gone);
        Assert.InRange(_places.Held, 0, ConnectionSlots.MostHeld);
    }

    [Fact]
    public void AReaderWhoTakesWhatWaits_IsNotCountedAnyMore()
    {
        var place = Answering("a");
        _places.Stall(place, new(), 60 * Megabyte);
        _places.Weigh(place, Megabyte);
        Assert.Equal(Megabyte, _places.Held);
        _places.Resume(place);
        Assert.Equal(0, _places.Held);
        _places.End(place);
        _places.Leave(place);
        Assert.Equal(0, _places.Count);
    }

    [Fact]
    public void ShortPauses_EndNobody_HoweverMuchWaits()
    {
        for (var n = 0; n < 4; n++)
            _places.Stall(Answering($"n{n}"), new(), 40 * Megabyte);
        Assert.Empty(_gone);
    }

    private ConnectionSlot Answering(string name)
    {
        var place = Enter(name, name)!;
        _places.Begin(place, readsBody: false);
        return place;
    }

    private ConnectionSlot? Enter(string name, string client)
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return _places.Enter(client, () => _gone.Add(name));
    }
}
