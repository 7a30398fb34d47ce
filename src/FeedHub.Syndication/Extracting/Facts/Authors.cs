using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses who wrote and who edited an article.</summary>
internal sealed partial class Authors
{
    private static readonly string[] Names =
    [
        "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author", "article:author_name",
        "content_author", "cXenseParse:author", "itemprop:author", "twitter:data1", "creator", "og:article:author", "shareaholic:article_author_name",
    ];

    private readonly PageFacts _facts;
    private readonly Credits _credits;

    public Authors(PageFacts facts, Credits credits) => (_facts, _credits) = (facts, credits);

    public IReadOnlyList<string> Editors => _credits.Editors.Count > 0 ? _credits.Editors : Take(Named("editor").Concat(Meta("content_editor", "editor")));

    /// <summary>What the page says in words comes first: its data often names who put it online.</summary>
    public IReadOnlyList<string> Writers
    {
        get
        {
            if (_credits.Writers.Count > 0)
                return _credits.Writers;
            IEnumerable<IReadOnlyList<string>> sources =
                [Take(Named("author")), Take(Meta(Names)), Take(Marked()), Take(Linked()), Take(Bylines()), Take(Named("creator"))];
            var names = sources.FirstOrDefault(found => found.Count > 0) ?? [];
            // Who is named as editor alone did not write it.
            return _credits.Editors.Count > 0 && names.All(name => _credits.Editors.Contains(name, StringComparer.OrdinalIgnoreCase)) ? [] : names;
        }
    }

    private IEnumerable<string> Named(string property)
    {
        if (_facts.Data.Article is not { } article || PageJson.Get(article, property) is not { } people)
            return [];
        var list = people.ValueKind == JsonValueKind.Array ? people.EnumerateArray().Take(50).ToList() : [people];
        return list.SelectMany(PageJson.Texts);
    }

    private IEnumerable<string> Meta(params string[] names)
    {
        foreach (var name in names)
        {
            var values = _facts.Metas.All(name).Where(value => !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('@')).ToList();
            if (values.Count > 0 && (name != "twitter:data1" || ByLabel()))
                return values;
        }

        return [];
    }

    private bool ByLabel() => _facts.Metas.First("twitter:label1") is { } label && Label().IsMatch(label);

    private IEnumerable<string> Marked() => _facts.Root.All()
        .Where(node => !node.IsText && node["itemprop"]?.Contains("author", StringComparison.OrdinalIgnoreCase) == true).Take(10)
        .Select(NameIn);

    private static string NameIn(PageNode person) =>
        person.All().FirstOrDefault(node => node != person && !node.IsText && node["itemprop"] == "name") is { } name
            ? name["content"] ?? name.Words() : person["content"] ?? person.Words();

    private IEnumerable<string> Linked() => _facts.Root.All()
        .Where(node => node.Name == "a" && (node["rel"]?.Contains("author", StringComparison.OrdinalIgnoreCase) == true))
        .Take(10).Select(node => node.Words()).Where(text => text.Length is > 1 and < 60);

    private IEnumerable<string> Bylines()
    {
        foreach (var node in _facts.Root.All())
        {
            if (!node.IsText && Hint().IsMatch(node.Hints) && node.Words() is { Length: > 2 and < 120 } text && !text.AsSpan().ContainsAnyInRange('0', '9'))
                return [text];
        }

        return _facts.Head(4, 10).Select(line => line.Text).Where(line => line.Length < 100 && By().IsMatch(line)).Take(1);
    }

    private IReadOnlyList<string> Take(IEnumerable<string> bylines)
    {
        var site = Headlines.Key(_facts.Metas.First("og:site_name") ?? "");
        return [.. bylines.SelectMany(PersonNames.Split).Where(name => Headlines.Key(name) != site || site.Length == 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];
    }

    [GeneratedRegex(@"author|written|verfasst|geschrieben|escrito|écrit|ditulis|penulis", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"[ _-](?:byline|by-line|author|authors|author-name|post-author|entry-author|autor|auteur)[ _-]")]
    private static partial Regex Hint();

    [GeneratedRegex(@"^(?:By|BY|Von|Door|Par|Por|Oleh|Di)\s+\p{Lu}")]
    private static partial Regex By();
}
