using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>Asks rules about items by themselves, beside the other ways to a category: what each matches, and what another would.</summary>
public sealed class RuleTrial
{
    private readonly NumberedRules _rules;

    /// <summary>A trial of these rules; immutable and safe to share between threads.</summary>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public RuleTrial(IReadOnlyList<CategoryRule> rules) => _rules = NumberedRules.Of(rules);

    /// <summary>A trial of a drop rule; immutable and safe to share between threads.</summary>
    /// <exception cref="ArgumentException">The rule looks in a field that does not exist.</exception>
    public RuleTrial(DropRule rule) => _rules = NumberedRules.Of([rule]);

    /// <summary>For each rule, in their order, why it holds for the item; null where it does not.</summary>
    public IReadOnlyList<Reason?> Match(ParsedItem item, TaggedSource source)
    {
        var looksInText = _rules.All.Any(r => r.LooksInText && r.Covers(source));
        var hits = new RuleHits(_rules.Finder, item, looksInText ? HtmlText.ToPlainText(item.ContentHtml ?? item.SummaryHtml ?? "") : "");
        return Array.ConvertAll(_rules.All, rule => rule.HasCondition && rule.Covers(source) ? rule.Match(hits) : null);
    }
}
