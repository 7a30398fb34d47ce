using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading.Robots;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Whether a source's page or sitemap may be asked for (RFC 9309); feeds are for programs, and are asked for without.</summary>
public sealed class RobotsGuard(IRobotsInTurn robots, AddressGuard guard)
{
    /// <summary>What is answered in place of a request that robots.txt forbids; null: it may be sent.</summary>
    /// <param name="source">Whose request it is.</param>
    /// <param name="url">What it asks for.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<FetchResult?> RefusalAsync(Source source, string url, CancellationToken cancellation)
    {
        if (!IsHeld(source) || !SourceUrl.TryParse(url, out var address) || guard.Refusal(address) is not null)
            return null;
        var file = await robots.InTurnAsync(address, cancellation);
        return file?.Allows(address) == true
            ? null
            : new() { Outcome = FetchOutcome.Refused, FinalUrl = url, Error = await WhyAsync(file, address, cancellation) };
    }

    /// <summary>What looks at where redirects of the source's requests lead; null where nothing needs to.</summary>
    public Func<Uri, CancellationToken, Task<FetchResult?>>? OfRedirects(Source source) =>
        IsHeld(source) ? (address, cancellation) => RefusalAsync(source, address.AbsoluteUri, cancellation) : null;

    private static bool IsHeld(Source source) =>
        source.Declared.Kind != SourceKind.Feed && source.Declared.Robots != RobotsPolicy.Ignore;

    // Of a host that FeedHub may not ask, robots.txt is not read either.
    private async Task<Reason> WhyAsync(RobotsFile? file, Uri address, CancellationToken cancellation) =>
        file is null ? Reason.Of(ReasonCode.TurnDidNotCome, address.IdnHost)
        : file != RobotsFile.AllowsNothing ? Reason.Of(ReasonCode.RobotsForbidSource)
        : await guard.RefusalAsync(address, cancellation) ?? Reason.Of(ReasonCode.RobotsUnread);
}
