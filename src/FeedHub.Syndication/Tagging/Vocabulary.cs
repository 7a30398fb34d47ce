namespace FeedHub.Syndication.Tagging;

/// <summary>The 17 top-level IPTC Media Topics and the operator's own categories.</summary>
public sealed class Vocabulary
{
    /// <summary>The 17 topics alone, in IPTC's order (IPTC Media Topics, CC BY 4.0).</summary>
    public static IReadOnlyList<Category> Topics => throw new NotImplementedException();

    /// <summary>The topics together with what the operator's rules add.</summary>
    public Vocabulary(IEnumerable<CategoryRule> rules) => throw new NotImplementedException();

    /// <summary>All categories, topics first.</summary>
    public IReadOnlyList<Category> All => throw new NotImplementedException();

    /// <summary>The category with this slug, or null.</summary>
    public Category? Find(string slug) => throw new NotImplementedException();
}
