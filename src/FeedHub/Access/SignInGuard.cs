namespace FeedHub.Access;

/// <summary>
/// Slows guessing down: after a few wrong passwords a client waits, each time twice as long; when many clients guess at once, those that
/// never had the right one share a trickle of attempts, those of one crowd a smaller one. Nobody is locked out for ever, nobody by one
/// peer alone, and nothing grows without bound.
/// </summary>
public sealed class SignInGuard(TimeProvider time)
{
    /// <summary>Wrong attempts before a client waits.</summary>
    public const int FreeFailures = 5;

    /// <summary>The longest that one client waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>The longest that a crowd waits: one who guesses must not keep out those who only share a proxy with him.</summary>
    public static readonly TimeSpan LongestCrowdWait = TimeSpan.FromSeconds(30);

    /// <summary>Clients remembered, and clients known to have had the right password.</summary>
    internal const int MaxClients = 10_000;

    /// <summary>Wrong attempts of all clients together that may come at once; then one a second.</summary>
    internal const int SharedFailures = 100;

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    private readonly Lock _padlock = new();
    private readonly Dictionary<string, Failures> _failing = [];
    private readonly HashSet<string> _known = [];
    private double _shared = SharedFailures;
    private long _sharedAt = time.GetTimestamp();

    internal int Remembered
    {
        get
        {
            lock (_padlock)
                return _failing.Count + _known.Count;
        }
    }

    /// <summary>How long this client has to wait before its next attempt is looked at; zero: not at all.</summary>
    public TimeSpan WaitOf(Guesser client)
    {
        lock (_padlock)
        {
            var now = time.GetUtcNow();
            var own = LeftOf(client.Key, now);
            if (_known.Contains(client.Key))
                return own;
            var crowd = client.Crowd is { } many ? LeftOf(CrowdOf(many), now) : TimeSpan.Zero;
            Refill();
            var all = _shared >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
            return new[] { own, crowd, all }.Max();
        }
    }

    /// <summary>Takes note of a wrong attempt.</summary>
    public void Failed(Guesser client)
    {
        lock (_padlock)
        {
            Refill();
            _shared = Math.Max(0, _shared - 1);
            Note(client.Key, LongestWait);
            if (client.Crowd is { } crowd)
                Note(CrowdOf(crowd), LongestCrowdWait);
        }
    }

    /// <summary>Takes note of a right attempt: the client starts again, and is not held up by the guesses of others.</summary>
    public void Succeeded(Guesser client)
    {
        lock (_padlock)
        {
            _failing.Remove(client.Key);
            Know(client.Key);
        }
    }

    /// <summary>Takes note of somebody who may come in but not change anything: not held up by others, and what it guessed stays
    /// counted.</summary>
    public void Recognised(Guesser client)
    {
        // In a crowd one could call himself by many names, and guess as each of them.
        lock (_padlock)
        {
            if (client.Crowd is null)
                Know(client.Key);
        }
    }

    private static string CrowdOf(string crowd) => $"all of {crowd}";

    private TimeSpan LeftOf(string key, DateTimeOffset now) =>
        _failing.TryGetValue(key, out var failures) && failures.Until > now ? failures.Until - now : TimeSpan.Zero;

    private void Note(string key, TimeSpan longest)
    {
        var now = time.GetUtcNow();
        var count = _failing.TryGetValue(key, out var failures) && now - failures.At < ForgottenAfter ? failures.Count + 1 : 1;
        if (failures is null && _failing.Count >= MaxClients)
            _failing.Remove(_failing.MinBy(f => f.Value.At).Key);
        _failing[key] = new(count, now, now + WaitAfter(count, longest));
    }

    private void Know(string key)
    {
        if (_known.Count >= MaxClients)
            _known.Clear();
        _known.Add(key);
    }

    private static TimeSpan WaitAfter(int failures, TimeSpan longest) => failures < FreeFailures
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, failures - FreeFailures)));

    private void Refill()
    {
        var now = time.GetTimestamp();
        _shared = Math.Min(SharedFailures, _shared + time.GetElapsedTime(_sharedAt, now).TotalSeconds);
        _sharedAt = now;
    }

    private sealed record Failures(int Count, DateTimeOffset At, DateTimeOffset Until);
}
