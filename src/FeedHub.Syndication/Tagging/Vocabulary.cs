namespace FeedHub.Syndication.Tagging;

/// <summary>The 17 top-level IPTC Media Topics and the operator's own categories.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Category> _bySlug;

    /// <summary>The topics together with what the operator's rules add.</summary>
    /// <remarks>A title given to one of the 17 renames it in both languages; the first title given to a slug counts.</remarks>
    public Vocabulary(IEnumerable<CategoryRule> rules)
    {
        var given = rules.ToLookup(r => r.Slug, StringComparer.Ordinal);
        var topics = Topics.Select(t => Named(t, given[t.Slug]));
        var own = given.Where(g => !Topics.Any(t => t.Slug == g.Key)).Select(g => Named(Unnamed(g.Key), g));
        All = [.. topics, .. own];
        _bySlug = All.ToDictionary(c => c.Slug, StringComparer.Ordinal);
    }

    /// <summary>The 17 topics alone, in IPTC's order (IPTC Media Topics, CC BY 4.0).</summary>
    public static IReadOnlyList<Category> Topics { get; } =
    [
        Topic(1, "arts", "arts, culture, entertainment and media", "Seni, budaya, hiburan dan media"),
        Topic(2, "crime", "crime, law and justice", "Kriminal, hukum dan peradilan"),
        Topic(3, "disaster", "disaster, accident and emergency incident", "Bencana, kecelakaan dan keadaan darurat"),
        Topic(4, "economy", "economy, business and finance", "Ekonomi, bisnis dan keuangan"),
        Topic(5, "education", "education", "Pendidikan"),
        Topic(6, "environment", "environment", "Lingkungan"),
        Topic(7, "health", "health", "Kesehatan"),
        Topic(8, "human-interest", "human interest", "Kisah manusia"),
        Topic(9, "labour", "labour", "Ketenagakerjaan"),
        Topic(10, "lifestyle", "lifestyle and leisure", "Gaya hidup dan rekreasi"),
        Topic(11, "politics", "politics", "Politik"),
        Topic(12, "religion", "religion", "Agama"),
        Topic(13, "science-technology", "science and technology", "Sains dan teknologi"),
        Topic(14, "society", "society", "Masyarakat"),
        Topic(15, "sport", "sport", "Olahraga"),
        Topic(16, "conflict", "conflict, war and peace", "Konflik, perang dan damai"),
        Topic(17, "weather", "weather", "Cuaca"),
    ];

    /// <summary>All categories, topics first.</summary>
    public IReadOnlyList<Category> All { get; }

    /// <summary>The category with this slug, or null.</summary>
    public Category? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    private static Category Topic(int number, string slug, string english, string indonesian) =>
        new(slug, FormattableString.Invariant($"medtop:{number:00}000000"), english, indonesian);

    private static Category Named(Category category, IEnumerable<CategoryRule> rules) =>
        rules.FirstOrDefault(r => !string.IsNullOrWhiteSpace(r.Title))?.Title is { } title
            ? category with { English = title, Indonesian = title }
            : category;

    private static Category Unnamed(string slug)
    {
        var words = slug.Replace('-', ' ');
        var name = words.Length == 0 ? slug : char.ToUpperInvariant(words[0]) + words[1..];
        return new Category(slug, null, name, name);
    }
}
