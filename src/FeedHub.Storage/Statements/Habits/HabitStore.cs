using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Storage.Statements.Habits;

/// <summary>The habits of sources as the tagger uses them: read from the database when a source is first asked about.</summary>
public sealed class HabitStore(IDbContextFactory<FeedHubDb> databases) : IDisposable
{
    /// <summary>Rows of one source that are used, the commonest: publishers who hang names on items have endless ones.</summary>
    internal const int MaxRows = 1000;

    private static readonly string Rows = FormattableString.Invariant(
        $"""
        SELECT s.Slug, h.Sign, h.Slug, h.Items FROM Habits h CROSS JOIN Sources s ON s.Id = h.SourceId WHERE h.SourceId = $source AND h.Items > 0
        ORDER BY h.Items DESC, h.Sign, h.Slug LIMIT {MaxRows}
        """);

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

    // Asked for at each poll that brings something: without the query of EF Core, which costs more than the rows.
    private SourceHabits Load(long sourceId)
    {
        using var db = databases.CreateDbContext();
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Rows;
        command.AddValue("$source", sourceId);
        using var row = command.ExecuteReader();
        var habits = new List<Habit>();
        while (row.Read())
            habits.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3)));
        return habits.Count == 0 ? SourceHabits.Empty : new(habits);
    }
}
