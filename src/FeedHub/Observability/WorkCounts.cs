namespace FeedHub.Observability;

/// <summary>Counts polls and what they brought since somebody last asked. Thread-safe.</summary>
internal sealed class WorkCounts
{
    private readonly Lock _lock = new();
    private Work _work;

    /// <summary>A poll ended.</summary>
    /// <param name="outcome"><c>changed</c>, <c>unchanged</c> or <c>failed</c>.</param>
    public void Polled(string outcome)
    {
        lock (_lock)
        {
            _work = outcome switch
            {
                "changed" => _work with { Changed = _work.Changed + 1 },
                "failed" => _work with { Failed = _work.Failed + 1 },
                _ => _work with { Unchanged = _work.Unchanged + 1 },
            };
        }
    }

    /// <summary>Items were stored.</summary>
    public void Stored(int items, int stories)
    {
        lock (_lock)
            _work = _work with { Items = _work.Items + items, Stories = _work.Stories + stories };
    }

    /// <summary>What was counted; counting begins again.</summary>
    public Work Take()
    {
        lock (_lock)
        {
            var work = _work;
            _work = default;
            return work;
        }
    }
}

/// <summary>What FeedHub did in some time.</summary>
/// <param name="Changed">Polls that brought something.</param>
/// <param name="Unchanged">Polls that brought nothing.</param>
/// <param name="Failed">Polls that failed.</param>
/// <param name="Items">New items.</param>
/// <param name="Stories">New stories.</param>
internal readonly record struct Work(int Changed, int Unchanged, int Failed, int Items, int Stories)
{
    /// <summary>Polls in all.</summary>
    public int Polls => Changed + Unchanged + Failed;
}
