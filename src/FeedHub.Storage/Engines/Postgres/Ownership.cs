using FeedHub.Storage.Writing;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// The right to store, which one node has at a time: a lock of the session of the very connection that the writer writes with, so that
/// a lost session is a lost lock and a failed write; and a number that is raised when the right is taken, which every transaction
/// checks and holds. Two nodes never write in turns (docs/notes/nodes.md).
/// </summary>
internal sealed class Ownership(PostgresDatabase database, string run) : IDisposable
{
    /// <summary>"FeedHub" in ASCII: the lock's number in this database.</summary>
    internal const long Lock = 0x00_46_65_65_64_48_75_62;

    /// <summary>How the lock of one 64-bit number shows, in <c>pg_locks</c>.</summary>
    internal const string OfLock = "locktype = 'advisory' AND objsubid = 1 AND classid = ($1 >> 32)::oid "
        + "AND objid = ($1 & 4294967295)::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private const string Check = "SELECT 1 FROM Owner WHERE Id = 1 AND Epoch = ?1 FOR SHARE";

    // Who holds the number for a stalled node is ended before; else the next try comes soon.
    private const string Raise = """
        UPDATE owner SET epoch = epoch + 1, run = $1, since = feedhub_now() WHERE id = 1 RETURNING epoch
        """;

    private readonly Lock _changing = new();
    private NpgsqlConnection? _claimed;
    private NpgsqlConnection? _current;
    private int? _session;
    private long _epoch;
    private volatile bool _isOwner;

    /// <summary>Whether this node has the right, as far as it knows.</summary>
    public bool IsOwner => _isOwner;

    /// <summary>The number under which it has the right, or had it last.</summary>
    public long Epoch => Volatile.Read(ref _epoch);

    /// <summary>How often this node took the right after others may have stored.</summary>
    public long Hands { get; private set; }

    /// <summary>Takes the right if nobody has it, once the tables are there; the writer's connection of before is void.</summary>
    public bool TryClaim()
    {
        lock (_changing)
        {
            if (_isOwner || TryLock() is not { } connection)
                return _isOwner;
            _claimed?.Dispose();
            (_claimed, _current, _isOwner) = (connection, null, true);
            return true;
        }
    }

    /// <summary>A connection that has the right: the one that took it, or after that was lost a new one.</summary>
    /// <exception cref="OwnedByAnotherException">This node does not have the right, or another one has taken it meanwhile.</exception>
    public NpgsqlConnection Take()
    {
        lock (_changing)
        {
            var claimed = Interlocked.Exchange(ref _claimed, null);
            _current = !_isOwner ? null
                : claimed is { State: System.Data.ConnectionState.Open } ? claimed
                : TryLock();
            _isOwner = _current is not null;
            return _current ?? throw new OwnedByAnotherException(database.Name);
        }
    }

    /// <summary>Begins a transaction, if this node still has the right.</summary>
    public void Begin(WriteSession session)
    {
        session.Write("BEGIN");
        if (session.Scalar<long>(Check, Epoch) == 1)
            return;
        StepDown();
        throw new OwnedByAnotherException(database.Name);
    }

    /// <summary>This node does not have the right any more: what it begins to write fails.</summary>
    public void StepDown()
    {
        lock (_changing)
        {
            _isOwner = false;
            _current = null;
            Interlocked.Exchange(ref _claimed, null)?.Dispose();
        }
    }

    /// <summary>Whether this connection of the writer is of a right that has ended.</summary>
    public bool IsVoid(NpgsqlConnection connection) => !_isOwner || !ReferenceEquals(connection, _current);

    /// <inheritdoc/>
    public void Dispose() => StepDown();

    // The server may not know yet that the session before is gone, and keep its lock.
    private NpgsqlConnection? TryLock()
    {
        var connection = database.OpenForKeys();
        try
        {
            if (TryLock(connection) || (EndFormer(connection) && TryLock(connection)))
            {
                Hands += RaiseOn(connection) ? 1 : 0;
                _session = SessionOf(connection);
                return connection;
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    // True if another node had the right since this one.
    private bool RaiseOn(NpgsqlConnection connection)
    {
        using var patience = new NpgsqlCommand("SET lock_timeout = 2000", connection);
        patience.ExecuteNonQuery();
        using var raise = new NpgsqlCommand(Raise, connection);
        raise.Parameters.Add(new() { Value = run });
        var epoch = (long)raise.ExecuteScalar()!;
        patience.CommandText = "SET lock_timeout = 0";
        patience.ExecuteNonQuery();
        return Interlocked.Exchange(ref _epoch, epoch) != epoch - 1;
    }

    private bool EndFormer(NpgsqlConnection connection)
    {
        if (_session is not { } former)
            return false;
        using var end = new NpgsqlCommand(
            $"SELECT pg_terminate_backend(pid, 2000) FROM pg_locks WHERE {OfLock} AND pid = $2", connection);
        end.Parameters.Add(new() { Value = Lock });
        end.Parameters.Add(new() { Value = former });
        return end.ExecuteScalar() is true;
    }

    // Not what the connection says: a pooler gives it a number of its own.
    private static int SessionOf(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)ask.ExecuteScalar()!;
    }

    private static bool TryLock(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection);
        command.Parameters.Add(new() { Value = Lock });
        return (bool)command.ExecuteScalar()!;
    }
}

/// <summary>Another node has the right to store.</summary>
public sealed class OwnedByAnotherException(string database) : Exception($"Another FeedHub stores in the database {database}.");
