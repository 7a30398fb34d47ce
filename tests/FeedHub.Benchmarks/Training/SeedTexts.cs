using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>
/// Examples made of seed words: each phrase by itself, and made-up headlines of several phrases of one topic between words of
/// any headlines. Those between teach the model what says nothing.
/// </summary>
internal sealed class SeedTexts(IReadOnlyList<(string Language, string Slug, string Phrase)> phrases)
{
    private const int Headlines = 1500;

    // Phrases and words between them in one made-up headline: from, and up to but not including.
    private static readonly (int From, int To) Phrases = (2, 7);
    private static readonly (int From, int To) Between = (6, 16);

    // How often a topic comes in general news, in Indonesian and in English; people's stories and society share their words with
    // every other topic. English papers have few sections for the rare ones, and their titles to train with know only four topics.
    private static readonly Dictionary<string, (double Indonesian, double English)> Share = new(StringComparer.Ordinal)
    {
        ["arts"] = (1.2, 1.5), ["crime"] = (1.2, 0.2), ["disaster"] = (1, 0.2), ["economy"] = (1.5, 2.2), ["education"] = (0.7, 0.1),
        ["environment"] = (0.6, 0.2), ["health"] = (1, 1), ["human-interest"] = (0.4, 0.05), ["labour"] = (0.5, 0.05),
        ["lifestyle"] = (1, 0.3), ["politics"] = (1.5, 1.5), ["religion"] = (0.6, 0.1), ["science-technology"] = (1.2, 1.5),
        ["society"] = (0.5, 0.1), ["sport"] = (1.5, 1.5), ["conflict"] = (0.8, 0.5), ["weather"] = (0.6, 0.6),
    };

    /// <summary>Our own words from the folder, and IPTC's names of topics from its table (qcode, name, parent, top).</summary>
    public static SeedTexts Read(string folder, string iptcTable)
    {
        var own = new[] { "id", "en" }.SelectMany(language => File.ReadLines(Path.Combine(folder, $"seeds-{language}.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':', 2))
            .SelectMany(parts => parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), (parts, phrase) => (language, Known(parts[0]), phrase)));
        var names = File.ReadLines(iptcTable).Skip(1).Select(line => line.Split('\t'))
            .SelectMany(cells => Vocabulary.Topics.Where(t => t.Code == cells[3]), (cells, topic) => ("en", topic.Slug, cells[1]));
        return new([.. own.Concat(names).Distinct()]);
    }

    /// <summary>The examples; the headlines lend the words between.</summary>
    public IEnumerable<LabelledText> Examples(IReadOnlyList<LabelledItem> headlines)
    {
        foreach (var (language, slug, phrase) in phrases)
            yield return Example(language, slug, phrase);
        var random = new Random(5);
        foreach (var group in phrases.GroupBy(p => (p.Language, p.Slug)))
        {
            var own = group.Select(p => p.Phrase).ToList();
            var others = headlines.Where(h => h.Language == group.Key.Language).Select(h => h.Title.Split(' ')).ToList();
            for (var i = 0; i < Headlines; i++)
                yield return Example(group.Key.Language, group.Key.Slug, Headline(own, others, random));
        }
    }

    private static LabelledText Example(string language, string slug, string text) => new(text, "", language, [slug], "seeds", language == "id" ? Share[slug].Indonesian : Share[slug].English);

    private static string Known(string slug) =>
        Share.ContainsKey(slug) ? slug : throw new InvalidDataException($"'{slug}' in the seed words is none of the 17 topics");

    private static string Headline(List<string> own, List<string[]> others, Random random)
    {
        var parts = new List<string>();
        for (var i = random.Next(Phrases.From, Phrases.To); i > 0; i--)
            parts.Add(own[random.Next(own.Count)]);
        for (var i = others.Count == 0 ? 0 : random.Next(Between.From, Between.To); i > 0; i--)
        {
            var words = others[random.Next(others.Count)];
            parts.Insert(random.Next(parts.Count + 1), words[random.Next(words.Length)]);
        }

        return string.Join(' ', parts);
    }
}
