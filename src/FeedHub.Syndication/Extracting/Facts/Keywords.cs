using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses the article's own tags.</summary>
internal static partial class Keywords
{
    private const int MostTags = 50;
    private static readonly string[] Names = ["news_keywords", "article:tag", "og:article:tag", "keywords", "parsely-tags", "sailthru.tags", "cXenseParse:tags"];

    /// <summary>The tags in their order, each once.</summary>
    public static IReadOnlyList<string> Of(PageFacts facts)
    {
        var shown = Shown(facts.Root);
        var named = Named(facts.Data);
        if (named.Count > 0)
            return named;
        foreach (var name in Names)
        {
            var values = Distinct(facts.Metas.All(name).SelectMany(Split));
            if (values.Count > 0)
                return values;
        }

        return shown;
    }

    private static IReadOnlyList<string> Named(LinkedData data)
    {
        if (data.Article is not { } article || PageJson.Get(article, "keywords") is not { } keywords)
            return [];
        return Distinct(keywords.ValueKind == JsonValueKind.String ? PageJson.Texts(keywords).SelectMany(Split) : PageJson.Texts(keywords));
    }

    private static IReadOnlyList<string> Shown(PageNode root) => Distinct(root.All()
        .Where(node => node.Name == "a" && (node["rel"]?.Split(' ').Contains("tag") == true || node.Above().Take(4).Any(around => Hint().IsMatch(around.Hints))))
        .Take(100).Select(node => node.Words().TrimStart('#', ' ')));

    private static IEnumerable<string> Split(string list) => Comma().Split(list);

    private static IReadOnlyList<string> Distinct(IEnumerable<string> tags) =>
        [.. tags.Select(tag => Spaces.Fold(tag.Trim(' ', ',', ';', '"'))).Where(tag => tag.Length is > 1 and < 100)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];

    [GeneratedRegex(@"\s*[,;،，、]\s*")]
    private static partial Regex Comma();

    [GeneratedRegex(@"[ _-](?:tags?|news-tags|post-tags|tag-?list|topics?)[ _-]")]
    private static partial Regex Hint();
}
