using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>Writes the politeness ledger, inside the transaction of the poll that it is about.</summary>
internal sealed class HostLedger(WriteSession session)
{
    /// <summary>Most servers that are remembered: redirects can name any number of them.</summary>
    private const int MaxHosts = 10_000;

    private const string CountRequest = """
        INSERT INTO Hosts (Name, Since, LastRequestAt, Requests, NotModified, Throttled, BytesReceived, BytesSaved, Strikes)
        VALUES (?1, ?2, ?2, 1, ?3, 0, ?4, ?5, 0)
        ON CONFLICT (Name) DO UPDATE SET Requests = Requests + 1, NotModified = NotModified + ?3, BytesReceived = BytesReceived + ?4,
            BytesSaved = BytesSaved + ?5, LastRequestAt = max(LastRequestAt, ?2), Strikes = CASE WHEN ?6 THEN 0 ELSE Strikes END,
            SmallestGap = min(coalesce(SmallestGap, abs(?2 - LastRequestAt)), abs(?2 - LastRequestAt))
        """;

    /// <summary>Counts the requests of one fetch.</summary>
    /// <param name="fetched">What came of it.</param>
    /// <param name="saved">Bytes that a 304 saved.</param>
    public void Count(FetchResult fetched, long saved)
    {
        for (var i = 0; i < fetched.Sent.Count; i++)
        {
            var (server, at, status) = fetched.Sent[i];
            var (isLast, isNotModified) = (i == fetched.Sent.Count - 1, status == StatusCodes.Status304NotModified);
            session.Execute(
                CountRequest, server, at, isNotModified ? 1 : 0, isLast ? fetched.BytesReceived : 0, isNotModified ? saved : 0,
                isNotModified || status == StatusCodes.Status200OK);
        }
    }

    /// <summary>Lets the server that answered rest, with all sources that are polled there.</summary>
    /// <param name="fetched">The answer that asked for it.</param>
    /// <param name="rest">How long, by the times that it has asked in a row.</param>
    /// <param name="reason">What it said, in words.</param>
    /// <param name="comeBack">When the n-th of its sources that were due meanwhile is due instead.</param>
    /// <param name="now">The end of the poll.</param>
    public HostRest Rest(FetchResult fetched, Func<int, TimeSpan> rest, string reason, Func<HostRest, int, DateTimeOffset> comeBack, DateTimeOffset now)
    {
        var server = fetched.Sent[^1].Server;
        session.Execute("UPDATE Hosts SET Throttled = Throttled + 1, Strikes = Strikes + 1 WHERE Name = ?1", server);
        var strikes = (int)session.Scalar<long>("SELECT Strikes FROM Hosts WHERE Name = ?1", server);
        var known = session.Scalar<long>("SELECT coalesce(RestUntil, 0) FROM Hosts WHERE Name = ?1", server);
        var until = DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(known, (now + rest(strikes)).ToUnixTimeMilliseconds()));
        session.Execute("UPDATE Hosts SET RestUntil = ?2, RestReason = ?3 WHERE Name = ?1", server, until, reason);
        PutOff(server, new(until, reason), comeBack);
        return new(until, reason);
    }

    /// <summary>Forgets servers not asked since <paramref name="before"/>, and the longest unasked beyond a number; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before, DateTimeOffset now) => session.Execute(
        """
        DELETE FROM Hosts WHERE (LastRequestAt < ?1 AND coalesce(RestUntil, 0) < ?2)
            OR Name IN (SELECT Name FROM Hosts ORDER BY coalesce(RestUntil, 0) > ?2 DESC, LastRequestAt DESC LIMIT -1 OFFSET ?3)
        """,
        before, now, MaxHosts);

    private void PutOff(string server, HostRest rest, Func<HostRest, int, DateTimeOffset> comeBack)
    {
        const string Due = "SELECT Id, Url FROM Sources WHERE NextPollAt < ?1 ORDER BY NextPollAt";
        var siblings = session.Query(Due, row => (Id: row.GetInt64(0), Url: row.GetString(1)), rest.Until).Where(s => SourceUrl.ServerOf(s.Url) == server);
        foreach (var (place, sibling) in siblings.Index())
            session.Execute("UPDATE Sources SET NextPollAt = ?2 WHERE Id = ?1", sibling.Id, comeBack(rest, place));
    }
}
