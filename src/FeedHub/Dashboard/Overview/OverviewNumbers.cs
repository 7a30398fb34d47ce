using FeedHub.Model.Health;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Items;

namespace FeedHub.Dashboard.Overview;

/// <summary>What an admin sees at a glance.</summary>
/// <param name="At">When it was counted.</param>
/// <param name="States">Sources of each state.</param>
/// <param name="WithHeaders">Sources that are polled with headers of their own.</param>
/// <param name="Waiting">Sources that are due and not yet being polled.</param>
/// <param name="DueSince">Since when the first of them waits.</param>
/// <param name="Crowd">The host that most of them are on, and how many; null: none waits.</param>
/// <param name="LastPollAt">When the newest poll began.</param>
/// <param name="Hours">The last seven days, oldest hour first.</param>
/// <param name="DelaysOfDay">Items of the last day by <see cref="Delays"/>' classes.</param>
/// <param name="DelaysOfWeek">The same for items of the last seven days.</param>
/// <param name="StoriesOfDay">Stories that were first seen in the last day.</param>
/// <param name="BareOfDay">Those of them that have no category.</param>
/// <param name="Size">The database's.</param>
/// <param name="Jobs">What Hangfire does.</param>
/// <param name="Turns">Sources that changed their state lately, the newest first.</param>
public sealed record OverviewNumbers(
    DateTimeOffset At,
    IReadOnlyDictionary<SourceState, int> States,
    int WithHeaders,
    int Waiting,
    DateTimeOffset? DueSince,
    HostCrowd? Crowd,
    DateTimeOffset? LastPollAt,
    IReadOnlyList<HourNumbers> Hours,
    IReadOnlyDictionary<string, long> DelaysOfDay,
    IReadOnlyDictionary<string, long> DelaysOfWeek,
    long StoriesOfDay,
    long BareOfDay,
    DatabaseSize Size,
    JobNumbers Jobs,
    IReadOnlyList<HealthEvent> Turns)
{
    /// <summary>Sources in all.</summary>
    public int Sources => States.Values.Sum();

    /// <summary>The last day, oldest hour first.</summary>
    public IReadOnlyList<HourNumbers> Day => [.. Hours.TakeLast(24)];

    /// <summary>The hours from the first of which something is known.</summary>
    public IReadOnlyList<HourNumbers> Known => [.. Hours.SkipWhile(hour => hour.Polls == 0 && hour.Items == 0)];
}

/// <summary>A host with sources that wait.</summary>
public sealed record HostCrowd(string Host, int Sources);

/// <summary>One hour in numbers.</summary>
public sealed record HourNumbers(DateTimeOffset Hour, IReadOnlyDictionary<string, long> Counts)
{
    public long Items => Of(HourlyCounts.Items);

    public long Stories => Of(HourlyCounts.Stories);

    /// <summary>Items that joined a story that was there.</summary>
    public long Joined => Math.Max(0, Items - Stories - Of(HourlyCounts.Dropped));

    /// <summary>Polls of any outcome.</summary>
    public long Polls => Enum.GetValues<PollOutcome>().Sum(outcome => Of(Counters.PollsOf(outcome)));

    /// <summary>Seconds from publication to FeedHub that half of the hour's items took at most; 0 where none tells.</summary>
    public long MedianDelay => (long)Math.Ceiling(Delays.Percentile(DelayCounts, .5)?.TotalSeconds ?? 0);

    /// <summary>Its items by <see cref="Delays"/>' classes.</summary>
    public IReadOnlyDictionary<string, long> DelayCounts =>
        Counts.Where(count => count.Key.StartsWith(Delays.Prefix, StringComparison.Ordinal)).ToDictionary();

    /// <summary>The number of this name.</summary>
    public long Of(string name) => Counts.GetValueOrDefault(name);
}

/// <summary>How large the database is, and how fast it grows.</summary>
/// <param name="Bytes">The file with what is written but not yet in it.</param>
/// <param name="GrowthADay">Bytes a day over the last week; null while too little of it is known.</param>
public sealed record DatabaseSize(long Bytes, long? GrowthADay);

/// <summary>Hangfire's queues and workers.</summary>
/// <param name="Queues">Jobs that wait, by queue.</param>
/// <param name="Processing">Jobs under way.</param>
/// <param name="Scheduled">Jobs that wait for their time.</param>
/// <param name="Failed">Failed jobs that can be requeued.</param>
/// <param name="Servers">Groups of workers.</param>
/// <param name="Last">The newest jobs that ended.</param>
public sealed record JobNumbers(
    IReadOnlyList<(string Queue, long Waiting)> Queues, long Processing, long Scheduled, long Failed, long Servers,
    IReadOnlyList<EndedJob> Last);

/// <summary>A job that ended.</summary>
/// <param name="Id">Hangfire's id.</param>
/// <param name="Name">Its name, in English.</param>
/// <param name="At">When it ended.</param>
/// <param name="Result">What came of it, in English.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record EndedJob(string Id, string Name, DateTimeOffset At, string Result, bool Failed);
