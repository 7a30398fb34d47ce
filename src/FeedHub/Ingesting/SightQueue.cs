namespace FeedHub.Ingesting;

/// <summary>
/// Stories in the order in which they came, each with its first sight. It grows page by page: one array of a million would be copied to
/// a larger one, and both be in memory for a while.
/// </summary>
internal sealed class SightQueue
{
    private const int PageLength = 4096;

    private readonly Queue<(long Ticks, long StoryId)[]> _pages = new();
    private (long Ticks, long StoryId)[] _last = [];
    private int _first;
    private int _end;

    /// <summary>Adds a story behind all others.</summary>
    public void Add(DateTimeOffset seenAt, long storyId)
    {
        if (_end == _last.Length)
        {
            _pages.Enqueue(_last = new (long, long)[PageLength]);
            _end = 0;
        }

        _last[_end++] = (seenAt.UtcTicks, storyId);
    }

    /// <summary>Takes out the first story if it was seen before that; null if it was not, or there is none.</summary>
    public long? TryTake(DateTimeOffset before) => !IsEmpty && _pages.Peek()[_first].Ticks < before.UtcTicks ? TryTake() : null;

    /// <summary>Takes out the first story; null if there is none.</summary>
    public long? TryTake()
    {
        if (IsEmpty)
            return null;
        var story = _pages.Peek()[_first++].StoryId;
        if (_first < PageLength)
            return story;
        _pages.Dequeue();
        _first = 0;
        return story;
    }

    /// <summary>Takes out all.</summary>
    public void Clear()
    {
        _pages.Clear();
        (_last, _first, _end) = ([], 0, 0);
    }

    private bool IsEmpty => _pages.Count == 0 || (_pages.Count == 1 && _first == _end);
}
