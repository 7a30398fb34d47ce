using Hangfire;
using Hangfire.States;
using Hangfire.Storage;

namespace FeedHub.Polling;

/// <summary>
/// The jobs on their way that poll a host: never more than may poll there at a time, since further ones would only hold workers.
/// </summary>
public sealed class HostLanes(JobStorage storage)
{
    private static readonly string[] Ended = [SucceededState.StateName, FailedState.StateName, DeletedState.StateName];

    private readonly Lock _padlock = new();
    private readonly Dictionary<string, List<string>> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);

    /// <summary>Hosts that jobs are on their way to.</summary>
    public int Hosts
    {
        get
        {
            lock (_padlock)
                return _jobs.Count;
        }
    }

    /// <summary>Whether a job is on its way to the host.</summary>
    public bool Has(string host)
    {
        lock (_padlock)
            return _jobs.ContainsKey(host);
    }

    /// <summary>How many further jobs may poll a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="most">Jobs at a time.</param>
    public int Free(string host, int most)
    {
        lock (_padlock)
        {
            // An admin may have deleted one on the dashboard; looked up only where it matters.
            if (_jobs.TryGetValue(host, out var jobs) && jobs.Count >= most)
                ForgetEnded(jobs);
            return Math.Max(0, most - (jobs?.Count ?? 0));
        }
    }

    /// <summary>A job polls the host.</summary>
    public void Enter(string host, string job)
    {
        lock (_padlock)
        {
            _hosts[job] = host;
            if (!_jobs.TryGetValue(host, out var jobs))
                _jobs.Add(host, jobs = []);
            jobs.Add(job);
        }
    }

    /// <summary>The job has ended; nothing happens if it has no lane.</summary>
    public void Leave(string? job)
    {
        lock (_padlock)
        {
            if (job is null || !_hosts.Remove(job, out var host) || !_jobs[host].Remove(job) || _jobs[host].Count > 0)
                return;
            _jobs.Remove(host);
        }
    }

    private void ForgetEnded(List<string> jobs)
    {
        using var connection = storage.GetReadOnlyConnection();
        foreach (var job in jobs.Where(job => HasEnded(connection, job)).ToList())
            (_, _) = (jobs.Remove(job), _hosts.Remove(job));
    }

    private static bool HasEnded(IStorageConnection connection, string job) =>
        connection.GetStateData(job) is not { } state || Ended.Contains(state.Name);
}
