using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>The operator's drop rules, ready to be asked about item after item; immutable and safe to share between threads.</summary>
public sealed class DropBook
{
    private readonly PhraseFinder _finder;
    private readonly Rule[] _matchers;

    /// <summary>A book of these rules.</summary>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public DropBook(IReadOnlyList<DropRule> rules)
    {
        Rules = rules;
        var numbered = NumberedRules.Of(rules);
        (_matchers, _finder) = ([.. numbered.All.Where(rule => rule.HasCondition)], numbered.Finder);
    }

    /// <summary>No rules.</summary>
    public static DropBook Empty { get; } = new([]);

    /// <summary>The rules as written.</summary>
    public IReadOnlyList<DropRule> Rules { get; }

    /// <summary>The name of the first rule that keeps the item out of stories; null where none does.</summary>
    /// <param name="item">The item.</param>
    /// <param name="source">Its source.</param>
    /// <param name="plainText">Its text without markup, made only where a rule needs it.</param>
    public string? RuleFor(ParsedItem item, TaggedSource source, Func<string> plainText)
    {
        if (_matchers.Length == 0)
            return null;
        var covering = _matchers.Where(rule => rule.Covers(source)).ToList();
        var hits = new RuleHits(_finder, item, covering.Exists(rule => rule.LooksInText) ? plainText() : "");
        return covering.Find(rule => rule.Match(hits) is not null)?.Slug;
    }
}
