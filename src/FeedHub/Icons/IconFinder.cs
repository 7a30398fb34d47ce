using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Icons;

/// <summary>A source whose icon is wanted.</summary>
/// <param name="Slug">Its public id.</param>
/// <param name="Url">Of its feed.</param>
/// <param name="Icon">What the feed names as its picture, or null.</param>
/// <param name="Site">Its site's page as the feed says, or null.</param>
public sealed record WantedIcon(string Slug, string Url, string? Icon, string? Site);

/// <summary>What came of asking.</summary>
/// <param name="IsKnown">False: somebody was busy or wants to be left alone; ask again later.</param>
/// <param name="Bytes">The icon, or null.</param>
public sealed record IconAnswer(bool IsKnown, byte[]? Bytes);

/// <summary>
/// Asks a publisher for its icon behind the same guard and in the same turns as polls, with none of the source's own headers: what the feed
/// names, else the site's <c>/favicon.ico</c>, else what the site's page names.
/// </summary>
public sealed class IconFinder(Fetcher fetcher, HostGate gate, HostRests rests)
{
    /// <summary>Most bytes of an icon.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxPageBytes = 2 * 1024 * 1024;
    private const string Pictures = "image/png, image/x-icon, image/webp, image/gif, image/jpeg, image/*;q=0.5";
    private const string Page = "text/html, application/xhtml+xml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>Asks, at most six times.</summary>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IconAnswer> AskAsync(WantedIcon wanted, CancellationToken cancellation)
    {
        var site = new Uri(SourceUrl.TryParse(wanted.Site, out var link) ? link.AbsoluteUri : new Uri(new(wanted.Url), "/").AbsoluteUri);
        var allCame = true;
        foreach (var address in new[] { wanted.Icon, new Uri(site, "/favicon.ico").AbsoluteUri })
        {
            if (address is null || !SourceUrl.TryParse(address, out _))
                continue;
            var (came, bytes) = await PictureAsync(address, cancellation);
            allCame &= came;
            if (bytes is not null)
                return new(true, bytes);
        }

        return allCame ? await OfPageAsync(site, cancellation) : new(false, null);
    }

    private async Task<IconAnswer> OfPageAsync(Uri site, CancellationToken cancellation)
    {
        var allCame = true;
        if (await FetchAsync(site.AbsoluteUri, Page, MaxPageBytes, cancellation) is not { } page)
            return new(false, null);
        foreach (var written in PageIcons.Named(System.Text.Encoding.UTF8.GetString(page.Body.Span)))
        {
            if (WireAddress.Resolve(new(page.FinalUrl), written)?.AbsoluteUri is not { } address || !SourceUrl.TryParse(address, out _))
                continue;
            var (came, bytes) = await PictureAsync(address, cancellation);
            allCame &= came;
            if (bytes is not null)
                return new(true, bytes);
        }

        return new(allCame, null);
    }

    private async Task<(bool Came, byte[]? Bytes)> PictureAsync(string url, CancellationToken cancellation) =>
        await FetchAsync(url, Pictures, MaxBytes, cancellation) is not { } answer ? (false, null)
        : answer.Outcome == FetchOutcome.Fetched && !answer.Truncated && RasterPicture.TypeOf(answer.Body.Span) is not null
            ? (true, answer.Body.ToArray())
            : (true, null);

    private async Task<FetchResult?> FetchAsync(string url, string accept, int most, CancellationToken cancellation)
    {
        if (rests.Of(SourceUrl.ServerOf(new Uri(url))) is not null)
            return null;
        using var turn = await gate.EnterAsync(SourceUrl.HostOf(url), Patience, cancellation);
        return turn is null
            ? null
            : await fetcher.FetchAsync(new(url, null, null, NoHeaders) { Accept = accept, MaxBytes = most }, cancellation);
    }
}
