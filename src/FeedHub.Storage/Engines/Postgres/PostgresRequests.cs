using FeedHub.Storage.Writing;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>The table of what nodes ask of the owner.</summary>
internal sealed class PostgresRequests(PostgresDatabase database) : INodeRequests
{
    /// <summary>More do not wait: who asks is told so.</summary>
    private const int MostWaiting = 1000;

    private const string Insert = """
        INSERT INTO noderequests (run, at, request) SELECT $1, feedhub_now(), $2
        WHERE (SELECT count(*) FROM noderequests WHERE answer IS NULL) < $3 RETURNING id
        """;

    // What another owner had begun is begun again, if nothing of it is committed.
    private const string DequeueOpen = """
        UPDATE noderequests SET epoch = $1 WHERE id IN (
          SELECT id FROM noderequests WHERE answer IS NULL AND epoch IS DISTINCT FROM $1 ORDER BY id LIMIT $2)
        AND EXISTS (SELECT 1 FROM owner WHERE owner.id = 1 AND owner.epoch = $1) RETURNING id, request, changed
        """;

    // Answers that nobody fetched are of no use after a while.
    private const string Forget = "DELETE FROM noderequests WHERE answeredat < feedhub_now() - 600000";

    private const string Put = "UPDATE noderequests SET answer = $2, answeredat = feedhub_now() WHERE id = $1 AND epoch = $3";

    /// <inheritdoc/>
    public long? Ask(byte[] request)
    {
        var id = Run(Insert, command => (long?)command.ExecuteScalar(), database.Node.Run, request, MostWaiting);
        if (id is not null)
            Run($"NOTIFY {PostgresNodes.Channel}", command => command.ExecuteNonQuery());
        return id;
    }

    /// <inheritdoc/>
    public NodeAnswer Look(long id) => Run(
        "SELECT epoch IS NOT NULL, answer FROM noderequests WHERE id = $1",
        command =>
        {
            using var row = command.ExecuteReader();
            return row.Read() ? new NodeAnswer(row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)) : new(true, null);
        },
        id);

    /// <inheritdoc/>
    public bool Withdraw(long id) => Run(
        "DELETE FROM noderequests WHERE id = $1 AND epoch IS NULL", command => command.ExecuteNonQuery() == 1, id);

    /// <inheritdoc/>
    public IReadOnlyList<DequeuedRequest> Dequeue(int most)
    {
        Run(Forget, command => command.ExecuteNonQuery());
        return Run(
            DequeueOpen,
            command =>
            {
                using var row = command.ExecuteReader();
                var taken = new List<DequeuedRequest>();
                while (row.Read())
                    taken.Add(new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetBoolean(2)));
                taken.Sort((one, other) => one.Id.CompareTo(other.Id));
                return taken;
            },
            database.Ownership.Epoch,
            most);
    }

    /// <inheritdoc/>
    public void Answer(long id, byte[] answer) => Run(Put, command => command.ExecuteNonQuery(), id, answer, database.Ownership.Epoch);

    private T Run<T>(string sql, Func<NpgsqlCommand, T> work, params object[] values)
    {
        using var connection = PostgresDatabase.Open(database.ReadingString);
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return work(command);
    }
}
