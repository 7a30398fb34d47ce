using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses the section of the site that the article stands in.</summary>
internal static partial class Sections
{
    private const int MostLinks = 3_000;

    private static readonly string[] Names =
    [
        "article:section", "og:article:section", "parsely-section", "cXenseParse:section", "section", "itemprop:articleSection",
        "content_category", "category",
    ];

    /// <summary>The section, or null if the page tells none.</summary>
    public static string? Of(PageFacts facts, string? title)
    {
        var trail = Trail(facts).Where(step => IsSection(step) && !Headlines.IsOfSite(step, facts))
            .Where(step => title is null || !Headlines.IsSame(step, title))
            .ToList();
        var named = (facts.Data.Article is { } article ? PageJson.Texts(article, "articleSection").Select(First) : [])
            .Concat(Names.SelectMany(facts.Metas.All)
                .Select(First)).Where(step => IsSection(step) && !Headlines.IsOfSite(step, facts)).ToList();
        return Labelled(facts) ?? named.Concat(trail).FirstOrDefault(section => IsInAddress(section, facts.Address))
            ?? named.FirstOrDefault() ?? trail.LastOrDefault() ?? Linked(facts.Root) ?? Above(facts)
            ?? InMenu(facts, InAddress(facts.Address));
    }

    // "Kategori : Daerah"
    private static string? Labelled(PageFacts facts) =>
        facts.Lines.Select(line => Label().Match(line.Text)).Where(match => match.Success).Select(match => First(match.Groups[1].Value))
            .FirstOrDefault(IsSection);

    private static bool IsInAddress(string section, Uri address) =>
        Headlines.Key(section) is { Length: > 2 } key && (address.Segments.SkipLast(1).Any(segment => Headlines.Key(segment) == key)
            || address.Host.Split('.').SkipLast(2).Any(part => Headlines.Key(part) == key));

    private static string? Linked(PageNode root) => root.All()
        .Where(node => node.Name == "a" && node["rel"]?.Split(' ').Contains("category") == true).Take(1).Select(node => node.Words())
        .FirstOrDefault(IsSection);

    // A link above the headline that is called so.
    private static string? Above(PageFacts facts) => facts.Head(4, 2)
        .Where(line => line.LinkShare > 0.9 && line.Parts[0].Above().Take(3).Any(node => SectionHint().IsMatch(node.Hints)))
        .Select(line => line.Text).FirstOrDefault(IsSection);

    // A step of the address is a section if the page leads to it by name, or if it is called as sections are anywhere.
    private static string? InMenu(PageFacts facts, string? step) => step is null ? null : facts.Root.All()
        .Where(node => node.Name == "a" && node["href"] is not null).Take(MostLinks)
        .Where(link => Uri.TryCreate(facts.Address, link["href"], out var to) && IsWeb(to)
            && (Last(to) == step || to.Host.Split('.')[0] == step))
        .Select(link => link.Words()).FirstOrDefault(words => Headlines.Key(words) == Headlines.Key(step))
        ?? (Usual().IsMatch(step) ? step : null);

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https";

    private static string Last(Uri address) => address.Segments[^1].Trim('/').ToLowerInvariant();

    // "bola.paper.example/read/…", "paper.example/showbiz/selebriti/headline"
    private static string? InAddress(Uri address)
    {
        var steps = address.Segments.SkipLast(1).Select(segment => segment.Trim('/').ToLowerInvariant())
            .Where(step => Step().IsMatch(step) && !Plain().IsMatch(step)).ToList();
        var host = address.Host.Split('.') is { Length: > 2 } parts && Step().IsMatch(parts[0]) && !Plain().IsMatch(parts[0])
            ? parts[0]
            : null;
        if (steps.Count == 0)
            return host;
        return steps[0] == host || steps[^1].Contains(steps[0], StringComparison.Ordinal) ? steps[0] : steps[^1];
    }

    private static string First(string text) => text.Split(',', ';')[0].Trim();

    private static bool IsSection(string text) => text.Length is > 1 and < 60 && !Home().IsMatch(text);

    private static IEnumerable<string> Trail(PageFacts facts)
    {
        foreach (var list in facts.Data.OfType("BreadcrumbList"))
        {
            var steps = Steps(list).ToList();
            if (steps.Count > 0)
                return steps;
        }

        var shown = facts.Root.All().FirstOrDefault(node => !node.IsText && Crumbs().IsMatch(node.Hints));
        return shown is null ? [] : PageLines.Of(shown).SelectMany(line => Between().Split(line.Text)).Take(8);
    }

    private static IEnumerable<string> Steps(System.Text.Json.JsonElement list) =>
        PageJson.Get(list, "itemListElement") is { ValueKind: System.Text.Json.JsonValueKind.Array } items
            ? items.EnumerateArray().Take(10).Select(item => PageJson.Text(item, "name") ?? PageJson.Text(item, "item"))
                .OfType<string>() : [];

    [GeneratedRegex(
        @"^(?:home|beranda|start(?:seite)?|inicio|accueil|homepage|news portal|portal|\W+|https?:.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"^(?:kategori|rubrik|kanal|category)\s*:\s*(\S.{1,50})$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[a-z][a-z-]{2,24}$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?:www\d?|m|amp|mobile|read|baca|berita|article|articles|artikel|story|stories|post|posts|blog|blogs|index"
        + @"|detail|page|content|id|en|de|news-and-events|web)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:news|nasional|national|politik|politics|ekonomi|economy|bisnis|business|keuangan|money|hukum|kriminal|daerah"
        + @"|regional|metro|internasional|international|dunia|world|olahraga|sports?|bola|teknologi|tekno|technology|tech|sains|science"
        + @"|kesehatan|health|pendidikan|education|otomotif|hiburan|entertainment|seleb|lifestyle|travel|wisata|kuliner|opini|opinion"
        + @"|budaya|culture)$")]
    private static partial Regex Usual();

    [GeneratedRegex(@"[ _-](?:rubrik|rubric|kanal|kategori|category|section)(?:[_-]?(?:name|label|link))?[ _-]")]
    private static partial Regex SectionHint();

    [GeneratedRegex(@"breadcrum[bp]|[ _-]crumbs?[ _-]")]
    private static partial Regex Crumbs();

    [GeneratedRegex(@"\s*[›»>/|]\s*")]
    private static partial Regex Between();
}
