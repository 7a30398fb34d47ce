using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Storage.Statements.Habits;

/// <summary>The habits of sources as the tagger uses them: read from the database when a source is first asked about.</summary>
public sealed class HabitStore(ReadSessions database) : IDisposable
{
    /// <summary>Rows of one source that are used, the commonest: publishers who tag items with names of people have endless ones.</summary>
    internal const int MaxRows = 1000;

    private const string Commonest = """
        SELECT s.Slug, h.Sign, h.Slug, h.Items FROM Sources s CROSS JOIN Habits h ON h.SourceId = s.Id
        WHERE s.Id = ?1 AND h.Items > 0 ORDER BY h.Items DESC, h.Sign, h.Slug LIMIT ?2
        """;

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

    /// <summary>Those of all sources may be others now.</summary>
    public void ForgetAll() => _cache.Clear();

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    // Asked for at each poll that brings something: without the query of EF Core, which costs more than the rows.
    private SourceHabits Load(long sourceId)
    {
        var habits = database.Query(
            Commonest,
            row => new Habit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3)), sourceId, MaxRows);
        return habits.Count == 0 ? SourceHabits.Empty : new(habits);
    }
}
