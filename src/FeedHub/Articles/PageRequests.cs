using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading.Robots;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Articles;

/// <summary>Asks for one page as a guest: after robots.txt, in its host's turn, with none of the source's own headers.</summary>
public sealed class PageRequests(
    Fetcher fetcher, AddressGuard guard, OwnNetwork network, HostGate gate, HostRests rests, RobotsGate robots, TimeProvider time)
{
    private const string Html = "text/html, application/xhtml+xml, */*;q=0.1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>The page, or why there is none.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="source">Whose it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(FetchResult? Fetched, PageAnswer? Failure)> AskAsync(string url, Source source, CancellationToken cancellation)
    {
        if (!SourceUrl.TryParse(url, out var address))
            return (null, new(PageOutcome.Refused, Reason.Of(ReasonCode.NoWebAddress)));
        if (await ForbiddenAsync(address, source, hasTurn: false, cancellation) is { } forbidden)
            return (null, forbidden);
        if (rests.Of(SourceUrl.ServerOf(address)) is { } rest)
            return (null, new(PageOutcome.Later, rest.Reason) { Again = rest.Until });
        using var turn = await gate.EnterAsync(SourceUrl.HostOf(url), Patience, cancellation);
        if (turn is null)
            return (null, NoTurn(address));
        var fetched = await fetcher.FetchAsync(new(url, null, null, NoHeaders) { Accept = Html }, cancellation);
        if (await network.IsToBlameAsync(fetched, cancellation))
            return (fetched, new(PageOutcome.Later, fetched.Error) { Fetched = [fetched], Again = time.GetUtcNow() + Soon });
        var failure = FailureOf(fetched);
        if (failure is null && fetched.FinalUrl != url)
            failure = await ForbiddenAsync(
                new(fetched.FinalUrl), source, SourceUrl.HostOf(fetched.FinalUrl) == SourceUrl.HostOf(url), cancellation);
        return (fetched, failure is null ? null : failure with { Fetched = [fetched] });
    }

    private async Task<PageAnswer?> ForbiddenAsync(Uri address, Source source, bool hasTurn, CancellationToken cancellation)
    {
        if (source.Declared.Robots == RobotsPolicy.Ignore)
            return null;
        var asked = hasTurn ? robots.InTurnAsync(address, cancellation) : robots.OfAsync(address, cancellation);
        if (await asked is not { } file)
            return NoTurn(address);
        return file.Allows(address) ? null : new(PageOutcome.Refused, await WhyAsync(file, address, cancellation));
    }

    // Of a host that FeedHub may not ask, robots.txt is not read either.
    private async Task<Reason> WhyAsync(RobotsFile file, Uri address, CancellationToken cancellation) =>
        file != RobotsFile.AllowsNothing ? Reason.Of(ReasonCode.RobotsForbid, address.IdnHost)
            : await guard.RefusalAsync(address, cancellation) ?? Reason.Of(ReasonCode.RobotsUnread);

    private PageAnswer NoTurn(Uri address) =>
        new(PageOutcome.Later, Reason.Of(ReasonCode.TurnDidNotCome, address.IdnHost)) { Again = time.GetUtcNow() + Soon };

    private static PageAnswer? FailureOf(FetchResult fetched) => fetched switch
    {
        { Outcome: FetchOutcome.Fetched, Truncated: false } => null,
        { Status: 401 or 402 or 403 or 451 } => new(PageOutcome.Denied, fetched.Error),
        { Outcome: FetchOutcome.Throttled or FetchOutcome.Fetched } or { Status: null or >= 500, Outcome: FetchOutcome.Failed } =>
            new(PageOutcome.Later, fetched.Error),
        _ => new(PageOutcome.Refused, fetched.Error ?? Reason.Of(ReasonCode.NoAnswer)),
    };
}
