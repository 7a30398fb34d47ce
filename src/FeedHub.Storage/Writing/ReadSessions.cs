using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>
/// Statements of polls that only read, prepared once a connection. A query of EF Core costs ten times what such a statement does
/// (docs/notes/polls.md).
/// </summary>
public sealed class ReadSessions(IReadingEngine engine) : IDisposable
{
    /// <summary>Connections kept for the next who reads: each may hold pages of the database in memory.</summary>
    private const int MostKept = 2;

    private readonly ConcurrentBag<PreparedStatements> _kept = [];

    /// <summary>Every row, mapped, as of the last commit.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> parameters)
    {
        while (_kept.TryTake(out var kept))
        {
            try
            {
                return Query(kept, sql, map, parameters);
            }
            catch (DbException) when (kept.Connection.State != ConnectionState.Open)
            {
                // The next one says whether that is all.
                engine.Ended();
            }
        }

        return Query(new(engine.OpenForReading()), sql, map, parameters);
    }

    private List<T> Query<T>(PreparedStatements session, string sql, Func<DbDataReader, T> map, ReadOnlySpan<object?> parameters)
    {
        var isWell = false;
        try
        {
            var rows = session.Query(sql, map, parameters);
            isWell = true;
            return rows;
        }
        finally
        {
            Leave(session, isWell);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_kept.TryTake(out var session))
            session.Dispose();
    }

    // What failed may have left its connection in any state.
    private void Leave(PreparedStatements session, bool isWell)
    {
        if (isWell && _kept.Count < MostKept)
            _kept.Add(session);
        else
            session.Dispose();
    }
}
