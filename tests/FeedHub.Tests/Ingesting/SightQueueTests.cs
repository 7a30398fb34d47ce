using FeedHub.Ingesting;

namespace FeedHub.Tests.Ingesting;

public sealed class SightQueueTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Stories_ComeOutInTheirOrder_AndNoneBeforeItsTime()
    {
        var queue = new SightQueue();
        var taken = new List<long>();
        for (var id = 1; id <= 20_000; id++)
        {
            queue.Add(Morning.AddSeconds(id), id);
            if (id % 3 == 0)
                taken.Add(queue.TryTake()!.Value);
        }

        while (queue.TryTake(Morning.AddSeconds(19_999)) is { } story)
            taken.Add(story);
        Assert.Equal(Enumerable.Range(1, 19_998).Select(id => (long)id), taken);
        queue.Clear();
        Assert.Null(queue.TryTake());
        queue.Add(Morning, 7);
        Assert.Null(queue.TryTake(Morning));
        Assert.Equal(7, queue.TryTake());
    }
}
