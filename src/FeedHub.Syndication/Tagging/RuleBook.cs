using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>The operator's rules, ready to be asked about item after item.</summary>
internal sealed class RuleBook
{
    private const double Confidence = 0.95;

    private readonly PhraseFinder _finder;
    private readonly Rule[] _rules;

    public RuleBook(IReadOnlyList<CategoryRule> rules)
    {
        var numbered = NumberedRules.Of(rules);
        (_rules, _finder) = ([.. numbered.All.Where(rule => rule.HasCondition)], numbered.Finder);
    }

    /// <summary>Whether a rule for this source needs the items' text.</summary>
    public bool LooksInText(TaggedSource source) => _rules.Any(r => r.LooksInText && r.Covers(source));

    /// <summary>A tag for each rule that holds, in the order of the rules.</summary>
    public IEnumerable<Tag> Tags(ParsedItem item, TaggedSource source, string plainText)
    {
        if (_rules.Length == 0)
            yield break;
        var hits = new RuleHits(_finder, item, plainText);
        foreach (var rule in _rules.Where(r => r.Covers(source)))
        {
            if (rule.Match(hits) is { } why)
                yield return new Tag(rule.Slug, Confidence, why);
        }
    }
}
