using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses the section of the site that the article stands in.</summary>
internal static partial class Sections
{
    private static readonly string[] Names = ["article:section", "og:article:section", "parsely-section", "cXenseParse:section", "section", "itemprop:articleSection", "content_category", "category"];

    public static string? Of(PageFacts facts, string? title) =>
        (facts.Data.Article is { } article ? PageJson.Texts(article, "articleSection").Select(First).FirstOrDefault(IsSection) : null)
        ?? Names.SelectMany(facts.Metas.All).Select(First).FirstOrDefault(IsSection)
        ?? Trail(facts).Where(IsSection).LastOrDefault(step => title is null || !Headlines.IsSame(step, title));

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
            ? items.EnumerateArray().Take(10).Select(item => PageJson.Text(item, "name") ?? PageJson.Text(item, "item")).OfType<string>() : [];

    [GeneratedRegex(@"^(?:home|beranda|start(?:seite)?|inicio|accueil|homepage|news portal|portal|\W+|https?:.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"breadcrumb|[ _-]crumbs?[ _-]")]
    private static partial Regex Crumbs();

    [GeneratedRegex(@"\s*[›»>/|]\s*")]
    private static partial Regex Between();
}
