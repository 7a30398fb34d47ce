using FeedHub.Model.Settings;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Finds out whether a connection has a session of its own. A pooler in transaction mode gives each transaction any session: a lock sticks
/// to one that others use, and a notification comes to nobody, without an error.
/// </summary>
internal static class PoolerProbe
{
    private const int Tries = 5;

    /// <summary>Refuses a connection string by which nobody can hold a lock.</summary>
    /// <exception cref="StartException">Such a pooler is in between.</exception>
    public static void Refuse(PostgresDatabase database)
    {
        if (!HasSessions(database.DirectString))
            throw new StartException(
                $"Between FeedHub and the server of {database.Name} is a pooler that gives each transaction another session: locks and "
                    + "notifications do not work there. Set ConnectionStrings:FeedHubDirect to the server itself.");
    }

    // Two that are open at a time never are one session, and none becomes another one.
    private static bool HasSessions(string direct)
    {
        var plain = new NpgsqlConnectionStringBuilder(direct) { MaxAutoPrepare = 0 }.ToString();
        using var one = PostgresDatabase.Open(plain);
        using var other = PostgresDatabase.Open(plain);
        var first = SessionOf(one);
        for (var i = 0; i < Tries; i++)
        {
            if (SessionOf(other) == first || SessionOf(one) != first)
                return false;
        }

        return true;
    }

    private static int SessionOf(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)ask.ExecuteScalar()!;
    }
}
