using FeedHub.Model.Health;
using FeedHub.Model.Sources;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Dashboard.Overview;

/// <summary>
/// Counts what the overview shows: of hours, which are counted while things are stored, and through indexes over a day. Kept for five
/// seconds, so that many windows that stay open cost no more than one.
/// </summary>
public sealed class OverviewFigures(IDbContextFactory<FeedHubDb> databases, IDataDirectory data, JobFigures jobs,
    TimeProvider time) : IDisposable
{
    private const int ShownHours = 7 * 24;
    private const int ShownTurns = 8;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _counting = new(1);
    private OverviewNumbers? _known;

    /// <summary>The figures, at most five seconds old.</summary>
    public async Task<OverviewNumbers> GetAsync(CancellationToken cancellation)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_known is not { } known || now - known.At >= Freshness || now < known.At)
                _known = known = await CountAsync(now, cancellation);
            return known;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _counting.Dispose();

    private async Task<OverviewNumbers> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var first = HourlyCounts.HourOf(now).AddHours(1 - ShownHours);
        var hours = await HoursAsync(db, first, cancellation);
        var due = db.Sources
            .Where(s => s.NextPollAt <= now && s.Declared.Enabled && (s.Polling.LeaseUntil == null || s.Polling.LeaseUntil <= now));
        var stories = db.Stories.Where(s => s.FirstSeenAt >= now.AddDays(-1));
        return new(
            now,
            await db.Sources.GroupBy(s => s.Polling.State).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation),
            await WithHeadersAsync(db, cancellation),
            await due.CountAsync(cancellation),
            await due.MinAsync(s => s.NextPollAt, cancellation),
            await CrowdAsync(due, cancellation),
            await db.Polls.OrderByDescending(p => p.At).Select(p => (DateTimeOffset?)p.At).FirstOrDefaultAsync(cancellation),
            hours,
            DelaysOf(hours.TakeLast(24)),
            DelaysOf(hours),
            await stories.LongCountAsync(cancellation),
            await stories.LongCountAsync(s => !db.StoryCategories.Any(c => c.StoryId == s.Id), cancellation),
            SizeOf(hours, now),
            jobs.Now(),
            await TurnsAsync(db, now, cancellation));
    }

    private static async Task<IReadOnlyList<HourNumbers>> HoursAsync(FeedHubDb db, DateTimeOffset first, CancellationToken cancellation)
    {
        var counted = await db.HourCounts.AsNoTracking().Where(c => c.Hour >= first).ToListAsync(cancellation);
        var byHour = counted.ToLookup(c => c.Hour);
        return [.. Enumerable.Range(0, ShownHours).Select(n => first.AddHours(n))
            .Select(hour => new HourNumbers(hour, byHour[hour].ToDictionary(c => c.Name, c => c.Value)))];
    }

    // Headers are stored as one JSON text, which is read here rather than compared in SQL.
    private static async Task<int> WithHeadersAsync(FeedHubDb db, CancellationToken cancellation) =>
        (await db.Sources.Where(s => s.Declared.Enabled).Select(s => s.Declared.Headers).ToListAsync(cancellation)).Count(h => h.Count > 0);

    private static Dictionary<string, long> DelaysOf(IEnumerable<HourNumbers> hours) => hours.SelectMany(hour => hour.DelayCounts)
        .GroupBy(count => count.Key).ToDictionary(same => same.Key, same => same.Sum(count => count.Value));

    private static Task<HostCrowd?> CrowdAsync(IQueryable<Source> due, CancellationToken cancellation) => due
        .GroupBy(s => s.Host).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new HostCrowd(g.Key, g.Count()))
        .FirstOrDefaultAsync(cancellation);

    private static async Task<IReadOnlyList<HealthEvent>> TurnsAsync(FeedHubDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now.AddDays(-7);
        var turns = await db.HealthEvents.AsNoTracking().Where(e => e.Source != null && e.At >= since).OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id).Take(ShownTurns).ToListAsync(cancellation);

        // Versions before stored addresses whole.
        turns.ForEach(e => (e.Text, e.SourceTitle) = (ShownAddress.InText(e.Text), ShownAddress.InText(e.SourceTitle)));
        return turns;
    }

    // From the first measurement of the week: what an hour adds says little of a day.
    private DatabaseSize SizeOf(IReadOnlyList<HourNumbers> hours, DateTimeOffset now)
    {
        var measured = hours.FirstOrDefault(hour => hour.Of(HourlyCounts.DatabaseBytes) > 0);
        long? growth = measured is not null && now - measured.Hour >= TimeSpan.FromHours(3)
            ? (long)((data.SettledBytes - measured.Of(HourlyCounts.DatabaseBytes)) / (now - measured.Hour).TotalDays)
            : null;
        return new(data.Bytes, growth);
    }
}
