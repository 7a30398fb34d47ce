namespace FeedHub.Polling;

/// <summary>Tells of a few sources in a minute one by one, and of what is more than that together, when the minute is over: a first start
/// and a bad hour of many publishers are a few lines.</summary>
/// <param name="time">Whose minutes.</param>
/// <param name="tell">Tells of those that were held back: how many, and their names by what they are now.</param>
internal sealed class StateCrowd(TimeProvider time, Action<int, string> tell) : IDisposable
{
    private const int Few = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _padlock = new();
    private readonly List<(string Source, string State)> _held = [];
    private long? _since;
    private int _told;
    private ITimer? _timer;

    /// <summary>Whether it is one too many to be told now; it is told then when the minute is over, or at the end.</summary>
    public bool Holds(string source, string state)
    {
        lock (_padlock)
        {
            if (_since is not { } since || time.GetElapsedTime(since) >= Minute)
                (_since, _told) = (time.GetTimestamp(), 0);
            if (_told++ < Few)
                return false;
            _held.Add((source, state));
            _timer ??= time.CreateTimer(_ => Tell(), null, Minute - time.GetElapsedTime(_since.Value), Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    /// <summary>Tells what is left.</summary>
    public void Dispose() => Tell();

    private void Tell()
    {
        List<(string Source, string State)> held;
        lock (_padlock)
        {
            held = [.. _held];
            _held.Clear();
            _timer?.Dispose();
            (_timer, _since) = (null, null);
        }

        if (held.Count > 0)
            tell(held.Count, string.Join("; ", held.GroupBy(one => one.State).Select(
                same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Source))}")));
    }
}
