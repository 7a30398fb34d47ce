using FeedHub.Model.Health;
using FeedHub.Model.Hub;
using FeedHub.Model.Settings;
using FeedHub.Observability;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Hub;

/// <summary>The hub's state. All of it is in the database: a restart goes on where it was.</summary>
public sealed class HubStore(IDbContextFactory<FeedHubDb> databases, DatabaseWriter writer, Figures figures, IOptions<FeedHubOptions> options, TimeProvider time)
{
    private const string InsertRequest = """
        INSERT OR REPLACE INTO HubRequests (Mode, BaseUrl, Topic, TopicUrl, Callback, CallbackHost, Secret, Lease, RequestedAt, Failures, NextTryAt)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?9)
        """;

    private const string InsertSubscription = """
        INSERT INTO HubSubscribers (BaseUrl, Topic, Callback, CallbackHost, Secret, LeaseUntil, ToldUntil, Failures)
        SELECT BaseUrl, Topic, Callback, CallbackHost, Secret, ?2, RequestedAt, 0 FROM HubRequests WHERE Id = ?1
        ON CONFLICT (BaseUrl, Topic, Callback) DO UPDATE SET Secret = excluded.Secret, LeaseUntil = excluded.LeaseUntil
        """;

    private const string DeleteSubscription = """
        DELETE FROM HubSubscribers WHERE EXISTS (SELECT 1 FROM HubRequests r
            WHERE r.Id = ?1 AND r.BaseUrl = HubSubscribers.BaseUrl AND r.Topic = HubSubscribers.Topic AND r.Callback = HubSubscribers.Callback)
        """;

    private const string This = "BaseUrl = ?1 AND Topic = ?2 AND Callback = ?3";

    /// <summary>Takes a request in; it replaces an earlier one of the same subscriber for the same topic.</summary>
    internal Task<HubAdmission> AddAsync(HubCommand command, string baseUrl, string topic, CancellationToken cancellation)
    {
        var (callback, host, now) = (command.Callback.AbsoluteUri, command.Callback.IdnHost.ToLowerInvariant(), time.GetUtcNow());
        return writer.RunAsync(
            session =>
            {
                var earlier = session.Scalar<long>($"SELECT Id FROM HubRequests WHERE {This}", baseUrl, topic, callback);
                if (command.Mode == HubMode.Unsubscribe && earlier == 0 && !IsSubscribed(session, baseUrl, topic, callback))
                    return new HubAdmission(null, EndsNothing: true);
                if (command.Mode == HubMode.Subscribe && !HasRoom(session, baseUrl, topic, callback, host))
                    return new(null);
                session.Execute(InsertRequest, command.Mode, baseUrl, topic, command.Topic, callback, host, command.Secret, command.Lease, now);
                return new(session.Scalar<long>("SELECT last_insert_rowid()"), earlier);
            },
            cancellation);
    }

    /// <summary>Takes a request for one try; null if it is gone or another has it.</summary>
    public async Task<HubRequest?> ClaimRequestAsync(long id, TimeSpan time, CancellationToken cancellation) =>
        await ClaimAsync("HubRequests", "NextTryAt", id, time, cancellation) ? await FindAsync<HubRequest>(id, cancellation) : null;

    /// <summary>Takes a push that is due; null if it is not, or another has it.</summary>
    public async Task<HubSubscriber?> ClaimPushAsync(long id, TimeSpan time, CancellationToken cancellation) =>
        await ClaimAsync("HubSubscribers", "DueAt", id, time, cancellation) ? await FindAsync<HubSubscriber>(id, cancellation) : null;

    /// <summary>Does what the request asks, now that its intent is verified.</summary>
    public Task FulfilAsync(HubRequest request, CancellationToken cancellation) => writer.RunAsync(
        session =>
        {
            if (request.Mode == HubMode.Subscribe)
                session.Execute(InsertSubscription, request.Id, time.GetUtcNow() + request.Lease);
            else
                session.Execute(DeleteSubscription, request.Id);
            return session.Execute("DELETE FROM HubRequests WHERE Id = ?1", request.Id);
        },
        cancellation);

    /// <summary>Forgets a request that nobody stands by.</summary>
    public Task ForgetAsync(HubRequest request, CancellationToken cancellation) =>
        ExecuteAsync("DELETE FROM HubRequests WHERE Id = ?1", cancellation, request.Id);

    /// <summary>Nobody answered: tried again at that time.</summary>
    public Task PostponeAsync(HubRequest request, DateTimeOffset until, CancellationToken cancellation) =>
        ExecuteAsync("UPDATE HubRequests SET Failures = Failures + 1, NextTryAt = ?2 WHERE Id = ?1", cancellation, request.Id, until);

    /// <summary>Gives a push back that was claimed, for another try at once.</summary>
    public Task ReturnPushAsync(HubSubscriber subscriber, CancellationToken cancellation) =>
        ExecuteAsync("UPDATE HubSubscribers SET DueAt = ?2 WHERE Id = ?1", cancellation, subscriber.Id, time.GetUtcNow());

