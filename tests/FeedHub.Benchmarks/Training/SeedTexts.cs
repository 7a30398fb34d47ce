using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>
/// Examples made of our own words: each phrase and each made-up headline by itself, and heaps of several of one topic between words
/// of any headlines and words that tell no topic. Those between teach the model what says nothing.
/// </summary>
internal sealed class SeedTexts(
    IReadOnlyList<SeedPhrase> phrases,
    IReadOnlyList<SeedPhrase> headlines,
    IReadOnlyDictionary<string, string[]> neutral)
{
    private const int Heaps = 1500;

    // Of what stands between, so much is neutral words where there are any.
    private const double NeutralShare = 0.5;

    // How much of a heap's own words is whole headlines, and what a headline by itself weighs: Indonesian has real titles of most topics.
    private static readonly (double InHeaps, double Alone) IndonesianHeadlines = (0.3, 0.3);
    private static readonly (double InHeaps, double Alone) EnglishHeadlines = (0.85, 1);

    // Phrases and words between them in one heap: from, and up to but not including.
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
        var own = SeedPhrase.ReadPhrases(folder);
        var names = File.ReadLines(iptcTable).Skip(1).Select(line => line.Split('\t'))
            .SelectMany(
                cells => Vocabulary.Topics.Where(t => t.Code == cells[3]),
                (cells, topic) => new SeedPhrase("en", topic.Slug, cells[1]));
        return new([.. own.Concat(names).Distinct()], SeedPhrase.ReadHeadlines(folder), SeedPhrase.ReadNeutral(folder));
    }

    /// <summary>The examples; the titles lend the words between. Another draw gives other heaps.</summary>
    public IEnumerable<LabelledText> Examples(IReadOnlyList<LabelledItem> titles, int draw)
    {
        foreach (var phrase in phrases)
            yield return Example(phrase.Language, phrase.Slug, phrase.Text);
        foreach (var headline in headlines)
        {
            var example = Example(headline.Language, headline.Slug, headline.Text);
            yield return example with { Weight = example.Weight * HeadlinesOf(headline.Language).Alone };
        }

        var random = new Random(draw);
        foreach (var group in phrases.GroupBy(p => (p.Language, p.Slug)))
        {
            var own = group.Select(p => p.Text).ToList();
            var whole = headlines.Where(h => (h.Language, h.Slug) == group.Key).Select(h => h.Text).ToList();
            var others = titles.Where(t => t.Language == group.Key.Language).Select(t => t.Title.Split(' ')).ToList();
            var heap = new SeedHeap(
                own,
                whole,
                HeadlinesOf(group.Key.Language).InHeaps,
                others,
                neutral.GetValueOrDefault(group.Key.Language, []),
                Separator(group.Key.Language),
                random);
            for (var i = 0; i < Heaps; i++)
                yield return Example(group.Key.Language, group.Key.Slug, heap.Next());
        }
    }

    private static (double InHeaps, double Alone) HeadlinesOf(string language) => language == "id" ? IndonesianHeadlines : EnglishHeadlines;

    // English words that chance put side by side make no pair. Indonesian ones do: without, what its real titles pair weighs too much.
    private static char Separator(string language) => language == "id" ? ' ' : '\n';

    private static LabelledText Example(string language, string slug, string text) =>
        new(text, "", language, [slug], "seeds", ShareOf(language, slug));

    private static double ShareOf(string language, string slug) => language == "id" ? Share[slug].Indonesian : Share[slug].English;

    private sealed class SeedHeap(
        List<string> own,
        List<string> whole,
        double wholeShare,
        List<string[]> others,
        string[] neutral,
        char separator,
        Random random)
    {
        public string Next()
        {
            var parts = new List<string>();
            for (var i = random.Next(Phrases.From, Phrases.To); i > 0; i--)
                parts.Add(One(whole.Count > 0 && random.NextDouble() < wholeShare ? whole : own));
            for (var i = others.Count == 0 ? 0 : random.Next(Between.From, Between.To); i > 0; i--)
                parts.Insert(
                    random.Next(parts.Count + 1),
                    One(neutral.Length > 0 && random.NextDouble() < NeutralShare ? neutral : One(others)));
            return string.Join(separator, parts);
        }

        private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
    }
}
