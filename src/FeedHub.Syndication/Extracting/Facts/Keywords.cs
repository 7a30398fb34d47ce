using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses the article's own tags.</summary>
internal static partial class Keywords
{
    private const int MostTags = 50;

    // A list of so many words of which the article has none is the site's.
    private const int Standing = 4;

    private static readonly string[] Names =
        ["news_keywords", "article:tag", "og:article:tag", "keywords", "parsely-tags", "sailthru.tags", "cXenseParse:tags", "content_tag"];

    /// <summary>The tags in their order, each once.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="text">The headline and the article's text, for telling its tags from the site's.</param>
    public static IReadOnlyList<string> Of(PageFacts facts, string text)
    {
        var shown = Own(Shown(facts), facts, "");
        var named = Own(Named(facts.Data), facts, text);
        if (named.Count > 0)
            return shown.Count > named.Count && named.All(tag => shown.Contains(tag, StringComparer.OrdinalIgnoreCase)) ? shown : named;
        foreach (var name in Names)
        {
            var written = name == "keywords" ? facts.Metas.All(name).Take(1) : facts.Metas.All(name);
            var values = Own(written.SelectMany(Split), facts, text);
            if (values.Count > 0)
                return values;
        }

        return shown;
    }

    private static IEnumerable<string> Named(LinkedData data)
    {
        if (data.Article is not { } article || PageJson.Get(article, "keywords") is not { } keywords)
            return [];
        var texts = PageJson.Texts(keywords).ToList();
        return keywords.ValueKind == JsonValueKind.String || texts.Count == 1 ? texts.SelectMany(Split) : texts;
    }

    // The first group of links to tags that stand together below the headline.
    private static IEnumerable<string> Shown(PageFacts facts)
    {
        var headline = facts.Headline < 0 ? null : facts.Lines[facts.Headline].Parts[0];
        var below = headline is null ? facts.Root.All() : facts.Root.All().SkipWhile(node => node != headline);
        var links = below.Where(node => node.Name == "a" && IsTag(node) && !IsElsewhere(node)).Take(200).ToList();
        var group = links.GroupBy(GroupOf).Where(g => g.Count() <= 30).FirstOrDefault();
        return group is null ? [] : group.Select(node => node.Words().TrimStart('#', ' '));
    }

    private static PageNode GroupOf(PageNode link) =>
        link.Above().FirstOrDefault(node => node.Name is not ("li" or "span" or "a" or "strong" or "b" or "h2" or "h3" or "h4" or "h5")
            && node.Children.Count(child => !child.IsText) > 1) ?? link.Parent!;

    private static bool IsTag(PageNode link)
    {
        var rel = link["rel"]?.Split(' ') ?? [];
        return !rel.Contains("category") && (rel.Contains("tag") || (link["href"] is { } address && Address().IsMatch(address))
            || link.Above().Take(4).Any(node => Tags().IsMatch(node.Hints)));
    }

    private static bool IsElsewhere(PageNode link) => link.Above().Any(node =>
        node.Name is "nav" or "header" || (node.Name == "p" && IsProse(node)) || Cloud().IsMatch(node.Hints)
        || (node.Name == "footer" && !node.Above().Any(around => around.Name is "article" or "main")));

    // A paragraph that is more than links.
    private static bool IsProse(PageNode paragraph)
    {
        var lines = PageLines.Of(paragraph);
        return lines.Sum(line => line.Text.Length) > 2 * lines.Sum(line => line.Linked);
    }

    private static IEnumerable<string> Split(string list) => Comma().Split(list);

    private static IReadOnlyList<string> Own(IEnumerable<string> tags, PageFacts facts, string text)
    {
        var own = tags.Select(tag => Spaces.Fold(Path().Replace(tag.Trim(' ', ',', ';', '"', '[', ']'), "")))
            .Where(tag => IsTag(tag, facts))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostTags)
            .ToList();
        if (own.Count > 3)
            own.RemoveAll(tag => IsSection(tag, facts));
        return text.Length > 500 && own.Count >= Standing && !own.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))
            ? []
            : own;
    }

    private static bool IsTag(
        string tag,
        PageFacts facts) => tag.Length is > 1 and < 100 && tag.Any(char.IsLetter) && !Machine().IsMatch(tag)
        && !Standard().IsMatch(tag) && Headlines.Key(tag) != Headlines.Key(facts.Metas.First("og:site_name") ?? "-")
        && Headlines.Key(tag) != Headlines.Key(facts.Address.Host.Replace("www.", "", StringComparison.Ordinal));

    private static bool IsSection(string tag, PageFacts facts) =>
        facts.Address.Segments.Any(segment => Headlines.Key(segment) == Headlines.Key(tag))
        || facts.Address.Host.Split('.').Any(part => Headlines.Key(part) == Headlines.Key(tag));

    [GeneratedRegex(@"\s*[,;،，、]\s*")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\(\d+\)\s*|^(?:sections?|topics?|tags?|organi[sz]ations?|persons?|people|places?)/", RegexOptions.IgnoreCase)]
    private static partial Regex Path();

    [GeneratedRegex(
        @"/(?:tags?|topics?|listtag|labels?|thema|themen|keyword|schlagwort|etiqueta|temas?)/|[?&]tag=",
        RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"cloud|[ _-]nav|menu|related|popular|trending|comment|terpopuler|widget_")]
    private static partial Regex Cloud();

    [GeneratedRegex(@"[ _-](?:tags|tag-?list|tag-?links)[ _-]")]
    private static partial Regex Tags();

    // Keys of programs, numbers of records.
    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f]{4}-|^[\p{L} ]{2,30}:\S|^[\p{L} ]{2,30}: |^_|^\d+$|^[A-Z]{3,4}$(?<=^(?:RED|BLUE|GREEN))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"^(?:berita|news|portal|kabar|info|latest|breaking|today)(?:\s+(?:terkini|terbaru|indonesia|hari ini|online|harian"
            + @"|harian online|nasional|news|today|terpercaya))*$"
            + @"|^portal (?:berita|indonesia).*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Standard();
}
