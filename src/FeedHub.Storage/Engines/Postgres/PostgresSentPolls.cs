using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>The table of polls that wait for the owner.</summary>
internal sealed class PostgresSentPolls(PostgresDatabase database) : ISentPolls
{
    /// <summary>How the bytes of this version are to be read.</summary>
    private const int Format = 1;

    // One whose lease is another's by now is of no use. It is this node's still, and nobody takes it as long as the row is there. Sent
    // again, since no answer came, it is the same row.
    private const string Send = """
        INSERT INTO sentpolls (sourceid, host, run, poll, lease, version, format, at, bytes)
        SELECT s.id, s.host, $1, w.poll, w.lease, w.version, $2, feedhub_now(), w.bytes
        FROM unnest($3, $4, $5, $6, $7) WITH ORDINALITY AS w(source, poll, lease, version, bytes, place)
          JOIN sources s ON s.id = w.source AND s.leaseuntil = w.lease AND s.leaserun = $1
        ORDER BY w.place ON CONFLICT (sourceid) DO UPDATE SET poll = excluded.poll
          WHERE sentpolls.run = excluded.run AND sentpolls.lease = excluded.lease RETURNING poll
        """;

    private const string Answers = "DELETE FROM sentpollanswers WHERE run = $1 RETURNING poll, answer";

    private const string Waiting = """
        SELECT p.id, p.run, p.format, p.sourceid, p.poll, p.lease, p.version, p.bytes
        FROM (SELECT id, sum(octet_length(bytes)) OVER (ORDER BY id) - octet_length(bytes) AS before
              FROM sentpolls WHERE id <> ALL ($3) ORDER BY id LIMIT $1) b
          JOIN sentpolls p ON p.id = b.id WHERE b.before < $2 ORDER BY p.id
        """;

    private const string Forgotten = "DELETE FROM sentpollanswers WHERE at < feedhub_now() - 600000";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Source>> LeaseAsync(
        IReadOnlyList<long> sources, DateTimeOffset now, DateTimeOffset until, bool refresh) => await database.QueryAsync(
        LeaseWords.ClaimBeside, StoredRow<Source>.Read,
        sources.ToArray(), Milliseconds(now), Milliseconds(until), refresh, database.Node.Run);

    /// <inheritdoc/>
    public Task ReturnAsync(long source, DateTimeOffset? nextPollAt) => database.QueryAsync(
        LeaseWords.BackBeside, _ => 0, source, nextPollAt is { } due ? Milliseconds(due) : DBNull.Value, database.Node.Run);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> SendAsync(IReadOnlyList<SentPoll> polls) => await database.QueryAsync(
        Send,
        row => row.GetInt64(0),
        database.Node.Run,
        Format,
        polls.Select(poll => poll.Source).ToArray(),
        polls.Select(poll => poll.Number).ToArray(),
        polls.Select(poll => Milliseconds(poll.Lease)).ToArray(),
        polls.Select(poll => (long)poll.Version).ToArray(),
        polls.Select(poll => poll.Bytes).ToArray());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(long Poll, byte[] Answer)>> AnswersAsync() => await database.QueryAsync(
        Answers, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), database.Node.Run);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingPoll>> WaitingAsync(
        int most, long bytes, IReadOnlyList<long> besides) => await database.QueryAsync(
        Waiting,
        row => new WaitingPoll(
            row.GetInt64(0),
            row.GetString(1),
            row.GetInt32(2),
            new(
                row.GetInt64(3),
                row.GetInt64(4),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                (int)row.GetInt64(6),
                row.GetInt32(2) == Format ? row.GetFieldValue<byte[]>(7) : [])),
        most,
        bytes,
        besides.ToArray());

    /// <inheritdoc/>
    public Task ForgetAsync() => database.QueryAsync(Forgotten, _ => 0);

    private static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}
