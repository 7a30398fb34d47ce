using System.Diagnostics;
using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Nodes;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling.Sending;

/// <summary>
/// Stores what other nodes polled, in the order in which it came, as long as this node stores. A poll is taken from the table in the
/// transaction that stores it: after a crash it is there still, or done.
/// </summary>
internal sealed partial class PollDrain(
    ISentPolls table, ReadSessions database, PollPacking packing, SentPollStore store, SentPollNews news, NodeView view, INodes nodes,
    ILogger<PollDrain> log)
    : BackgroundService
{
    /// <summary>Most polls of a round.</summary>
    private const int Most = 64;

    /// <summary>Most bytes of a round, as they are sent: unpacked they are some times as many.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Alone = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromMinutes(1);

    private IReadOnlyList<UnpackedPoll> _ahead = [];
    private long _forgotAt;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await TryRoundAsync() is { Ticks: > 0 } rest)
                await Task.Delay(rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // How long to wait for the next one.
    private async Task<TimeSpan> TryRoundAsync()
    {
        try
        {
            if (!view.HasTakenOver)
            {
                _ahead = [];
                return Alone;
            }

            await ForgetAsync();
            return await RoundAsync() > 0 ? TimeSpan.Zero : nodes.HasOthers ? BetweenLooks : Alone;
        }
        catch (Exception error)
        {
            LogFailed(error);
            return AfterFailure;
        }
    }

    private async Task ForgetAsync()
    {
        if (_forgotAt != 0 && Stopwatch.GetElapsedTime(_forgotAt) < BetweenForgetting)
            return;
        _forgotAt = Stopwatch.GetTimestamp();
        await table.ForgetAsync();
    }

    private async Task<int> RoundAsync()
    {
        var polls = _ahead.Count > 0 ? _ahead : await ReadAsync([]);
        _ahead = [];
        if (polls.Count == 0)
            return 0;
        var next = Task.Run(() => ReadAsync([.. polls.Select(poll => poll.Waiting.Id)]));
        try
        {
            await Task.WhenAll(polls.Zip(await store.StoreAsync(polls), EndAsync).ToList());
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _ahead = await next;
        return polls.Count;
    }

    // Beside those that are stored meanwhile.
    private async Task<IReadOnlyList<UnpackedPoll>> ReadAsync(IReadOnlyList<long> besides)
    {
        var waiting = await table.WaitingAsync(Most, MostBytes, besides);
        if (waiting.Count == 0)
            return [];
        var sources = SentPollRows.SourcesOf(database, waiting).ToDictionary(source => source.Id);
        return await Task.WhenAll(waiting.Select(one => Task.Run(() => new UnpackedPoll(one, PollOf(one, sources)))));
    }

    // Null: its source is another by now, or the bytes are of another version.
    private ReadPoll? PollOf(WaitingPoll waiting, Dictionary<long, Source> sources)
    {
        if (!sources.TryGetValue(waiting.Poll.Source, out var source) || waiting.Poll.Bytes.Length == 0
            || source.Version != waiting.Poll.Version || source.Polling.LeaseUntil != waiting.Poll.Lease)
            return null;
        try
        {
            return packing.Unpack(waiting.Poll.Bytes, source);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidDataException or NotSupportedException)
        {
            LogUnread(source.Slug, error.Message);
            return null;
        }
    }

    private async Task EndAsync(UnpackedPoll poll, Task<PollReport?> storing)
    {
        try
        {
            var report = await storing;
            if (report?.Stored is { } stored)
                news.Tell(poll.Poll!.Answer, stored);
        }
        catch (Exception error) when (store.IsOfPoll(error) && view.HasTakenOver && nodes.IsOwner)
        {
            LogUnstored(poll.Waiting.Poll.Source, error);
            await store.FailAsync(poll, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What other nodes polled could not be stored; it is tried again.")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: what another node sent cannot be read ({Words}); it is polled again.")]
    private partial void LogUnread(string source, string words);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "What another node polled of source {Source} could not be stored.")]
    private partial void LogUnstored(long source, Exception error);
}

/// <summary>A poll that another node sent.</summary>
/// <param name="Waiting">Its row.</param>
/// <param name="Poll">What came; null: it cannot be stored, and its source is to be polled again.</param>
public sealed record UnpackedPoll(WaitingPoll Waiting, ReadPoll? Poll);

/// <summary>Tells those who keep something in memory what a poll by another node changed; the figures are that node's.</summary>
internal sealed class SentPollNews(HostRests rests, FeedReader reader, Model.Stories.StoryChanges changes)
{
    /// <summary>Tells them.</summary>
    public void Tell(PollAnswer answer, StoredPoll stored)
    {
        if (stored.Rest is { } rest)
            rests.Set(answer.Fetched.Sent[^1].Server, rest);
        if (stored.Ingested != default)
            reader.Learnt(answer.Source.Id);
        if (stored.Ingested != default || stored.LooksDifferent)
            changes.Raise();
    }
}
