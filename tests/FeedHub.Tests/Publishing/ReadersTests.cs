using FeedHub.Benchmarks.Readers;
using FeedHub.Model.Stories;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>The simulation of <c>readers</c> in small: publishers with outages, late, voted and day-only ones, and who reads
/// them.</summary>
public sealed class ReadersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhoRemembersIds_AndABotByDatesOfArrival_SeeEveryStory_WhichDatesOfPublicationDoNotGive()
    {
        SimulatedReader[] readers =
        [
            new("ids, each hour", TimeSpan.FromHours(1), new()),
            new("ids, each six hours", TimeSpan.FromHours(6), new()),
            new("bot", TimeSpan.FromHours(1), new() { DatesFound = true }, GoesByDate: true),
            new("ids by date", TimeSpan.FromHours(1), new() { ByPublished = true, Limit = StoryFilter.DefaultLimit }),
            new("bot by date", TimeSpan.FromHours(1), new(), GoesByDate: true),
        ];
        var simulation = new ReadersSimulation(publishers: 14, storiesADay: 300, days: 2, TimeSpan.FromHours(1));
        var (found, shares) = await simulation.RunAsync(_folder.Path, readers);

        Assert.True(found > 150);
        Assert.Equal([1.0, 1.0, 1.0], shares.Take(3).Select(reader => reader.Share));
        Assert.All(shares.Skip(3), reader => Assert.InRange(reader.Share, 0.1, 0.99));
    }
}
