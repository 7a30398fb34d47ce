using System.Data.Common;
using FeedHub.Storage.Writing;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>How the right to store stands.</summary>
/// <param name="Epoch">Its number.</param>
/// <param name="Owner">The run that took it last, or null.</param>
/// <param name="Shown">Version of what is shown.</param>
/// <param name="Edits">Version of what nodes keep in memory.</param>
/// <param name="Asked">Whether somebody waits for the owner.</param>
/// <param name="LockedBy">The server's process that holds the lock, or null.</param>
/// <param name="OwnerRest">How long the owner gave no sign; null: it has said good-bye, or is forgotten.</param>
/// <param name="ToldAgo">How long ago a node told of something.</param>
/// <param name="OwnerAhead">How far the owner's clock is ahead of the database's; null: not known.</param>
/// <param name="HasOthers">Whether other nodes are there.</param>
/// <param name="QueueUsed">How much of the server's queue of notifications is taken, 0 to 1.</param>
internal sealed record NodeLook(
    long Epoch, string? Owner, long Shown, long Edits, bool Asked, int? LockedBy, TimeSpan? OwnerRest, TimeSpan ToldAgo,
    TimeSpan? OwnerAhead, bool HasOthers, double QueueUsed);

/// <summary>A connection for signs of life, and to look how others do.</summary>
internal sealed class NodeSession(string connectionString) : IDisposable
{
    private readonly NpgsqlConnection _connection = PostgresDatabase.Open(connectionString);

    /// <summary>Gives a sign of life; returns what it tells of the database's clock.</summary>
    public ClockSample Beat(NodeIdentity node, NodeReport report, TimeSpan ahead, TimeProvider time)
    {
        var (before, began) = (time.GetUtcNow(), time.GetTimestamp());
        using var beat = Command(
            NodeStatements.Beat, node.Run, node.Name, node.Version, node.Since.ToUnixTimeMilliseconds(), (long)ahead.TotalMilliseconds,
            report.Polls, report.Items, (object?)(long?)report.Lag?.TotalMilliseconds, report.FeedsFile);
        var seen = DateTimeOffset.FromUnixTimeMilliseconds((long)beat.ExecuteScalar()!);

        // The server's moment lies between the two, most likely in the middle.
        var delay = time.GetElapsedTime(began);
        return new(before + (delay / 2) - seen, delay);
    }

    /// <summary>How things stand.</summary>
    public NodeLook Look(string run, TimeSpan patience)
    {
        using var look = Command(NodeStatements.Look, Ownership.Lock, run, (long)patience.TotalMilliseconds);
        using var row = look.ExecuteReader();
        row.Read();
        return new(
            row.GetInt64(0), Of<string>(row, 1), row.GetInt64(2), row.GetInt64(3), row.GetBoolean(4), Maybe<int>(row, 5),
            Span(row, 6), TimeSpan.FromMilliseconds(row.GetInt64(7)), Span(row, 8), row.GetBoolean(9), row.GetDouble(10));
    }

    /// <summary>Ends the sessions of a run that gives no sign.</summary>
    public void EndStalled(int holder, string run) => Execute(NodeStatements.EndStalled, holder, $"FeedHub {run}");

    /// <summary>Every node; one that gave no sign for so long is not there.</summary>
    public IReadOnlyList<NodeState> All(string run, TimeSpan patience)
    {
        using var all = Command(NodeStatements.All);
        using var row = all.ExecuteReader();
        var nodes = new List<NodeState>();
        while (row.Read())
            nodes.Add(StateOf(row, run, patience));
        return nodes;
    }

    /// <summary>Name and version of the other nodes that are there.</summary>
    public IReadOnlyList<(string Name, string Version)> Others(string run, TimeSpan patience)
    {
        using var others = Command(NodeStatements.Others, run, (long)patience.TotalMilliseconds);
        using var row = others.ExecuteReader();
        var nodes = new List<(string, string)>();
        while (row.Read())
            nodes.Add((row.GetString(0), row.GetString(1)));
        return nodes;
    }

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public int Execute(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public object? Scalar(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar();
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static NodeState StateOf(DbDataReader row, string run, TimeSpan patience)
    {
        var isThere = row.GetInt64(11) < patience.TotalMilliseconds;
        return new(
            new(row.GetString(1), row.GetString(2), row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
            isThere && Maybe<bool>(row, 10) is true,
            row.GetString(0) == run,
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            isThere,
            TimeSpan.FromMilliseconds(row.GetInt64(5)),
            new(
                row.GetInt32(6),
                row.GetInt32(7),
                Span(row, 8),
                Of<string>(row, 9)));
    }

    private static TimeSpan? Span(DbDataReader row, int column) =>
        Maybe<long>(row, column) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static T? Maybe<T>(DbDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static T? Of<T>(DbDataReader row, int column)
        where T : class => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
