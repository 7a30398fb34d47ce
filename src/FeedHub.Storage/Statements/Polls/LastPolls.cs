using FeedHub.Model.Polling;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Polls;

/// <summary>The last polls of several sources.</summary>
internal static class LastPolls
{
    /// <summary>At most <paramref name="count"/> of each source, in any order.</summary>
    public static Task<List<Poll>> OfAsync(FeedHubDb db, IEnumerable<long> sources, int count, CancellationToken cancellation)
    {
        // By row ids from the index: a window function would walk every poll of every source.
        var ids = StoredJson.Write(sources);
        return db.Polls.FromSql(
            $"""
            SELECT p.* FROM json_each({ids}) j CROSS JOIN Polls p
            WHERE p.Id IN (SELECT q.Id FROM Polls q WHERE q.SourceId = j.value ORDER BY q.At DESC LIMIT {count})
            """).AsNoTracking().ToListAsync(cancellation);
    }
}
