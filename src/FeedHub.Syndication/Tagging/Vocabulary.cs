namespace FeedHub.Syndication.Tagging;

/// <summary>The 17 top-level IPTC Media Topics and the operator's own categories.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Category> _bySlug;

    /// <summary>The topics together with what the operator's rules add; a rule's title renames its category.</summary>
    public Vocabulary(IEnumerable<CategoryRule> rules)
    {
        var all = Topics.ToList();
        foreach (var rule in rules)
            Add(all, rule);
        All = all;
        _bySlug = all.ToDictionary(category => category.Slug);
    }

    /// <summary>The 17 topics alone, in IPTC's order. Codes and English names: IPTC Media Topics, CC BY 4.0; Indonesian names are ours.</summary>
    public static IReadOnlyList<Category> Topics { get; } =
    [
        new("arts", "medtop:01000000", "arts, culture, entertainment and media", "Seni, budaya, hiburan dan media"),
        new("crime", "medtop:02000000", "crime, law and justice", "Kriminal, hukum dan peradilan"),
        new("disaster", "medtop:03000000", "disaster, accident and emergency incident", "Bencana, kecelakaan dan keadaan darurat"),
        new("economy", "medtop:04000000", "economy, business and finance", "Ekonomi, bisnis dan keuangan"),
        new("education", "medtop:05000000", "education", "Pendidikan"),
        new("environment", "medtop:06000000", "environment", "Lingkungan"),
        new("health", "medtop:07000000", "health", "Kesehatan"),
        new("human-interest", "medtop:08000000", "human interest", "Kisah manusia"),
        new("labour", "medtop:09000000", "labour", "Ketenagakerjaan"),
        new("lifestyle", "medtop:10000000", "lifestyle and leisure", "Gaya hidup dan rekreasi"),
        new("politics", "medtop:11000000", "politics", "Politik"),
        new("religion", "medtop:12000000", "religion", "Agama"),
        new("science-technology", "medtop:13000000", "science and technology", "Sains dan teknologi"),
        new("society", "medtop:14000000", "society", "Masyarakat"),
        new("sport", "medtop:15000000", "sport", "Olahraga"),
        new("conflict", "medtop:16000000", "conflict, war and peace", "Konflik, perang dan damai"),
        new("weather", "medtop:17000000", "weather", "Cuaca"),
    ];

    /// <summary>All categories, topics first.</summary>
    public IReadOnlyList<Category> All { get; }

    /// <summary>The category with this slug, or null.</summary>
    public Category? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    private static void Add(List<Category> all, CategoryRule rule)
    {
        var known = all.FindIndex(category => category.Slug == rule.Slug);
        if (known < 0)
            all.Add(new(rule.Slug, null, rule.Title ?? rule.Slug, rule.Title ?? rule.Slug));
        else if (rule.Title is { } title)
            all[known] = all[known] with { English = title, Indonesian = title };
    }
}
