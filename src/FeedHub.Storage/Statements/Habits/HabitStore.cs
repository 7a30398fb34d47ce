using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Storage.Statements.Habits;

/// <summary>The habits of sources as the tagger uses them: read from the database when a source is first asked about.</summary>
public sealed class HabitStore(IDbContextFactory<FeedHubDb> databases) : IDisposable
{
    /// <summary>Rows of one source that are used, the commonest: publishers who hang names on items have endless ones.</summary>
    internal const int MaxRows = 1000;

    private const long MaxCachedRows = 200_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedRows });

    /// <summary>What the source's categories and sections have proved to mean.</summary>
    public SourceHabits Of(long sourceId)
    {
        if (_cache.Get<SourceHabits>(sourceId) is { } known)
            return known;
        var habits = Load(sourceId);
        return _cache.Set(sourceId, habits, new MemoryCacheEntryOptions { Size = 1 + habits.Counts.Count });
    }

    /// <summary>The source's habits are others now.</summary>
    public void Forget(long sourceId) => _cache.Remove(sourceId);

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private SourceHabits Load(long sourceId)
    {
        using var db = databases.CreateDbContext();
        var slug = db.Sources.Where(s => s.Id == sourceId).Select(s => s.Slug).SingleOrDefault();
        if (slug is null)
            return SourceHabits.Empty;
        var rows = db.Habits.AsNoTracking().Where(h => h.SourceId == sourceId && h.Items > 0)
            .OrderByDescending(h => h.Items).ThenBy(h => h.Sign).ThenBy(h => h.Slug).Take(MaxRows).ToList();
        return rows.Count == 0 ? SourceHabits.Empty : new(rows.Select(h => new Habit(slug, h.Sign, h.Slug, h.Items)));
    }
}
