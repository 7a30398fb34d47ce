using System.Net.Sockets;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Whether the database can be reached and written. That another node stores in it is not a fault.</summary>
public sealed class PostgresHealth(PostgresDatabase database, TimeProvider time) : WatchedStorage(time)
{
    private const string TryToWrite =
        "INSERT INTO counters (name, value) VALUES ('storage.tried', 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1";

    /// <summary>Seconds that a try waits for the server.</summary>
    private const int Patience = 5;

    // Two classes of errors, and some of others, say that the server does not do what it is asked for: Appendix A of its manual.
    private static readonly string[] Away = ["08", "57P", "53", "25006", "28", "3D000", "58"];

    /// <summary>Why, if the exception says that the database cannot be used; else null.</summary>
    public override Reason? ReasonOf(Exception? error)
    {
        while (error is not (null or NpgsqlException))
            error = error.InnerException;
        return error switch
        {
            PostgresException { SqlState: var state } refused => Away.Any(code => state.StartsWith(code, StringComparison.Ordinal))
                ? Reason.Of(ReasonCode.DatabaseAway, database.Name, refused.MessageText)
                : null,
            NpgsqlException away => Reason.Of(ReasonCode.DatabaseAway, database.Name, Words(away)),
            _ => null,
        };
    }

    /// <summary>Writes one row.</summary>
    protected override bool CanWrite()
    {
        try
        {
            using var connection = PostgresDatabase.Open(
                new NpgsqlConnectionStringBuilder(database.DirectString) { Timeout = Patience, CommandTimeout = Patience }.ToString());
            using var command = new NpgsqlCommand(TryToWrite, connection);
            return command.ExecuteNonQuery() == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Npgsql says that it failed; what is beneath says why.
    internal static string Words(Exception error) =>
        error.InnerException is SocketException or TimeoutException or IOException ? error.InnerException.Message
        : (error as PostgresException)?.MessageText ?? error.Message;
}
