using System.Collections.Concurrent;

namespace FeedHub.Publishing.Hub;

/// <summary>
/// Callback hosts that take their time: they wait for each other on workers of their own, so that nobody else waits for them. What is
/// forgotten at a restart is learnt again from the first call.
/// </summary>
internal sealed class SlowHosts(TimeProvider time)
{
    private const int MaxHosts = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new();

    /// <summary>Whether the host was slow within the last hour.</summary>
    public bool Contains(string host) => _until.TryGetValue(host, out var until) && until > time.GetUtcNow();

    /// <summary>It did not answer in the time that others do.</summary>
    public void Add(string host)
    {
        if (_until.Count >= MaxHosts)
            _until.Clear();
        _until[host] = time.GetUtcNow() + Remembered;
    }

    /// <summary>It answered as fast as others do.</summary>
    public void Remove(string host) => _until.TryRemove(host, out _);
}
