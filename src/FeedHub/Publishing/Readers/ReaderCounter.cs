using System.Collections.Concurrent;
using FeedHub.Model.OwnFeeds;
using FeedHub.Serving;

namespace FeedHub.Publishing.Readers;

/// <summary>
/// Counts who reads which feed, in memory: a request costs a look into tables, less than 1 µs. All of it is bounded, since a stranger can
/// send any User-Agent; and of clients there is no more than a hash, salted again each day and written nowhere.
/// </summary>
public sealed class ReaderCounter(TimeProvider time)
{
    /// <summary>Programs of one feed on one day; more are counted as others.</summary>
    internal const int MostPrograms = 100;

    private const int MostRows = 5_000;
    private const int MostKnownAgents = 1_000;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, ReadingProgram> _known = new();
    private readonly List<Readership> _ended = [];
    private ReadingDay _day = new(DateTimeOffset.MinValue);

    /// <summary>A feed was sent, or was not since the client has it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="topic">Path and query of the feed, in one spelling.</param>
    public void Count(HttpContext context, string topic) =>
        Count(topic, context.Request.Headers.UserAgent.ToString(), ClientAddress.Of(context).Key ?? ClientAddress.ThisMachine);

    /// <summary>A feed was sent to a client.</summary>
    /// <param name="topic">Path and query of the feed.</param>
    /// <param name="agent">Its User-Agent.</param>
    /// <param name="client">What tells clients apart.</param>
    internal void Count(string topic, string agent, string client)
    {
        var program = ProgramOf(agent);
        var mark = topic.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (topic, "") : (topic[..mark], topic[mark..]);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_day.Begin != ReadingDay.BeginOf(now))
                End(now);
            _day.RowOf(path, program.Name, MostPrograms, MostRows)?.Count(program.Subscribers, query, _day.Hash(client), now);
        }
    }

    /// <summary>What changed since it was last taken.</summary>
    public IReadOnlyList<Readership> Take()
    {
        lock (_lock)
        {
            List<Readership> taken = [.. _ended, .. _day.TakeChanged()];
            _ended.Clear();
            return taken;
        }
    }

    /// <summary>Takes back what could not be stored: it is taken again.</summary>
    public void Return(IReadOnlyList<Readership> rows)
    {
        lock (_lock)
            _ended.AddRange(rows.Take(2 * MostRows - _ended.Count));
    }

    private void End(DateTimeOffset now)
    {
        _ended.AddRange(_day.TakeChanged());
        _day = new(ReadingDay.BeginOf(now));
    }

    private ReadingProgram ProgramOf(string agent)
    {
        if (agent.Length > ReadingProgram.LongestAgent)
            return ReadingProgram.Of(agent);
        if (_known.TryGetValue(agent, out var known))
            return known;
        var program = ReadingProgram.Of(agent);
        if (_known.Count < MostKnownAgents)
            _known.TryAdd(agent, program);
        return program;
    }
}
