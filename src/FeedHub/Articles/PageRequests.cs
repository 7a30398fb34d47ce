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
        var isHeld = source.Declared.Robots != RobotsPolicy.Ignore;
        if (isHeld && await ForbiddenAsync(address, cancellation) is { } forbidden)
            return (null, forbidden);
        if (rests.Of(SourceUrl.ServerOf(address)) is { } rest)
            return (null, new(PageOutcome.Later, rest.Reason) { Again = rest.Until });
        using var turn = await gate.EnterAsync(SourceUrl.HostOf(url), Patience, cancellation);
        if (turn is null)
            return (null, NoTurn(address));
        var request = new FetchRequest(url, null, null, NoHeaders) { Accept = Html, RefusalOfRedirect = isHeld ? RefusalAsync : null };
        var fetched = await fetcher.FetchAsync(request, cancellation);
        if (await network.IsToBlameAsync(fetched, cancellation))
            return (fetched, new(PageOutcome.Later, fetched.Error) { Fetched = [fetched], Again = time.GetUtcNow() + Soon });
        return (fetched, FailureOf(fetched) is { } failure ? failure with { Fetched = [fetched] } : null);
    }

    private async Task<PageAnswer?> ForbiddenAsync(Uri address, CancellationToken cancellation)
    {
        if (await robots.OfAsync(address, cancellation) is not { } file)
            return NoTurn(address);
        return file.Allows(address) ? null : new(PageOutcome.Refused, await WhyAsync(file, address, cancellation));
    }

    // Where a redirect leads, in the turn of its host.
    private async Task<FetchResult?> RefusalAsync(Uri address, CancellationToken cancellation)
    {
        if (await robots.InTurnAsync(address, cancellation) is not { } file)
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = address.AbsoluteUri, Error = TurnDidNotCome(address) };
        return file.Allows(address) ? null : new()
        {
            Outcome = FetchOutcome.Refused,
            FinalUrl = address.AbsoluteUri,
            Error = await WhyAsync(file, address, cancellation),
        };
    }

    // Of a host that FeedHub may not ask, robots.txt is not read either.
    private async Task<Reason> WhyAsync(RobotsFile file, Uri address, CancellationToken cancellation) =>
        file != RobotsFile.AllowsNothing ? Reason.Of(ReasonCode.RobotsForbid, address.IdnHost)
            : await guard.RefusalAsync(address, cancellation) ?? Reason.Of(ReasonCode.RobotsUnread);

    private PageAnswer NoTurn(Uri address) =>
        new(PageOutcome.Later, TurnDidNotCome(address)) { Again = time.GetUtcNow() + Soon };

    private static Reason TurnDidNotCome(Uri address) => Reason.Of(ReasonCode.TurnDidNotCome, address.IdnHost);

    private static PageAnswer? FailureOf(FetchResult fetched) => fetched switch
    {
        { Outcome: FetchOutcome.Fetched, Truncated: false } => null,
        { Status: 401 or 402 or 403 or 451 } => new(PageOutcome.Denied, fetched.Error),
        { Outcome: FetchOutcome.Throttled or FetchOutcome.Fetched } or { Status: null or >= 500, Outcome: FetchOutcome.Failed } =>
            new(PageOutcome.Later, fetched.Error),
        _ => new(PageOutcome.Refused, fetched.Error ?? Reason.Of(ReasonCode.NoAnswer)),
    };
}
