using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// Which sitemaps of an index can hold news: those that are called so, have changed lately and are not called after something else.
/// Whether they do, their content says (<see cref="HoldsNews"/>): a file called "news" may be an index, one called "1.xml" may have news.
/// </summary>
public static partial class IndexChoice
{
    // A sitemap of news lists two days (Google); what has not changed for longer has nothing new.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    /// <summary>The sitemaps to read, the most likely first.</summary>
    /// <param name="children">Entries of the index.</param>
    /// <param name="now">The present.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<SitemapEntry> Pick(IEnumerable<SitemapEntry> children, DateTimeOffset now, int most = 10)
    {
        var left = children.DistinctBy(child => child.Url).Where(child => !IsStale(child, now) && !IsAside(child.Url)).ToList();
        return
        [
            .. Ends(left).OrderByDescending(child => IsCalledNews(child.Url)).ThenByDescending(child => child.Modified?.Instant).Take(most),
        ];
    }

    /// <summary>Whether a sitemap that was read holds news: the extension for news, or pages with recent dates.</summary>
    public static bool HoldsNews(ParsedSitemap sitemap, DateTimeOffset now) =>
        sitemap.Entries.Any(entry => entry.IsNews || now - entry.Date <= Lately);

    private static bool IsStale(SitemapEntry child, DateTimeOffset now) =>
        child.Modified is { } modified
            ? now - modified.Instant > (modified.IsDay ? Lately + TimeSpan.FromDays(1) : Lately)
            : Month(child.Url) is { } month && month.AddMonths(1) < now - Lately;

    // "sitemap-2019-03.xml", "/2026/11/news.xml", "sitemap-2019.xml".
    private static DateTimeOffset? Month(string url)
    {
        var match = YearAndMonth().Match(Path(url));
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 12;
        return new(year, month, 1, 0, 0, 0, TimeSpan.Zero);
    }

    // Of a numbered row without dates, programs fill up the last one, or put the newest first.
    private static IEnumerable<SitemapEntry> Ends(List<SitemapEntry> children) =>
        children.GroupBy(child => Digits().Replace(child.Url, "#")).SelectMany(row => row.Any(child => child.Modified is not null)
            ? row.ToList()
            : [.. new[] { row.MinBy(Number)!, row.MaxBy(Number)! }.Distinct()]);

    private static long Number(SitemapEntry child) =>
        Digits().Matches(child.Url) is { Count: > 0 } numbers
        && long.TryParse(numbers[^1].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsCalledNews(string url) => News().IsMatch(Path(url));

    private static bool IsAside(string url) => !IsCalledNews(url) && Aside().IsMatch(Path(url));

    private static string Path(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.PathAndQuery : url;

    [GeneratedRegex(
        @"news|berita|terkini|terbaru|artikel|article|post(?!-?tag)|stor(?:y|ies)|latest|nachricht|noticia|actualit|haber|nyheter",
        RegexOptions.IgnoreCase)]
    private static partial Regex News();

    [GeneratedRegex(
        @"(?<![a-z])(?:image|img|photo|foto|video|categor|kategori|rubri|kanal|channel|tag|topi[ck]|keyword|author|penulis|user|profil"
            + @"|page[-_s.]|page$|static|product|shop|store|event|job|loker|archive|arsip|misc|legal|contact|forum|recipe|resep"
            + @"|weather|cuaca|section|landing|amp)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)(?:[-_/.]?(?<m>0?[1-9]|1[0-2])(?!\d))?(?![\d]{2,})")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
