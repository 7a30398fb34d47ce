using System.Globalization;
using System.Reflection;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Tables;
using Hangfire;
using Hangfire.Common;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Dashboard.Sources;

/// <summary>
/// Names and numbers that Hangfire's pages show. They are asked for on every page and by its timer, so a few seconds old is new
/// enough.
/// </summary>
public sealed class SourceNames(IDbContextFactory<FeedHubDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private Snapshot _snapshot = new(DateTimeOffset.MinValue, new Dictionary<long, (string, string)>(), 0);

    /// <summary>Sources that fail or are gone.</summary>
    public int Ailing => Current().Ailing;

    /// <summary>A poll by its source's title, polls of several sources by their host; any other job by its own name.</summary>
    public string NameOf(Job job) => job.Args switch
    {
        [long id, ..] when job.Type == typeof(PollJob) =>
            $"Poll {SourceOf(id)?.Title ?? "source " + id.ToString(CultureInfo.InvariantCulture)}",
        [string host, long[] sources, ..] when job.Type == typeof(PollHostJob) => $"Poll {sources.Length} sources of {host}",
        _ => job.Method.GetCustomAttribute<JobDisplayNameAttribute>()?.Format(null!, job) ?? job.ToString(),
    };

    /// <summary>The source that a job polls: its title and its public id; null: it polls none, or several.</summary>
    public (string Title, string Slug)? SourceOf(Job? job) =>
        job?.Args is [long id, ..] && job.Type == typeof(PollJob) ? SourceOf(id) : null;

    private (string Title, string Slug)? SourceOf(long id) => Current().Sources.TryGetValue(id, out var source) ? source : null;

    private Snapshot Current()
    {
        lock (_lock)
        {
            if (time.GetUtcNow() - _snapshot.At > Freshness)
                _snapshot = Load();
            return _snapshot;
        }
    }

    private Snapshot Load()
    {
        using var db = databases.CreateDbContext();
        var sources = db.Sources.AsNoTracking()
            .Select(s => new { s.Id, s.Slug, s.Declared.Title, FeedTitle = s.Feed.Title, s.Url, s.Polling.State })
            .ToList();
        return new(
            time.GetUtcNow(),
            sources.ToDictionary(s => s.Id, s => (Source.NameOf(s.Title, s.FeedTitle, s.Url), s.Slug)),
            sources.Count(s => s.State is SourceState.Failing or SourceState.Gone));
    }

    private sealed record Snapshot(DateTimeOffset At, IReadOnlyDictionary<long, (string Title, string Slug)> Sources, int Ailing);
}
