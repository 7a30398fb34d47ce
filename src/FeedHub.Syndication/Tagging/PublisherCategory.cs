using System.Collections.Frozen;

namespace FeedHub.Syndication.Tagging;

/// <summary>What a publisher's own category means among the 17 topics, by the table of <see cref="PublisherWords"/>.</summary>
internal static class PublisherCategory
{
    // A category is a name, not a text.
    private const int MaxLength = 200;

    private static readonly char[] Commas = [',', ';'];
    private static readonly char[] Steps = ['/', '>', '»', '›', '|', ':', '\\'];

    private static readonly FrozenSet<string> Joining = new[] { "dan", "and", "serta", "the", "of" }.ToFrozenSet();

    private static readonly FrozenSet<string> Noise = new[]
    {
        "kategori", "category", "categories", "rubrik", "kanal", "channel", "section", "topik", "topic", "topics",
        "berita", "news", "warta", "kabar", "info", "seputar", "terkini", "terbaru", "latest", "wirestory",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Slugs = PublisherWords.BySlug
        .SelectMany(t => t.Words.Split(',', StringSplitOptions.TrimEntries), (t, name) => (t.Slug, Key: Key(name)))
        .Concat(Vocabulary.Topics.SelectMany(OwnNames, (t, name) => (t.Slug, Key: Key(name))))
        .DistinctBy(t => t.Key)
        .ToFrozenDictionary(t => t.Key, t => t.Slug, StringComparer.Ordinal);

    /// <summary>Slugs in the order in which the category names them; empty where it says nothing certain.</summary>
    public static IEnumerable<string> SlugsOf(string category)
    {
        if (category.Length > MaxLength)
            return [];
        if (Find(category) is { } whole)
            return [whole];
        var isOne = category.AsSpan().IndexOfAny(Commas) < 0 && category.AsSpan().IndexOfAny(Steps) < 0;
        return isOne ? [] : category.Split(Commas).Select(Deepest).OfType<string>();
    }

    // "Sport/Football", "News > Politik", "Kategori : Hukum": the last name that is known says most.
    private static string? Deepest(string path) => path.Split(Steps).Reverse().Select(Find).FirstOrDefault(s => s is not null);

    private static string? Find(string name)
    {
        var key = Key(name);
        return Slugs.GetValueOrDefault(key) ?? Slugs.GetValueOrDefault(WithoutNoise(key));
    }

    private static string[] OwnNames(Category topic) => [topic.English, topic.Indonesian, topic.Code!["medtop:".Length..]];

    private static string Key(string name) => string.Join(' ', Words.Fold(name).Split(' ').Where(w => !Joining.Contains(w)));

    private static string WithoutNoise(string key) => string.Join(' ', key.Split(' ').Where(w => !Noise.Contains(w) && !IsYear(w)));

    private static bool IsYear(string word) =>
        word.Length == 4 && word.All(char.IsAsciiDigit) && (word[0], word[1]) is ('1', '9') or ('2', '0');
}
