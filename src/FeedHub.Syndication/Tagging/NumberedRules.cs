namespace FeedHub.Syndication.Tagging;

/// <summary>Rules, and one finder for all of their phrases.</summary>
internal sealed class NumberedRules
{
    private readonly List<string> _phrases = [];

    /// <param name="rules">The rules as written, each with what it gives: a slug, or its name.</param>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public NumberedRules(IEnumerable<(string Gives, RuleConditions Conditions)> rules)
    {
        All = [.. rules.Select(rule => new Rule(rule.Gives, rule.Conditions, Number))];
        Finder = new(_phrases);
    }

    /// <summary>Rules of categories.</summary>
    public static NumberedRules Of(IEnumerable<CategoryRule> rules) => new(rules.Select(rule => (rule.Slug, (RuleConditions)rule)));

    /// <summary>Drop rules.</summary>
    public static NumberedRules Of(IEnumerable<DropRule> rules) => new(rules.Select(rule => (rule.Name, (RuleConditions)rule)));

    /// <summary>In the order as written.</summary>
    public Rule[] All { get; }

    /// <summary>Finds their phrases.</summary>
    public PhraseFinder Finder { get; }

    private int Number(string phrase)
    {
        _phrases.Add(phrase);
        return _phrases.Count - 1;
    }
}
