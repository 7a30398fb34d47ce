namespace FeedHub.Syndication.Tagging;

/// <summary>What publishers' categories mean: the built-in table, and above it what an admin has mapped.</summary>
public sealed class Aliases
{
    private readonly Dictionary<string, string> _own;

    private Aliases(Dictionary<string, string> own) => _own = own;

    /// <summary>The built-in table alone.</summary>
    public static Aliases BuiltIn { get; } = new([]);

    /// <summary>The built-in table with an admin's own: publisher's word → slug (one of the 17 or the operator's own).</summary>
    public static Aliases With(IEnumerable<KeyValuePair<string, string>> own) =>
        new(own.GroupBy(p => Words.Fold(p.Key), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal));

    /// <summary>The admin's own: publisher's word, folded → slug.</summary>
    public IReadOnlyDictionary<string, string> Own => _own;

    /// <summary>Slugs in the order in which the category names them; empty where it says nothing certain.</summary>
    public IReadOnlyList<string> SlugsOf(string category) =>
        _own.TryGetValue(Words.Fold(category), out var slug) ? [slug] : [.. PublisherCategory.SlugsOf(category).Distinct()];
}
