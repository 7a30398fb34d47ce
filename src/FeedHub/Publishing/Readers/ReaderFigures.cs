using FeedHub.Model.OwnFeeds;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Publishing.Readers;

/// <summary>How many read a feed with one kind of program.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Readers">What it stated last; else the most clients of one day of the last week; 0: none came in a week.</param>
/// <param name="Stated">Whether the program stated the number itself.</param>
/// <param name="LastAt">Its last request.</param>
public sealed record ProgramFigures(string Program, long Readers, bool Stated, DateTimeOffset LastAt);

/// <summary>How many read a feed, in all its formats.</summary>
/// <param name="Programs">By program, the most read first.</param>
public sealed record FeedFigures(IReadOnlyList<ProgramFigures> Programs)
{
    /// <summary>Nobody came in 30 days.</summary>
    public static FeedFigures None { get; } = new([]);

    /// <summary>Readers in all.</summary>
    public long Readers => Programs.Sum(program => program.Readers);

    /// <summary>The last request; null: none in 30 days.</summary>
    public DateTimeOffset? LastAt => Programs.Count == 0 ? null : Programs.Max(program => program.LastAt);
}

/// <summary>Reads how many read which feed.</summary>
public sealed class ReaderFigures(IDbContextFactory<FeedHubDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Counting = TimeSpan.FromDays(7);

    /// <summary>The figures by what the paths of a feed have before their ending, such as <c>/feed</c>.</summary>
    public async Task<IReadOnlyDictionary<string, FeedFigures>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Readership.AsNoTracking().ToListAsync(cancellation);
        var since = time.GetUtcNow() - Counting;
        return rows.GroupBy(row => Path.ChangeExtension(row.Path, null))
            .ToDictionary(feed => feed.Key, feed => Of(feed, since));
    }

    private static FeedFigures Of(IEnumerable<Readership> rows, DateTimeOffset since) => new(
        [.. rows.GroupBy(row => row.Agent).Select(program => Of(program.Key, [.. program], since))
            .OrderByDescending(program => program.Readers).ThenByDescending(program => program.LastAt)]);

    private static ProgramFigures Of(string program, IReadOnlyList<Readership> rows, DateTimeOffset since)
    {
        var newest = rows.MaxBy(row => row.LastAt)!;
        var readers = rows.GroupBy(row => row.Path).Sum(path => Of([.. path.Where(row => row.LastAt >= since)]));
        return new(program, readers, newest.Stated, newest.LastAt);
    }

    // A number that is stated may fall; clients that were told apart on one day are still readers on the next.
    private static long Of(IReadOnlyList<Readership> path) => path.MaxBy(row => row.Day) is not { } newest ? 0
        : newest.Stated ? newest.Readers
        : path.Max(row => row.Readers);
}
