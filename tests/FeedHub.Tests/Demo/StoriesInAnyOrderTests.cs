using FeedHub.Demo;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Tests.Demo;

/// <summary>
/// How far the stories of the newsroom agree between orders of arrival. What may differ is which copy leads, and so what fits it
/// (docs/notes/matching.md).
/// </summary>
public sealed class StoriesInAnyOrderTests
{
    private const int Orders = 10;

    [Fact]
    public void Stories_AgreeBetweenOrders()
    {
        var items = Items();
        var inTime = Cluster(items);
        Assert.True(inTime.Values.Distinct().Count() < items.Count * 0.8, "too few copies to tell");
        foreach (var seed in Enumerable.Range(1, Orders))
        {
            var shuffled = items.ToArray();
            new Random(seed).Shuffle(shuffled);
            var agreement = Agreement(inTime, Cluster(shuffled));
            Assert.True(agreement >= 0.98, $"order {seed}: {agreement}");
        }
    }

    private static List<Printed> Items()
    {
        var desk = new Newsdesk(OpenNewsroom.Start, new Uri("http://127.0.0.1:9/"));
        var printed =
            from minutes in Enumerable.Range(0, 4).Select(i => i * 10)
            from publisher in Publishers.All.Index()
            from item in desk.EditionOf(publisher.Item, OpenNewsroom.Start.AddMinutes(minutes)).Items
            orderby item.Published
            select new Printed((publisher.Index + 1, item.Id), item.Published, Print(item));
        return [.. printed.DistinctBy(item => item.Id).Where(item => !item.Print.IsEmpty)];
    }

    private static Fingerprint Print(NewsItem item) => Fingerprint.Of(
        item.Title, ItemText.Of(new ParsedItem { Title = item.Title, ContentHtml = item.Html }, TimeZoneInfo.Utc, item.Published).Text);

    private static Dictionary<(int, string), long> Cluster(IEnumerable<Printed> items)
    {
        var index = new StoryIndex(new MatchOptions());
        var stories = new Dictionary<(int, string), long>();
        foreach (var item in items)
        {
            var verdict = index.Find(item.Print, item.Id.Source, item.At);
            stories[item.Id] = verdict is { IsSame: true, StoryId: { } story } ? story : stories.Count + 1;
            if (!verdict.IsSame)
                index.Add(stories[item.Id], item.Id.Source, item.At, item.Print);
        }

        return stories;
    }

    // B-cubed F1 of one against the other.
    private static double Agreement(Dictionary<(int, string), long> a, Dictionary<(int, string), long> b)
    {
        var (precision, recall) = (Share(a, b), Share(b, a));
        return 2 * precision * recall / (precision + recall);
    }

    private static double Share(Dictionary<(int, string), long> of, Dictionary<(int, string), long> with)
    {
        var together = of.Keys.ToLookup(id => of[id]);
        return of.Average(item => together[item.Value].Average(other => with[other] == with[item.Key] ? 1.0 : 0));
    }

    private sealed record Printed((int Source, string Id) Id, DateTimeOffset At, Fingerprint Print);
}
