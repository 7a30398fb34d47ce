using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Observability;
using FeedHub.Syndication.Extracting;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Articles;

/// <summary>
/// Reads the article of an item from its page and the pages that follow, within bounds: so many pages, so many bytes in all, so much time;
/// none twice, all on one site.
/// </summary>
public sealed class PageReader(PageRequests requests, IOptions<FeedHubOptions> options, Figures figures, TimeProvider time)
{
    private static readonly TimeSpan LongestArticle = TimeSpan.FromMinutes(2);

    /// <summary>Asks for the page, and for its further ones.</summary>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<PageAnswer> ReadAsync(string url, Source source, CancellationToken cancellation)
    {
        var answer = await AnswerAsync(url, source, cancellation);
        figures.PageAsked(answer.Outcome.ToString().ToLowerInvariant());
        return answer;
    }

    private async Task<PageAnswer> AnswerAsync(string url, Source source, CancellationToken cancellation)
    {
        var (pages, began) = (new ReadPages(url), time.GetTimestamp());
        if (await ReadPageAsync(url, source, pages, cancellation) is { } failure)
            return failure with { Fetched = pages.Fetched };
        var first = pages.Articles[0];
        if (first.IsFree == false)
            return pages.Answer(PageOutcome.Denied, Reason.Of(ReasonCode.PagePaid));
        if (first.Whole is { } whole && pages.IsNew(whole) && await ReadPageAsync(whole, source, pages, cancellation) is null)
            pages.KeepLongest();
        var end = await ReadFurtherAsync(source, pages, began, cancellation);
        var article = ArticleJoiner.Join(pages.Articles);
        return article.Text is null
            ? pages.Answer(PageOutcome.Empty, Reason.Of(ReasonCode.PageWithoutText))
            : pages.Answer(PageOutcome.Read, null) with
            {
                Article = article,
                Address = pages.First,
                Pages = pages.Articles.Count,
                End = end,
            };
    }

    // Why it ended before its pages did, or null.
    private async Task<Reason?> ReadFurtherAsync(Source source, ReadPages pages, long began, CancellationToken cancellation)
    {
        while (pages.Articles[^1].Next is { } next && pages.IsNew(next))
        {
            if (!HasRoom(pages, began))
                return Reason.Of(ReasonCode.PagesWithoutEnd, pages.Articles.Count);
            if (await ReadPageAsync(next, source, pages, cancellation) is { } failure)
                return Reason.Of(ReasonCode.PageNotFurther, ShownAddress.Of(next), failure.Why ?? Reason.Of(ReasonCode.NoAnswer));
            if (pages.WhyEnds(ShownAddress.Of(next)) is { } end)
                return end;
        }

        return null;
    }

    private bool HasRoom(ReadPages pages, long began) =>
        pages.Articles.Count < options.Value.Articles.MaxPages && pages.Bytes < options.Value.Polling.MaxBytes
        && time.GetElapsedTime(began) < LongestArticle;

    private async Task<PageAnswer?> ReadPageAsync(string url, Source source, ReadPages pages, CancellationToken cancellation)
    {
        if (pages.Articles.Count > 0)
            await HostGap.PassAsync(options.Value, time, cancellation);
        var (fetched, failure) = await requests.AskAsync(url, source, cancellation);
        using var memory = fetched?.BodyMemory;
        if (fetched is not null)
            pages.Asked(fetched);
        if (failure is not null)
            return failure;
        if (!IsHtml(fetched!.ContentType))
            return new(PageOutcome.Empty, Reason.Of(ReasonCode.PageNoHtml, fetched.ContentType ?? ""));
        var address = new Uri(fetched.FinalUrl);
        var zone = source.Declared.TimeZone is null ? null : FeedReader.ZoneOf(source);
        pages.Add(address, ArticlePage.Read(fetched.Body, fetched.ContentType, address, time.GetUtcNow(), zone));
        return null;
    }

    private static bool IsHtml(string? type) =>
        type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase)
        || type.Contains("xml", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    // The pages of one article so far.
    private sealed class ReadPages(string url)
    {
        private readonly HashSet<string> _seen = [KeyOf(url)];
        private readonly List<FetchResult> _fetched = [];

        public List<Article> Articles { get; } = [];

        public IReadOnlyList<FetchResult> Fetched => _fetched;

        public Uri? First { get; private set; }

        public long Bytes { get; private set; }

        public bool IsNew(string next) => Site.Same(next, First!.AbsoluteUri) && _seen.Add(KeyOf(next));

        // What is kept of a fetch must not hold its body.
        public void Asked(FetchResult fetched)
        {
            Bytes += fetched.Body.Length;
            _fetched.Add(fetched with { Body = default, BodyMemory = null });
        }

        public void Add(Uri address, Article article)
        {
            First ??= address;
            _seen.Add(KeyOf(address.AbsoluteUri));
            Articles.Add(article);
        }

        // A page that does not belong to the article is taken out again.
        public Reason? WhyEnds(string address)
        {
            var end = ArticleJoiner.WhyEnds(Articles[..^1], Articles[^1], address);
            if (end is not null)
                Articles.RemoveAt(Articles.Count - 1);
            return end;
        }

        public void KeepLongest()
        {
            var longest = Articles.MaxBy(article => article.Text?.Length ?? 0)!;
            var isWhole = longest == Articles[^1];
            Articles.RemoveAll(article => article != longest);
            if (isWhole)
                Articles[0] = longest with { Next = null };
        }

        public PageAnswer Answer(PageOutcome outcome, Reason? why) => new(outcome, why) { Fetched = _fetched };

        private static string KeyOf(string address) => address.Split('#')[0];
    }
}
