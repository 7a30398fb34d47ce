using System.Collections.Concurrent;
using System.IO.Compression;
using FeedHub.Fetching;
using FeedHub.Model.Articles;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading.Robots;

namespace FeedHub.Articles;

/// <summary>
/// The robots.txt of hosts (RFC 9309): asked for in the host's turn, kept for a day, also over a restart. A host that answers with an
/// error of its own, or not at all, allows what it allowed before, and nothing where it was never read; it is asked again after an hour.
/// </summary>
public sealed class RobotsGate(
    Fetcher fetcher, HostGate gate, HostRests rests, OwnNetwork network, ReadSessions database, SmallWrites writes, TimeProvider time)
    : IRobotsInTurn
{
    /// <summary>The name by which rules name FeedHub.</summary>
    public const string Program = "FeedHub";

    private const int MostInMemory = 2000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Unreachable = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestUnread = TimeSpan.FromDays(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (RobotsFile File, DateTimeOffset AskedAt, DateTimeOffset Until)> _known = new();

    /// <summary>What the host of an address allows; null where it cannot be asked now, since it rests, others have
    /// their turns or this machine has no network.</summary>
    public Task<RobotsFile?> OfAsync(Uri address, CancellationToken cancellation) => OfAsync(address, hasTurn: false, cancellation);

    /// <inheritdoc/>
    public Task<RobotsFile?> InTurnAsync(Uri address, CancellationToken cancellation) => OfAsync(address, hasTurn: true, cancellation);

    private async Task<RobotsFile?> OfAsync(Uri address, bool hasTurn, CancellationToken cancellation)
    {
        var (origin, now) = (address.GetLeftPart(UriPartial.Authority), time.GetUtcNow());
        if (_known.TryGetValue(origin, out var known) && Holds(known.AskedAt, known.Until, now))
            return known.File;
        var kept = RobotsRows.Find(database, origin);
        if (kept is not null && Holds(kept.AskedAt, kept.Until, now))
            return Remember(kept);
        return await AskAsync(origin, kept, hasTurn, cancellation) is { } asked ? Remember(asked) : null;
    }

    // A clock that was set back makes nothing hold for longer.
    private static bool Holds(DateTimeOffset askedAt, DateTimeOffset until, DateTimeOffset now) => askedAt <= now && now < until;

    private RobotsFile Remember(KeptRobots kept)
    {
        if (_known.Count >= MostInMemory)
            _known.Clear();
        var file = FileOf(kept);
        _known[kept.Origin] = (file, kept.AskedAt, kept.Until);
        return file;
    }

    private async Task<KeptRobots?> AskAsync(string origin, KeptRobots? before, bool hasTurn, CancellationToken cancellation)
    {
        var address = new Uri(origin + "/robots.txt");
        if (rests.Of(SourceUrl.ServerOf(address)) is not null)
            return null;
        var host = SourceUrl.HostOf(address.AbsoluteUri);
        using var turn = hasTurn ? null : await gate.EnterAsync(host, Patience, cancellation);
        if (turn is null && !hasTurn)
            return null;
        var request = new FetchRequest(address.AbsoluteUri, null, null, new Dictionary<string, string>())
        {
            Accept = "text/plain, */*;q=0.5",
            MaxBytes = RobotsFile.MaxBytes,
            IsCut = true,
        };
        var fetched = await fetcher.FetchAsync(request, cancellation);
        using var memory = fetched.BodyMemory;
        if (await network.IsToBlameAsync(fetched, cancellation))
            return null;
        if (hasTurn)
            await gate.PaceAsync(host, cancellation);
        var kept = KeptOf(origin, fetched, before, time.GetUtcNow());
        await writes.RunAsync(session => Keep(session, fetched, kept), CancellationToken.None);
        return kept;
    }

    private static int Keep(WriteSession session, FetchResult fetched, KeptRobots kept)
    {
        new AskedHosts(session).Count(fetched, 0);
        return RobotsRows.Keep(session, kept);
    }

    private static KeptRobots KeptOf(string origin, FetchResult fetched, KeptRobots? before, DateTimeOffset now)
    {
        var isRead = fetched.Outcome == FetchOutcome.Fetched;
        if (isRead || fetched.Status is >= 400 and < 500 and not 429)
            return new()
            {
                Origin = origin,
                AskedAt = now,
                Until = now + Day,
                Status = fetched.Status,
                Body = isRead ? Compressed(fetched.Body.Span) : null,
            };
        var isKnown = before?.Status is not null && now - before.Until < LongestUnread;
        return new()
        {
            Origin = origin,
            AskedAt = now,
            Until = now + Unreachable,
            Status = isKnown ? before!.Status : null,
            Body = isKnown ? before!.Body : null,
        };
    }

    private static RobotsFile FileOf(KeptRobots kept) => kept switch
    {
        { Status: null } => RobotsFile.AllowsNothing,
        { Body: null } => RobotsFile.AllowsAll,
        _ => RobotsFile.Parse(Decompressed(kept.Body), Program),
    };

    private static byte[] Compressed(ReadOnlySpan<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
            brotli.Write(body);
        return compressed.ToArray();
    }

    private static byte[] Decompressed(byte[] body)
    {
        using var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        using var text = new MemoryStream();
        brotli.CopyTo(text);
        return text.ToArray();
    }
}
