using FeedHub.Syndication.Matching;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

/// <summary>
/// The same items in any order give the same stories as far as the definition allows: an item fits a story's lead, and which copy of
/// an article leads is for the order to say.
/// </summary>
public class OrderTests
{
    private const int Orders = 12;

    [Fact]
    public void Stories_HardlyDependOnTheOrder()
    {
        var items = Items();
        var first = Cluster(items, [.. Enumerable.Range(0, items.Count)]);
        Assert.True(Agreement(first, [.. items.Select(i => i.Truth)]) >= 0.98);
        for (var seed = 1; seed <= Orders; seed++)
        {
            var order = Enumerable.Range(0, items.Count).ToArray();
            new Random(seed).Shuffle(order);
            var agreement = Agreement(first, Cluster(items, order));
            Assert.True(agreement >= 0.9, $"order {seed}: {agreement}");
        }
    }

    // Each article whole, cut in two ways, with a paragraph in front, and with every tenth word changed.
    private static List<(long Truth, Fingerprint Print)> Items() =>
    [
        .. Invented.Stories(150).SelectMany((story, i) => new[]
        {
            story, story.First(40), story.First(90).Titled("Kabar " + i), story.With(
                t => "Redaksi menerima kabar berikut ini dari daerah. " + t), story.With(EveryTenthChanged),
        }.Select(copy => ((long)i, copy.Print()))),
    ];

    private static string EveryTenthChanged(string text) =>
        string.Join(' ', text.Split(' ').Select((word, i) => i % 10 == 9 ? word + "nya" : word));

    private static long[] Cluster(List<(long Truth, Fingerprint Print)> items, int[] order)
    {
        var index = new StoryIndex(new MatchOptions());
        var stories = new long[items.Count];
        foreach (var i in order)
        {
            var verdict = index.Find(items[i].Print, i, Noon);
            stories[i] = verdict.IsSame ? verdict.StoryId!.Value : i + 1;
            if (!verdict.IsSame)
                index.Add(i + 1, i, Noon, items[i].Print);
        }

        return stories;
    }

    // B-cubed F1 of one clustering against another.
    private static double Agreement(long[] a, long[] b)
    {
        double Share(long[] of, long[] with) => of.Index().Average(x =>
        {
            var together = of.Index().Where(y => y.Item == x.Item).ToList();
            return together.Count(y => with[y.Index] == with[x.Index]) / (double)together.Count;
        });
        var (precision, recall) = (Share(a, b), Share(b, a));
        return 2 * precision * recall / (precision + recall);
    }
}
