using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>Asks rules about items by themselves, beside the other ways to a category: what each matches, and what another would.</summary>
public sealed class RuleTrial
{
    private readonly PhraseFinder _finder;
    private readonly Rule[] _rules;

    /// <summary>A trial of these rules; immutable and safe to share between threads.</summary>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public RuleTrial(IReadOnlyList<CategoryRule> rules)
    {
        var phrases = new List<string>();
        _rules = [.. rules.Select(r => new Rule(r, Number))];
        _finder = new PhraseFinder(phrases);

        int Number(string phrase)
        {
            phrases.Add(phrase);
            return phrases.Count - 1;
        }
    }

    /// <summary>For each rule, in their order, why it holds for the item; null where it does not.</summary>
    public IReadOnlyList<Reason?> Match(ParsedItem item, TaggedSource source)
    {
        var looksInText = _rules.Any(r => r.LooksInText && r.Covers(source));
        var hits = new RuleHits(_finder, item, looksInText ? HtmlText.ToPlainText(item.ContentHtml ?? item.SummaryHtml ?? "") : "");
        return Array.ConvertAll(_rules, rule => rule.HasCondition && rule.Covers(source) ? rule.Match(hits) : null);
    }
}
