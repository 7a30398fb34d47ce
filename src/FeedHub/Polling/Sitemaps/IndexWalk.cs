using System.IO.Hashing;
using System.Text;
using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading.Sitemaps;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Polling.Sitemaps;

/// <summary>What a walk through an index needs.</summary>
internal sealed record WalkTools(
    Source Source, IReadOnlyDictionary<string, string> Headers, bool IsInFull, Fetcher Fetcher, HostGate Gate, SitemapMemory Memory,
    RobotsGuard Robots, TimeProvider Time);

/// <summary>
/// Follows an index of sitemaps: those that can hold news, an index among them once more, each address once, and no more than a bounded
/// number of requests and of time. One that fails costs its own entries.
/// </summary>
internal sealed class IndexWalk(WalkTools tools, FetchResult index)
{
    /// <summary>Requests of one poll at most, beside that for the index.</summary>
    public const int MostRequests = 10;

    private const int MostOfOne = 5;
    private const int Deepest = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _asked = [SourceUrl.Key(tools.Source.Url), SourceUrl.Key(index.FinalUrl)];
    private readonly Dictionary<string, SitemapEntry> _entries = [];
    private readonly List<Reason> _problems = [];
    private readonly List<SourceRequest> _sent = [.. index.Sent];
    private readonly StringBuilder _hashes = new();
    private readonly long _began = tools.Time.GetTimestamp();
    private FetchResult? _failed;
    private string? _publication;
    private long _bytes = index.BytesReceived;
    private bool _isChanged = index.Outcome == FetchOutcome.Fetched;
    private int _requests;
    private int _read;

    /// <summary>Walks; the index's answer with all that its sitemaps list, or a 304 if none of them changed.</summary>
    /// <param name="known">The index.</param>
    /// <param name="mark">What its hash ends with.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<FetchResult> RunAsync(KnownSitemap known, string mark, CancellationToken cancellation)
    {
        _hashes.Append(known.Hash);
        await FollowAsync(known.Sitemap, 1, cancellation);
        var whole = index with { Sent = _sent, BytesReceived = _bytes };
        if (_read == 0 && _failed is { } failed)
            return Failure(whole, failed);
        if (!_isChanged)
            return whole;
        var sitemap = new ParsedSitemap(SitemapKind.Pages, [.. _entries.Values]) { Publication = _publication };
        var hash = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(_hashes.ToString()))) + mark;
        return whole with
        {
            Outcome = FetchOutcome.Fetched,
            ETag = index.ETag ?? known.ETag,
            LastModified = index.LastModified ?? known.LastModified,
            Sitemap = new(sitemap, hash, _problems, known.Sitemap.Entries.Count),
        };
    }

    private async Task FollowAsync(ParsedSitemap parent, int depth, CancellationToken cancellation)
    {
        foreach (var child in IndexChoice.Pick(parent.Entries, tools.Time.GetUtcNow(), MostOfOne))
        {
            if (_requests >= MostRequests || tools.Time.GetElapsedTime(_began) > Limit)
                return;
            if (SourceUrl.TryParse(child.Url, out _) && _asked.Add(SourceUrl.Key(child.Url)))
                await AddAsync(child.Url, depth, cancellation);
        }
    }

    private async Task AddAsync(string url, int depth, CancellationToken cancellation)
    {
        if (await ReadAsync(url, cancellation) is not { } known)
            return;
        _read++;
        _hashes.Append(' ').Append(known.Hash);
        if (known.Sitemap.Kind == SitemapKind.Index && depth < Deepest)
            await FollowAsync(known.Sitemap, depth + 1, cancellation);
        else if (IndexChoice.HoldsNews(known.Sitemap, tools.Time.GetUtcNow()))
            Add(known.Sitemap);
    }

    private void Add(ParsedSitemap sitemap)
    {
        _publication ??= sitemap.Publication;
        foreach (var entry in sitemap.Entries.Where(entry => _entries.Count < Ingesting.OtherKinds.MostEntries))
            _entries.TryAdd(entry.Url, entry);
    }

    private async Task<KnownSitemap?> ReadAsync(string url, CancellationToken cancellation)
    {
        _requests++;
        var before = tools.Memory.Of(tools.Source.Id, url);
        var answer = await AskAsync(url, tools.IsInFull ? null : before, cancellation);
        using var body = answer?.BodyMemory;
        if (answer is { Outcome: FetchOutcome.NotModified })
            return before;
        if (answer is not { Outcome: FetchOutcome.Fetched })
            return Failed(url, answer);
        var known = SitemapRequests.Read(tools.Source, answer, tools.Time.GetUtcNow());
        _isChanged |= known.Hash != before?.Hash;
        if (!answer.Truncated)
            tools.Memory.Keep(tools.Source.Id, url, known);
        return known;
    }

    private KnownSitemap? Failed(string url, FetchResult? answer)
    {
        _failed ??= answer;
        if (answer?.Error is { } error)
            _problems.Add(Reason.Of(ReasonCode.SitemapOfIndex, ShownAddress.Of(url), error));
        return null;
    }

    // The poll has the turn of the source's own host; at another it waits for one.
    private async Task<FetchResult?> AskAsync(string url, KnownSitemap? before, CancellationToken cancellation)
    {
        var host = SourceUrl.HostOf(url);
        var isOwn = host == SourceUrl.HostOf(tools.Source.Url);
        using var turn = isOwn ? null : await tools.Gate.EnterAsync(host, Patience, cancellation);
        if (isOwn)
            await tools.Gate.PaceAsync(host, cancellation);
        else if (turn is null)
            return null;
        if (await tools.Robots.RefusalAsync(tools.Source, url, cancellation) is { } refusal)
            return refusal;
        var own = tools.Source.HeadersFor(url) ? tools.Headers : new Dictionary<string, string>();
        var request = new FetchRequest(url, before?.ETag, before?.LastModified, own)
        {
            Accept = SitemapRequests.Accept,
            MaxBytes = SitemapRequests.MostBytes,
            RefusalOfRedirect = tools.Robots.OfRedirects(tools.Source),
        };
        var answer = await tools.Fetcher.FetchAsync(request, cancellation);
        _sent.AddRange(answer.Sent);
        _bytes += answer.BytesReceived;
        return answer;
    }

    private static FetchResult Failure(FetchResult whole, FetchResult failed) => whole with
    {
        Outcome = failed.Outcome is FetchOutcome.Gone ? FetchOutcome.Failed : failed.Outcome,
        Status = failed.Status,
        RetryAfter = failed.RetryAfter,
        Error = Reason.Of(
            ReasonCode.SitemapOfIndex,
            ShownAddress.Of(failed.FinalUrl),
            failed.Error ?? Reason.Of(ReasonCode.HttpStatus, $"{failed.Status}")),
    };
}
