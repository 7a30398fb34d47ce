using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// The right to store, which one process has at a time: a lock of the session of the very connection that the writer writes with, so that
/// a lost session is a lost lock and a failed write; and a number that is raised when the right is taken, which every transaction
/// checks and holds. Two processes never write in turns (docs/notes/postgres.md).
/// </summary>
internal sealed class Ownership(PostgresDatabase database) : IDisposable
{
    /// <summary>"FeedHub" in ASCII: the lock's number in this database.</summary>
    private const long Lock = 0x00_46_65_65_64_48_75_62;

    /// <summary>How long a start waits for the one that it takes the place of.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // How the lock of one 64-bit number shows.
    private const string OfLock = "locktype = 'advisory' AND objsubid = 1 AND classid = ($1 >> 32)::oid "
        + "AND objid = ($1 & 4294967295)::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private const string Check = "SELECT 1 FROM Owner WHERE Id = 1 AND Epoch = ?1 FOR SHARE";

    private NpgsqlConnection? _claimed;
    private int? _session;
    private long _epoch;

    /// <summary>Takes the right, before anything is looked at or migrated.</summary>
    /// <exception cref="StartException">Another process has it.</exception>
    public void Claim()
    {
        var until = DateTime.UtcNow + Patience;
        var connection = PostgresDatabase.Open(database.DirectString);
        while (!TryLock(connection))
        {
            if (DateTime.UtcNow >= until)
            {
                connection.Dispose();
                throw new StartException(
                    $"Another FeedHub stores in the database {database.Name}: one at a time can, so far. Stop that one, or give this one "
                        + "another database.");
            }

            Thread.Sleep(200);
        }

        (_claimed, _session) = (connection, connection.ProcessID);
    }

    /// <summary>Raises the number, so that nobody who had the right before writes any more; once the table is there.</summary>
    public void Begin()
    {
        using var connection = PostgresDatabase.Open(database.DirectString);
        Raise(connection);
    }

    /// <summary>A connection that has the right: the one of the start, or after that was lost a new one.</summary>
    /// <exception cref="OwnedByAnotherException">Another process has taken it meanwhile.</exception>
    public NpgsqlConnection Take()
    {
        if (Interlocked.Exchange(ref _claimed, null) is { State: System.Data.ConnectionState.Open } claimed)
            return claimed;
        var connection = LockAgain();
        try
        {
            Raise(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction, if this process still has the right.</summary>
    public void Begin(WriteSession session)
    {
        session.Execute("BEGIN");
        if (session.Scalar<long>(Check, Volatile.Read(ref _epoch)) != 1)
            throw new OwnedByAnotherException(database.Name);
    }

    /// <summary>Whether this process has the right, or could take it now.</summary>
    public bool IsOpen(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand($"SELECT count(*) FROM pg_locks WHERE {OfLock} AND pid <> $2", connection);
        command.Parameters.Add(new() { Value = Lock });
        command.Parameters.Add(new() { Value = _session ?? 0 });
        return command.ExecuteScalar() is 0L;
    }

    /// <inheritdoc/>
    public void Dispose() => _claimed?.Dispose();

    private void Raise(NpgsqlConnection connection)
    {
        using var raise = new NpgsqlCommand("UPDATE owner SET epoch = epoch + 1 WHERE id = 1 RETURNING epoch", connection);
        Volatile.Write(ref _epoch, (long)raise.ExecuteScalar()!);
    }

    // The server may not know yet that the session before is gone, and keep its lock.
    private NpgsqlConnection LockAgain()
    {
        var connection = PostgresDatabase.Open(database.DirectString);
        if (TryLock(connection) || (EndFormer(connection) && TryLock(connection)))
        {
            _session = connection.ProcessID;
            return connection;
        }

        connection.Dispose();
        throw new OwnedByAnotherException(database.Name);
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

    private static bool TryLock(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection);
        command.Parameters.Add(new() { Value = Lock });
        return (bool)command.ExecuteScalar()!;
    }
}

/// <summary>Another process has taken the right to store.</summary>
public sealed class OwnedByAnotherException(string database) : Exception($"Another FeedHub stores in the database {database}.");
