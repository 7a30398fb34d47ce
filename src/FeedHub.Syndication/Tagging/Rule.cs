using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>A word or phrase of a rule.</summary>
/// <param name="Number">Its number with the <see cref="PhraseFinder"/>.</param>
/// <param name="Written">As the operator wrote it, without the quotes around it.</param>
internal readonly record struct Phrase(int Number, string Written);

/// <summary>A rule with its phrases numbered.</summary>
internal sealed class Rule
{
    private readonly RuleField[] _fields;
    private readonly HashSet<string> _sources;
    private readonly Phrase[] _any, _all, _none;

    /// <param name="gives">What it gives: a slug, or the name of a drop rule.</param>
    /// <param name="rule">The rule as written.</param>
    /// <param name="number">Numbers a phrase.</param>
    public Rule(string gives, RuleConditions rule, Func<string, int> number)
    {
        Slug = gives;
        _fields = rule.In.Count == 0 ? RuleFields.Default : [.. rule.In.Select(RuleFields.Parse).Distinct()];
        _sources = rule.Sources.ToHashSet(StringComparer.Ordinal);
        (_any, _all, _none) = (Phrases(rule.Any), Phrases(rule.All), Phrases(rule.None));

        Phrase[] Phrases(IReadOnlyList<string> words) => [.. words.Select(w => new Phrase(number(w), w.Trim().Trim('"', '“', '”')))];
    }

    /// <summary>The slug it gives, or the name of a drop rule.</summary>
    public string Slug { get; }

    /// <summary>Whether it can match anything: a rule without any condition only names a category.</summary>
    public bool HasCondition => _any.Length + _all.Length + _none.Length + _sources.Count > 0;

    /// <summary>Whether it holds for this source.</summary>
    public bool Covers(TaggedSource source) =>
        _sources.Count == 0 || _sources.Contains(source.Id) || _sources.Contains(source.Url);

    /// <summary>Whether it needs the item's text.</summary>
    public bool LooksInText => _fields.Contains(RuleField.Text) && _any.Length + _all.Length + _none.Length > 0;

    /// <summary>Why the rule holds; null if it does not.</summary>
    public Reason? Match(RuleHits hits)
    {
        if (_none.Any(p => hits.FieldOf(p.Number, _fields) is not null))
            return null;
        var all = Array.ConvertAll(_all, p => Found(p, hits));
        var any = _any.Select(p => Found(p, hits)).FirstOrDefault(f => f is not null);
        if (all.Any(f => f is null) || (any is null && _any.Length > 0))
            return null;
        return Why([.. any is null ? [] : new[] { any }, .. all!]);
    }

    private Reason? Found(Phrase phrase, RuleHits hits) =>
        hits.FieldOf(phrase.Number, _fields) is { } field ? Reason.Of(field.FoundIn(), phrase.Written) : null;

    private Reason Why(IReadOnlyList<Reason> found) => (found.Count, _none.Length) switch
    {
        ( > 0, _) => Reason.Of(ReasonCode.RuleMatched, [Slug, .. found]),
        (_, > 0) => Reason.Of(ReasonCode.RuleExcludes, Slug),
        _ => Reason.Of(ReasonCode.RuleHolds, Slug),
    };
}
