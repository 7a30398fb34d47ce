using FeedHub.Model.Health;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Alerting;

/// <summary>How far each receiver was told, and when one that could not be told is tried again.</summary>
public sealed class ReceiverStates(ReadSessions database, DatabaseWriter writer, IStorageHealth storage, TimeProvider time)
{
    /// <summary>Most events that are told at a time.</summary>
    private const int Most = 500;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // What happened before a receiver was named is not news to it.
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    /// <summary>How it stands with the receiver of this name; one that is new is kept.</summary>
    public async Task<AlertReceiver> OfAsync(string name, CancellationToken cancellation)
    {
        if (ToldReceivers.Find(database, name) is { } known)
            return known;
        var met = new AlertReceiver { Name = name, ToldUntil = _startedAt };
        await KeepAsync(met, cancellation);
        return met;
    }

    /// <summary>What happened since it was told. While nothing can be stored, that is told all the same; it is told again once it is
    /// stored, which is better than not at all.</summary>
    public List<HealthEvent> NewsTo(AlertReceiver receiver) => [.. HealthEvents.After(database, receiver.ToldUntil, Most)];

    /// <summary>Keeps what came of telling it these events.</summary>
    public Task KeepAsync(AlertReceiver stands, List<HealthEvent> events, string? error, CancellationToken cancellation) =>
        KeepAsync(Next(stands, events, error), cancellation);

    private AlertReceiver Next(AlertReceiver stands, List<HealthEvent> events, string? error)
    {
        if (error is null)
            return new() { Name = stands.Name, ToldUntil = events[^1].At };
        var wait = FirstWait * Math.Pow(2, Math.Min(stands.Failures, 10));
        return new()
        {
            Name = stands.Name,
            ToldUntil = stands.ToldUntil,
            Failures = stands.Failures + 1,
            NextTryAt = time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait),
            Error = ShownAddress.InText(Reason.Sentence(error))!.Within(Bounds.Line),
        };
    }

    private Task KeepAsync(AlertReceiver receiver, CancellationToken cancellation) => storage.Trouble is null
        ? writer.RunAsync(session => ToldReceivers.Keep(session, receiver), cancellation)
        : Task.CompletedTask;
}
