using System.Runtime.InteropServices;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Hosts;

/// <summary>The requests of one transaction's polls by server, written by one statement a server.</summary>
internal sealed class GatheredRequests : IGathered
{
    private const string Count = """
        INSERT INTO Hosts (Name, Since, LastRequestAt, Requests, NotModified, Throttled, BytesReceived, BytesSaved, Strikes, SmallestGap)
        VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, 0, ?9)
        ON CONFLICT (Name) DO UPDATE SET Requests = Hosts.Requests + ?4, NotModified = Hosts.NotModified + ?5,
            BytesReceived = Hosts.BytesReceived + ?6,
            BytesSaved = Hosts.BytesSaved + ?7, LastRequestAt = max(Hosts.LastRequestAt, ?3),
            Strikes = CASE WHEN ?8 THEN 0 ELSE Hosts.Strikes END,
            SmallestGap = min(coalesce(Hosts.SmallestGap, abs(?2 - Hosts.LastRequestAt)),
              min(abs(?2 - Hosts.LastRequestAt), coalesce(?9, abs(?2 - Hosts.LastRequestAt))))
        """;

    private readonly Dictionary<string, Requests> _servers = new(StringComparer.Ordinal);

    /// <summary>Counts a request.</summary>
    public void Add(string server, DateTimeOffset at, bool isNotModified, long received, long saved, bool isGood)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_servers, server, out var isKnown);
        sum = (isKnown ? sum : new(at, at, 0, 0, 0, 0, false, null)).With(at, isNotModified, received, saved, isGood, isKnown);
    }

    /// <inheritdoc/>
    public void Write(WriteSession session)
    {
        foreach (var (server, sum) in _servers)
            session.Write(Count, server, sum.First, sum.Last, sum.Number, sum.NotModified, sum.Received, sum.Saved, sum.IsGood, sum.Gap);
        _servers.Clear();
    }

    private readonly record struct Requests(
        DateTimeOffset First, DateTimeOffset Last, int Number, int NotModified, long Received, long Saved, bool IsGood, TimeSpan? Gap)
    {
        public Requests With(DateTimeOffset at, bool isNotModified, long received, long saved, bool isGood, bool isNext)
        {
            TimeSpan? gap = isNext ? (at - Last).Duration() : null;
            return new(
                at < First ? at : First, at > Last ? at : Last, Number + 1, NotModified + (isNotModified ? 1 : 0), Received + received,
                Saved + saved, IsGood || isGood, Gap is null || gap < Gap ? gap ?? Gap : Gap);
        }
    }
}
