using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Hosts;

/// <summary>Writes the politeness ledger, inside the transaction of the poll that it is about.</summary>
internal sealed class HostLedger(WriteSession session)
{
    /// <summary>Most servers that are remembered: redirects can name any number of them.</summary>
    private const int MaxHosts = 10_000;

    /// <summary>How long a server is remembered that is not asked any more.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Counts a request.</summary>
    /// <param name="server">Host, with the port unless it is the usual one.</param>
    /// <param name="at">Its start.</param>
    /// <param name="isNotModified">Whether the answer was a 304.</param>
    /// <param name="received">Bytes of the body on the wire.</param>
    /// <param name="saved">Bytes that a 304 saved.</param>
    /// <param name="isGood">Whether the answer ends a row of those that asked to be left alone.</param>
    public void Count(string server, DateTimeOffset at, bool isNotModified, long received, long saved, bool isGood) =>
        session.Gathered<GatheredRequests>().Add(server, at, isNotModified, received, saved, isGood);

    /// <summary>The server asked to be left alone once more; returns how often in a row it did.</summary>
    public int Strike(string server)
    {
        session.Gathered<GatheredRequests>().Write(session);
        session.Execute("UPDATE Hosts SET Throttled = Throttled + 1, Strikes = Strikes + 1 WHERE Name = ?1", server);
        return (int)session.Scalar<long>("SELECT Strikes FROM Hosts WHERE Name = ?1", server);
    }

    /// <summary>Until when the server rests, in Unix milliseconds; 0 where it never did.</summary>
    public long RestsUntil(string server) => session.Scalar<long>("SELECT coalesce(RestUntil, 0) FROM Hosts WHERE Name = ?1", server);

    /// <summary>The server rests until then.</summary>
    public void Rest(string server, DateTimeOffset until, Reason reason) =>
        session.Execute("UPDATE Hosts SET RestUntil = ?2, RestReason = ?3 WHERE Name = ?1", server, until, reason);

    /// <summary>Forgets servers that were not asked for long, and the longest unasked beyond a number; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset now) => session.Execute(
        """
        DELETE FROM Hosts WHERE (LastRequestAt < ?1 AND coalesce(RestUntil, 0) < ?2)
            OR Name IN (SELECT Name FROM Hosts ORDER BY coalesce(RestUntil, 0) > ?2 DESC, LastRequestAt DESC LIMIT 1000000000 OFFSET ?3)
        """,
        now - Kept, now, MaxHosts);
}
