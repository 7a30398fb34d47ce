using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses who wrote and who edited an article.</summary>
internal sealed partial class Authors
{
    private static readonly string[] Names =
    [
        "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author",
        "article:author_name",
        "content_author", "cXenseParse:author", "itemprop:author", "twitter:data1", "creator", "og:article:author",
        "shareaholic:article_author_name",
    ];

    private readonly PageFacts _facts;
    private readonly Credits _credits;

    public Authors(PageFacts facts, Credits credits) => (_facts, _credits) = (facts, credits);

    public IReadOnlyList<string> Editors =>
        _credits.Editors.Count > 0 ? _credits.Editors : Take(Meta("content_editor", "editor").Concat(Named("editor")));

    /// <summary>What the page says in words comes first: its data often names who put it online.</summary>
    public IReadOnlyList<string> Writers
    {
        get
        {
            if (_credits.Writers.Count > 0)
                return _credits.Writers;
            IEnumerable<IReadOnlyList<string>> sources =
            [
                NotEditors(Take(Named("author"))), NotEditors(Take(Meta(Names))), Take(Marked()), Take(Linked()), Take(Bylines()), Take(
                    InScripts("author")),
                Take(Named("creator")),
            ];
            // Where nobody else is named, the paper wrote it.
            return sources.FirstOrDefault(found => found.Count > 0)
                ?? Any(Take(Named("author")))
                ?? [.. Named("author").Concat(Meta(Names)).Concat(Bylines().SelectMany(PersonNames.Split)).Take(1)];
        }
    }

    // The data may name who put it online; the page's byline is the writer's.
    private IReadOnlyList<string> NotEditors(IReadOnlyList<string> names) =>
        names.All(name => _credits.Editors.Contains(name, StringComparer.OrdinalIgnoreCase)) ? [] : names;

    private static IReadOnlyList<string>? Any(IReadOnlyList<string> names) => names.Count > 0 ? names : null;

    // What is told to the site's own counters.
    private IEnumerable<string> InScripts(string name) =>
        PageScripts.Of(_facts.Root, type => type.Length == 0 || type.Contains("javascript", StringComparison.Ordinal))
            .Select(script => Regex.Match(
                script,
                $@"['""](?:{name}|{name}s|{name}_?name)['""]\s*:\s*['""]([^'""]{{3,80}})['""]",
                RegexOptions.IgnoreCase))
            .Where(match => match.Success).Select(match => match.Groups[1].Value).Take(1);

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
            var values = _facts.Metas.All(name).Where(value => !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('@'))
                .ToList();
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
        .Where(
            node => node.Name == "a" && (node["rel"]?.Contains("author", StringComparison.OrdinalIgnoreCase) == true) && !IsElsewhere(node))
        .Take(10).Select(node => node.Words()).Where(text => text.Length is > 1 and < 60);

    private IEnumerable<string> Bylines()
    {
        foreach (var node in _facts.Root.All())
        {
            if (!node.IsText && Hint().IsMatch(node.Hints) && !IsElsewhere(node)
                && DayBefore().Replace(node.Words(), "") is { Length: > 2 and < 120 } text && !text.AsSpan().ContainsAnyInRange('0', '9'))
                return [text];
        }

        return _facts.Head(6, 15).Where(line => line.Text.Length < 100).Select(line => By().Match(line.Text)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Concat(_facts.Head(6, 15).Where(IsProfile).Select(line => line.Text)).Take(1);
    }

    // Comments, boxes about other articles.
    private static bool IsElsewhere(PageNode node) =>
        node.Above().Take(12).Any(around => around.Name is "form" or "aside" or "nav" || Other().IsMatch(around.Hints));

    // A line that is a link to somebody's page.
    private static bool IsProfile(PageLine line) => line.LinkShare > 0.8 && line.Text.Length < 50 && line.Parts[0].Above().Take(3)
        .Any(node => node.Name == "a" && node["href"] is { } address && Profile().IsMatch(address));

    private IReadOnlyList<string> Take(IEnumerable<string> bylines)
    {
        return [.. bylines.SelectMany(PersonNames.Split).Where(name => !IsSite(Headlines.Key(name)))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];
    }

    private bool IsSite(string key) => key == Headlines.Key(_facts.Metas.First("og:site_name") ?? "-")
        || key == Headlines.Key(_facts.Address.Host.Replace("www.", "", StringComparison.Ordinal))
        || _facts.Address.Host.Split('.').Any(part => part.Length > 2 && key == Headlines.Key(part));

    // "Dec. 19, 2025 · Ana Putri"
    [GeneratedRegex(@"^.{0,30}\b\d{4}\s*[·|–-]\s*")]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"comment|kommentar|related|sidebar|recommend|respond")]
    private static partial Regex Other();

    [GeneratedRegex(
        @"/(?:authors?|autor(?:en)?|people|profile|producers|team|staff|penulis|contributors?|by|writers?|users?|u|@)/",
        RegexOptions.IgnoreCase)]
    private static partial Regex Profile();

    [GeneratedRegex(@"author|written|verfasst|geschrieben|escrito|écrit|ditulis|penulis", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"[ _-](?:byline|by-line|author|authors|author-?name|authorname|post-?author|entry-author|autor|auteur"
        + @"|author-\d)[ _-]|authorlist-item")]
    private static partial Regex Hint();

    // Not "By The Numbers", "By Popular Demand"; but "By The Canadian Press".
    [GeneratedRegex(@"(?:^|[·|•–—]\s*|\d{4}\s+)(?:By|BY|by|Von|Door|Par|Por|Oleh|Article by|Written by|Words by)\s+"
        + @"(?!(?i:the)\s+[\p{L}’']+(?![\p{L}’']|\s+\p{Lu}))"
        + @"(?!(?i:all|any|our|his|her|their|this|that|these|those|its|your|far|popular|now|default|design)\b)(\p{Lu}.*)$")]
    private static partial Regex By();
}
