using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Discovering;

/// <summary>
/// The requests of one search: each address once, all behind the same wall, turns and limits as polls, and no more than a bounded number
/// of them and of bytes.
/// </summary>
internal sealed class SearchVisits(Fetcher fetcher, HostGate gate, Downloads downloads, TimeProvider time)
{
    /// <summary>Requests of one search at most.</summary>
    public const int MostRequests = 40;

    /// <summary>Bytes of bodies at most, after decompression, for all of them together.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    private static readonly TimeSpan PatienceAtHost = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly Dictionary<string, Visit> _visits = [];
    private int _requests;
    private long _bytes;

    /// <summary>Why no further request is made, in words; null while some may be.</summary>
    public string? Exhausted =>
        _requests >= MostRequests ? Say(
            $"the search ended after {MostRequests} requests", $"pencarian berakhir setelah {MostRequests} permintaan")
        : _bytes >= MostBytes ? Say(
            $"the search ended after {MostBytes / 1024 / 1024} MB", $"pencarian berakhir setelah {MostBytes / 1024 / 1024} MB")
        : null;

    /// <summary>What comes from an address.</summary>
    /// <param name="url">Absolute address.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="request">What else is asked; null: as a poll of a feed would ask for the first time.</param>
    public async Task<Visit> ToAsync(string url, CancellationToken cancellation, FetchRequest? request = null)
    {
        if (SourceUrl.Problem(url) is { } problem)
            return new(null, problem);
        var key = SourceUrl.Key(url);
        if (!_visits.TryGetValue(key, out var visit))
            _visits[key] = visit = await AskAsync(url, request ?? new(url, null, null, NoHeaders), cancellation);
        return visit;
    }

    private async Task<Visit> AskAsync(string url, FetchRequest request, CancellationToken cancellation)
    {
        if (downloads.Peek(url) is { Fetched: { Outcome: FetchOutcome.Fetched } before })
            return new(before, null);
        if (Exhausted is { } end)
            return new(null, end);
        using var turn = await gate.EnterAsync(SourceUrl.HostOf(url), PatienceAtHost, cancellation);
        if (turn is null)
            return new(null, Say(
                $"{SourceUrl.HostOf(url)} is busy with FeedHub's polls; try again in a moment",
                $"{SourceUrl.HostOf(url)} sedang diperiksa FeedHub; coba lagi sebentar lagi"));
        var at = time.GetUtcNow();
        var fetched = await fetcher.FetchAsync(request, cancellation);
        (_requests, _bytes) = (_requests + Math.Max(1, fetched.Sent.Count), _bytes + Math.Max(fetched.Body.Length, fetched.BytesReceived));
        downloads.Keep(url, new(at, fetched));
        return new(fetched, fetched.Outcome == FetchOutcome.Fetched ? null : fetched.Error?.Said() ?? $"HTTP {fetched.Status}");
    }
}

/// <summary>What came from an address in a search.</summary>
/// <param name="Fetched">The answer; null if none was asked for.</param>
/// <param name="Error">What went wrong, in words; null if a body came.</param>
internal sealed record Visit(FetchResult? Fetched, string? Error)
{
    /// <summary>The address that answered, as pages may show it.</summary>
    public Uri Base => new(ShownAddress.Of(Fetched!.FinalUrl));

    /// <summary>True if no server answered at all.</summary>
    public bool IsUnreachable => Fetched is { Status: null, Outcome: FetchOutcome.Failed };

    /// <summary>True if the server has no such page, or shows it to nobody: what it has elsewhere may still be found.</summary>
    public bool IsMissing => Fetched is
    {
        Outcome: FetchOutcome.Failed or FetchOutcome.Gone,
        Status: 401 or 403 or 404 or 405 or 406 or 410 or 451
    };
}
