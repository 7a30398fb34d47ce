using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>
/// All rules of <c>feeds.json</c> against one item. Each text is split into words once; at each word only the phrases that begin
/// with it are looked at, so the cost is linear in the text, whatever the rules say.
/// </summary>
internal sealed class RuleMatcher
{
    private readonly IReadOnlyList<CategoryRule> _rules;
    private readonly PhraseIndex _phrases;

    public RuleMatcher(IReadOnlyList<CategoryRule> rules)
    {
        _rules = rules;
        _phrases = new(rules.SelectMany(rule => rule.Any.Concat(rule.All).Concat(rule.None)));
    }

    /// <summary>A tag for each rule that holds.</summary>
    /// <param name="item">The item.</param>
    /// <param name="source">Its source.</param>
    /// <param name="plainText">The item's text without markup; asked for only if a rule looks there.</param>
    public IEnumerable<Tag> Match(ParsedItem item, TaggedSource source, Func<string> plainText)
    {
        if (_rules.Count == 0)
            return [];
        var found = new Dictionary<string, IReadOnlySet<string>>();
        return _rules.Where(rule => HoldsFor(rule, source))
            .Select(rule => Match(rule, place => FoundIn(place, item, plainText, found)))
            .OfType<Tag>()
            .ToList();
    }

    private static bool HoldsFor(CategoryRule rule, TaggedSource source) =>
        rule.Sources.Count == 0 || rule.Sources.Contains(source.Id) || rule.Sources.Contains(source.Url);

    private static Tag? Match(CategoryRule rule, Func<string, IReadOnlySet<string>> foundIn)
    {
        string? PlaceOf(string phrase) => rule.In.FirstOrDefault(place => foundIn(place).Contains(Words.Joined(phrase)));
        if (rule.None.Any(phrase => PlaceOf(phrase) is not null) || rule.All.Any(phrase => PlaceOf(phrase) is null))
            return null;
        var (phrase, where) = rule.Any.Concat(rule.All).Select(phrase => (phrase, PlaceOf(phrase))).FirstOrDefault(hit => hit.Item2 is not null);
        return where is null ? null : new(rule.Slug, 1, $"rule '{rule.Slug}' matched \"{phrase.Trim('"')}\" in the {where.Replace('_', ' ')}");
    }

    private IReadOnlySet<string> FoundIn(string place, ParsedItem item, Func<string> plainText, Dictionary<string, IReadOnlySet<string>> found)
    {
        if (!found.TryGetValue(place, out var phrases))
            found.Add(place, phrases = _phrases.FindIn(Texts(place, item, plainText)));
        return phrases;
    }

    private static IEnumerable<string> Texts(string place, ParsedItem item, Func<string> plainText) => place switch
    {
        "title" => [item.Title ?? ""],
        "text" => [plainText()],
        "url" => [item.Url ?? ""],
        "author" => item.Authors,
        "publisher_category" => item.Categories,
        _ => [],
    };
}
