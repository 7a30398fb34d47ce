using FeedHub.Fetching;
using FeedHub.Storage.Statements.Hosts;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>What a fetch means for the servers that it asked, inside the transaction of its poll.</summary>
internal sealed class AskedHosts(WriteSession session)
{
    private readonly HostLedger _ledger = new(session);

    /// <summary>Counts the requests of one fetch.</summary>
    /// <param name="fetched">What came of it.</param>
    /// <param name="saved">Bytes that a 304 saved.</param>
    public void Count(FetchResult fetched, long saved)
    {
        for (var i = 0; i < fetched.Sent.Count; i++)
        {
            var (server, at, status) = fetched.Sent[i];
            var (isLast, isNotModified) = (i == fetched.Sent.Count - 1, status == StatusCodes.Status304NotModified);
            _ledger.Count(
                server,
                at,
                isNotModified,
                isLast ? fetched.BytesReceived : 0,
                isNotModified ? saved : 0,
                isNotModified || status == StatusCodes.Status200OK);
        }
    }

    /// <summary>Lets the server that answered rest, with all sources that are polled there.</summary>
    /// <param name="fetched">The answer that asked for it.</param>
    /// <param name="rest">How long, by the times that it has asked in a row.</param>
    /// <param name="reason">What it said.</param>
    /// <param name="comeBack">When the n-th of its sources that were due meanwhile is due instead.</param>
    /// <param name="now">The end of the poll.</param>
    public HostRest Rest(
        FetchResult fetched,
        Func<int, TimeSpan> rest,
        Reason reason,
        Func<HostRest, int, DateTimeOffset> comeBack,
        DateTimeOffset now)
    {
        var server = fetched.Sent[^1].Server;
        var strikes = _ledger.Strike(server);
        var until = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Max(_ledger.RestsUntil(server), (now + rest(strikes)).ToUnixTimeMilliseconds()));
        _ledger.Rest(server, until, reason);
        PutOff(server, new(until, reason), comeBack);
        return new(until, reason);
    }

    private void PutOff(string server, HostRest rest, Func<HostRest, int, DateTimeOffset> comeBack)
    {
        foreach (var (place, sibling) in PlannedPolls.DueBefore(session, server, rest.Until).Index())
            PlannedPolls.PutOff(session, sibling, comeBack(rest, place));
    }
}
