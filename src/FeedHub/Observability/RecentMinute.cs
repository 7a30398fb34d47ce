namespace FeedHub.Observability;

/// <summary>Counts polls and items of the last minute, by the second. Thread-safe.</summary>
internal sealed class RecentMinute
{
    private const int Seconds = 60;

    private readonly Lock _lock = new();
    private readonly (long Second, int Polls, int Items)[] _counts = new (long, int, int)[Seconds];

    /// <summary>A poll ended.</summary>
    public void Polled() => Add(1, 0);

    /// <summary>So many items were stored.</summary>
    public void Stored(int items) => Add(0, items);

    /// <summary>Polls and items of the last minute.</summary>
    public (int Polls, int Items) Now()
    {
        lock (_lock)
        {
            var since = Second - Seconds;
            var recent = _counts.Where(count => count.Second > since).ToList();
            return (recent.Sum(count => count.Polls), recent.Sum(count => count.Items));
        }
    }

    private static long Second => Environment.TickCount64 / 1000;

    private void Add(int polls, int items)
    {
        lock (_lock)
        {
            var second = Second;
            ref var count = ref _counts[second % Seconds];
            if (count.Second != second)
                count = (second, 0, 0);
            (count.Polls, count.Items) = (count.Polls + polls, count.Items + items);
        }
    }
}