    /// <summary>The push arrived.</summary>
    public Task ToldAsync(HubSubscriber subscriber, DateTimeOffset news, CancellationToken cancellation)
    {
        figures.Delivered("delivered");
        return ExecuteAsync("UPDATE HubSubscribers SET ToldUntil = ?2, DueAt = NULL, Failures = 0, Error = NULL WHERE Id = ?1", cancellation, subscriber.Id, news);
    }

    /// <summary>The push failed: tried again at that time, or never again if null.</summary>
    public Task FailedAsync(HubSubscriber subscriber, string error, DateTimeOffset? until, CancellationToken cancellation)
    {
        figures.Delivered(until is null ? "dropped" : "failed");
        return until is null
            ? writer.RunAsync(session => Drop(session, subscriber, error), cancellation)
            : ExecuteAsync("UPDATE HubSubscribers SET Failures = Failures + 1, Error = ?3, DueAt = ?2 WHERE Id = ?1", cancellation, subscriber.Id, until, error);
    }

    /// <summary>The topics that anybody is subscribed to: first those of whoever takes its pushes and came first.</summary>
    public async Task<IReadOnlyList<(string BaseUrl, string Topic)>> TopicsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var topics = await db.HubSubscribers.AsNoTracking().GroupBy(s => new { s.BaseUrl, s.Topic })
            .OrderBy(topic => topic.Min(s => s.Failures)).ThenBy(topic => topic.Min(s => s.Id)).Select(topic => topic.Key).ToListAsync(cancellation);
        return topics.ConvertAll(topic => (topic.BaseUrl, topic.Topic));
    }

    /// <summary>
    /// The topic has news of that time: every subscriber who was not told yet is due, unless a push to it is under way. Returns their keys
    /// and the hosts of their callbacks.
    /// </summary>
    public Task<List<(long Id, string Host)>> MarkDueAsync(string baseUrl, string topic, DateTimeOffset news, CancellationToken cancellation)
    {
        const string Mark =
            "UPDATE HubSubscribers SET DueAt = ?4 WHERE BaseUrl = ?1 AND Topic = ?2 AND ToldUntil < ?3 AND DueAt IS NULL RETURNING Id, CallbackHost";
        var now = time.GetUtcNow();
        return writer.RunAsync(session => session.Query(Mark, row => (row.GetInt64(0), row.GetString(1)), baseUrl, topic, news, now), cancellation);
    }

    /// <summary>Ends leases that ran out.</summary>
    public Task ExpireAsync(CancellationToken cancellation) =>
        ExecuteAsync("DELETE FROM HubSubscribers WHERE LeaseUntil <= ?1", cancellation, time.GetUtcNow());

    /// <summary>Keys of the requests and pushes that are due, the hosts of their callbacks, and how often requests were asked about in vain.</summary>
    public async Task<(IReadOnlyList<(long Id, string Host, int Failures)> Requests, IReadOnlyList<(long Id, string Host)> Pushes)> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (
            await db.HubRequests.Where(r => r.NextTryAt <= now).Select(r => ValueTuple.Create(r.Id, r.CallbackHost, r.Failures)).ToListAsync(cancellation),
            await db.HubSubscribers.Where(s => s.DueAt <= now).Select(s => ValueTuple.Create(s.Id, s.CallbackHost)).ToListAsync(cancellation));
    }

    private static bool IsSubscribed(WriteSession session, string baseUrl, string topic, string callback) =>
        session.Scalar<long>($"SELECT count(*) FROM HubSubscribers WHERE {This}", baseUrl, topic, callback) > 0;

    // Who renews takes no more room.
    private bool HasRoom(WriteSession session, string baseUrl, string topic, string callback, string host)
    {
        const string Others = "(SELECT CallbackHost, BaseUrl, Topic, Callback FROM HubSubscribers UNION SELECT CallbackHost, BaseUrl, Topic, Callback FROM HubRequests)";
        const string NotThis = $"NOT ({This})";
        return session.Scalar<long>($"SELECT count(*) FROM {Others} WHERE {NotThis}", baseUrl, topic, callback) < options.Value.Hub.MaxSubscriptions
            && session.Scalar<long>($"SELECT count(*) FROM {Others} WHERE CallbackHost = ?4 AND {NotThis}", baseUrl, topic, callback, host) < options.Value.Hub.MaxPerHost;
    }

    private bool Drop(WriteSession session, HubSubscriber subscriber, string error) =>
        session.Execute("DELETE FROM HubSubscribers WHERE Id = ?1", subscriber.Id) == 1
        && HealthEvents.Record(
            session, HealthEventKind.SubscriberDropped, time.GetUtcNow(), $"{subscriber.CallbackHost} was subscribed to {subscriber.Topic} and did not take its pushes: {error}.");

    // Should the process end in the middle, the claim runs out and another takes it.
    private async Task<bool> ClaimAsync(string table, string column, long id, TimeSpan claimed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await ExecuteAsync($"UPDATE {table} SET {column} = ?2 WHERE Id = ?1 AND {column} <= ?3", cancellation, id, now + claimed, now) == 1;
    }

    private async Task<T?> FindAsync<T>(long id, CancellationToken cancellation)
        where T : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.FindAsync<T>([id], cancellation);
    }

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object?[] parameters) =>
        writer.RunAsync(session => session.Execute(sql, parameters), cancellation);
}
