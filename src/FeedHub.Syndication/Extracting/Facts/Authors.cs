using System.Text.RegularExpressions;

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

    // So many of the sources stand on the page, or say that they are the writer's.
    private const int OnPage = 5;

    private readonly PageFacts _facts;
    private readonly Credits _credits;
    private readonly HeadedData _headed;
    private readonly Bylines _bylines;

    public Authors(PageFacts facts, Credits credits, HeadedData headed) =>
        (_facts, _credits, _headed, _bylines) = (facts, credits, headed, new(facts));

    public IReadOnlyList<string> Editors =>
        _credits.Editors.Count > 0 ? _credits.Editors
        : Take(Meta("content_editor", "editor").Concat(Named("editor")).Concat(_bylines.Marked("editor")));

    /// <summary>What the page says in words comes first: its data often names who put it online.</summary>
    public IReadOnlyList<string> Writers
    {
        get
        {
            var credited = People(_credits.Writers);
            if (credited.Count > 0 && !credited.All(PersonNames.IsDesk))
                return credited;
            var first = Sources().FirstOrDefault(found => found.Count > 0);
            // Where nobody else is named, the paper wrote it.
            return (first is [var name] ? Instead(name) : null) ?? Any(credited) ?? first ?? Any(Take(Named("author")))
                ?? [.. Named("author").Concat(Meta(Names)).Concat(_bylines.Shown.SelectMany(PersonNames.Split)).Take(1)];
        }
    }

    // What an account, a desk or the paper gives way to.
    private IReadOnlyList<string>? Instead(string name) => PersonNames.IsLogin(name) || PersonNames.IsDesk(name) ? Whole(Sources())
        : IsPaper(name) ? Whole(Sources().Take(OnPage)) : null;

    // The likeliest first; each is looked for only where those before it name nobody.
    private IEnumerable<IReadOnlyList<string>> Sources()
    {
        yield return NotEditors(Take(Named("author")));
        yield return NotEditors(Take(Meta(Names)));
        yield return Take(_bylines.Marked("author"));
        yield return Take(_bylines.Linked);
        yield return Shown;
        yield return Take(EmbeddedAuthors.Find(_headed));
        yield return Take(InScripts("author|byline"));
        yield return Take(Named("creator"));
        yield return NotEditors(Take(Referred("author")));
    }

    private IReadOnlyList<string> Shown => _bylines.Shown.Select(text => Take([text])).FirstOrDefault(names => names.Count > 0) ?? [];

    // Beside people neither desks nor accounts.
    private static IReadOnlyList<string> People(IReadOnlyList<string> names) =>
        Any([.. names.Where(name => !PersonNames.IsDesk(name))]) ?? names;

    private IReadOnlyList<string>? Whole(IEnumerable<IReadOnlyList<string>> sources) => sources.FirstOrDefault(
        found => found.Count > 0 && found.All(name => name.Contains(' ') && !PersonNames.IsDesk(name) && !IsPaper(name)));

    // The data may name who put it online; the page's byline is the writer's.
    private IReadOnlyList<string> NotEditors(IReadOnlyList<string> names) =>
        names.All(name => _credits.Editors.Contains(name, StringComparer.OrdinalIgnoreCase)) ? [] : names;

    private static IReadOnlyList<string>? Any(IReadOnlyList<string> names) => names.Count > 0 ? names : null;

    // What is told to the site's own counters.
    private IEnumerable<string> InScripts(string name) =>
        PageScripts.Of(_facts.Root, type => type.Length == 0 || type.Contains("javascript", StringComparison.Ordinal))
            .Select(script => Regex.Match(
                script,
                $@"(?:['""]by['""]|(?:\\?['""]|(?<=[{{,\s]))(?:{name})(?:s|_?name)?\\?['""]?)\s*:\s*"
                    + @"(?:\[?\s*\{[^{}]{0,300}?\\?['""]?(?:full_?)?name\\?['""]?\s*:\s*)?\\?['""]([^'""\\]{3,80})\\?['""]",
                RegexOptions.IgnoreCase))
            .Where(match => match.Success).Select(match => match.Groups[1].Value).Take(1);

    private IEnumerable<string> Named(string property) =>
        _facts.Data.Article is { } article ? PageJson.Texts(article, property).Take(50) : [];

    // Of whom the data tells elsewhere: in graphs that is often who put the text online.
    private IEnumerable<string> Referred(string property) => _facts.Data.Article is { } article
        && PageJson.Get(article, property) is { } people ? _facts.Data.Names(people) : [];

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

    private IReadOnlyList<string> Take(IEnumerable<string> bylines)
    {
        List<string> names = [.. bylines.Where(byline => !IsSite(Headlines.Key(byline))).SelectMany(PersonNames.Split)
            .Where(name => !IsSite(Headlines.Key(name))).Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];
        // A paper beside people is where they write.
        List<string> people = [.. names.Where(name => !IsPaper(name))];
        return People(people.Count > 0 ? people : names);
    }

    // "Ana Putri, Kabar Medan" in Kabar.
    private bool IsPaper(string name) => Headlines.Key(name) is var key && (key == Publisher
        || (_facts.Metas.First("og:site_name") is { } site && Headlines.Key(site) is { Length: > 1 } paper
            && (Headlines.Key(name.Split(' ')[0]) == paper || (paper.Length > 5 && key.Contains(paper, StringComparison.Ordinal)))));

    private bool IsSite(string key) => key == Headlines.Key(_facts.Metas.First("og:site_name") ?? "-")
        || key == Headlines.Key(_facts.Address.Host.Replace("www.", "", StringComparison.Ordinal))
        || _facts.Address.Host.Split('.').Any(part => part.Length > 2 && key == Headlines.Key(part));

    private string Publisher => field ??= Headlines.Key(Referred("publisher").FirstOrDefault("-"));

    [GeneratedRegex(@"author|written|verfasst|geschrieben|escrito|écrit|ditulis|penulis", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
