using System.Text.Json;
using FeedHub.Dashboard.Sources;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace FeedHub.Dashboard.Overview;

/// <summary>Asks Hangfire what it does, for visitors of either language.</summary>
public sealed class JobFigures(JobStorage storage, SourceNames names)
{
    private const int Shown = 8;
    private const int LookedThrough = 60;

    /// <summary>What Hangfire's own numbers are now.</summary>
    public JobNumbers Now()
    {
        var api = storage.GetMonitoringApi();
        var all = api.GetStatistics();
        return new(
            [.. api.Queues().OrderBy(queue => queue.Name, StringComparer.Ordinal).Select(queue => (queue.Name, queue.Length))],
            all.Processing,
            all.Scheduled,
            all.Failed,
            all.Servers,
            [.. Succeeded(api).Concat(Failed(api)).OrderByDescending(job => job.At).Take(Shown)]);
    }

    /// <summary>The recurring jobs that look every few seconds for what is due say mostly that nothing is.</summary>
    private static bool TellsNothing(string result) =>
        result is "nothing due" or "nothing to do" or "" || (result.Any(char.IsAsciiDigit) && !result.Any(c => c is >= '1' and <= '9'));

    private IEnumerable<EndedJob> Succeeded(IMonitoringApi api) =>
        from job in api.SucceededJobs(0, LookedThrough)
        let result = TextOf(job.Value?.Result)
        where job.Value?.SucceededAt is not null && !TellsNothing(result)
        select new EndedJob(job.Key, NameOf(job.Value.Job), At(job.Value.SucceededAt!.Value), result, false);

    private IEnumerable<EndedJob> Failed(IMonitoringApi api) =>
        from job in api.FailedJobs(0, Shown)
        where job.Value?.FailedAt is not null
        select new EndedJob(job.Key, NameOf(job.Value.Job), At(job.Value.FailedAt!.Value), job.Value.ExceptionMessage ?? "", true);

    // Hangfire keeps what a job returned as JSON.
    private static string TextOf(object? result) => result?.ToString() switch
    {
        ['"', ..] json => JsonSerializer.Deserialize<string>(json)!,
        var text => text ?? "",
    };

    private string NameOf(Job? job) => job is null ? "a job that this version does not know" : names.NameOf(job);

    private static DateTimeOffset At(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
