namespace FeedHub.Dashboard.Access;

/// <summary>
/// Slows guessing down: after a few wrong passwords a client waits, each time twice as long; when many clients guess at once, those that
/// never had the right one share a trickle of attempts. Nobody is locked out for ever, and nothing grows without bound.
/// </summary>
public sealed class SignInGuard(TimeProvider time)
{
    /// <summary>Wrong attempts before a client waits.</summary>
    public const int FreeFailures = 5;

    /// <summary>The longest that one client waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Clients remembered, and clients known to have had the right password.</summary>
    internal const int MaxClients = 10_000;

    /// <summary>Wrong attempts of all clients together that may come at once; then one a second.</summary>
    internal const int SharedFailures = 100;

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    private readonly Lock padlock = new();
    private readonly Dictionary<string, Failures> failing = [];
    private readonly HashSet<string> known = [];
    private double shared = SharedFailures;
    private long sharedAt = time.GetTimestamp();

    internal int Remembered
    {
        get
        {
            lock (padlock)
                return failing.Count + known.Count;
        }
    }

    /// <summary>How long this client has to wait before its next attempt is looked at; zero: not at all.</summary>
    public TimeSpan WaitOf(string client)
    {
        lock (padlock)
        {
            var own = failing.TryGetValue(client, out var failures) ? failures.Until - time.GetUtcNow() : TimeSpan.Zero;
            if (own > TimeSpan.Zero)
                return own;
            Refill();
            return shared >= 1 || known.Contains(client) ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
        }
    }

    /// <summary>Takes note of a wrong attempt.</summary>
    public void Failed(string client)
    {
        lock (padlock)
        {
            Refill();
            shared = Math.Max(0, shared - 1);
            var now = time.GetUtcNow();
            var count = failing.TryGetValue(client, out var failures) && now - failures.At < ForgottenAfter ? failures.Count + 1 : 1;
            if (failures is null && failing.Count >= MaxClients)
                failing.Remove(failing.MinBy(f => f.Value.At).Key);
            failing[client] = new(count, now, now + WaitAfter(count));
        }
    }

    /// <summary>Takes note of a right attempt: the client starts anew, and is not held up by the guesses of others.</summary>
    public void Succeeded(string client)
    {
        lock (padlock)
        {
            failing.Remove(client);
            if (known.Count >= MaxClients)
                known.Clear();
            known.Add(client);
        }
    }

    private static TimeSpan WaitAfter(int failures) => failures < FreeFailures
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, failures - FreeFailures)));

    private void Refill()
    {
        var now = time.GetTimestamp();
        shared = Math.Min(SharedFailures, shared + time.GetElapsedTime(sharedAt, now).TotalSeconds);
        sharedAt = now;
    }

    private sealed record Failures(int Count, DateTimeOffset At, DateTimeOffset Until);
}
