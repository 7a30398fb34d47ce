using FeedHub.Demo;

namespace FeedHub.Tests.Demo;

public sealed class NewsdeskTests
{
    private static readonly Uri Root = new("http://127.0.0.1:9/");
    private static readonly DateTimeOffset Start = OpenNewsroom.Start;
    private readonly Newsdesk _desk = new(Start, Root);

    [Fact]
    public void AnEdition_IsAFunctionOfTheClock()
    {
        var later = new Newsdesk(Start, Root);
        foreach (var publisher in Publishers.All.Where(publisher => publisher.Manner != Manner.Gone))
        {
            var now = Start.AddSeconds(1234);
            _ = later.EditionOf(publisher, now.AddHours(1));
            Assert.Equal(_desk.EditionOf(publisher, now).ToBytes(), later.EditionOf(publisher, now).ToBytes());
        }
    }

    [Fact]
    public void AtTheStart_ItemsAreOfTheLastTwoDays_AndNoneOfTheFuture()
    {
        foreach (var item in Publishers.All.SelectMany(publisher => _desk.EditionOf(publisher, Start).Items))
            Assert.InRange(item.Published, Start.AddDays(-2), Start);
    }

    [Theory]
    [InlineData("Harga cabai rawit di lima pasar Kota Sungailama turun")]
    [InlineData("The central bank of Calder Bay left its key rate")]
    public void AnAgencyItem_IsInThreePublishers_UnderOtherAddressesAndHeadlines(string words)
    {
        var copies = Publishers.All
            .Where(publisher => publisher.Tracking is null)
            .SelectMany(publisher => _desk.EditionOf(publisher, Start).Items)
            .Where(item => item.Html.Contains(words, StringComparison.Ordinal))
            .ToList();

        Assert.True(copies.Count >= 3);
        Assert.Equal(copies.Count, copies.DistinctBy(item => item.Url).Count());
        Assert.True(copies.DistinctBy(item => item.Title).Count() > 1);
        Assert.True(copies.Max(item => item.Published) - copies.Min(item => item.Published) < TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData("kabar-nusantara-ekonomi")]
    [InlineData("planet-kepulauan")]
    public void ASectionAndAPlanet_LinkToTheOriginalAddress_WithTracking(string slug)
    {
        var originals = Publishers.All.Where(publisher => publisher.Tracking is null)
            .SelectMany(publisher => _desk.EditionOf(publisher, Start).Items).Select(item => item.Url).ToHashSet();
        var tracked = _desk.EditionOf(Publishers.Of(slug), Start).Items;

        Assert.All(tracked, item => Assert.Contains("?utm_source=", item.Url));
        Assert.All(tracked, item => Assert.Contains(item.Url.Split('?')[0], originals));
    }

    [Fact]
    public void ARegionalCopy_HasItsDateline_ItsLinkBetweenParagraphs_AndAnEmptyCategoryLine()
    {
        var copies = _desk.EditionOf(Publishers.Of("koran-sungai"), Start).Items;
        Assert.All(copies, item => Assert.StartsWith("<p>KORANSUNGAI.EXAMPLE - ", item.Html));
        Assert.All(copies, item => Assert.EndsWith("<p>Kategori :</p>", item.Html));
        Assert.Contains(copies, item => item.Html.Contains("BACA JUGA: <a", StringComparison.Ordinal));
    }

    [Fact]
    public void ACorrectedItem_KeepsItsIdAndDate_AndHasANewerUpdate()
    {
        var post = Publishers.Of("meridian-post");
        var late = _desk.EditionOf(post, Start.AddMinutes(10)).Items.First(item => item.Updated > item.Published);
        var early = _desk.EditionOf(post, late.Published).Items.Single(item => item.Id == late.Id);

        Assert.Equal(late.Published, early.Updated);
        Assert.StartsWith(early.Html, late.Html);
        Assert.NotEqual(early.Html, late.Html);
    }

    [Fact]
    public void BulletinsWithoutEnd_AreFilledIn_AndNeverShareAnId()
    {
        var late = Start.AddDays(3);
        var items = Publishers.All.SelectMany(publisher => _desk.EditionOf(publisher, late).Items.Select(item => (publisher, item)))
            .ToList();
        Assert.All(items, printed => Assert.DoesNotContain('{', printed.item.Title + printed.item.Html));
        Assert.All(items.GroupBy(printed => printed.publisher), edition => Assert.Distinct(edition.Select(printed => printed.item.Id)));
    }

    [Fact]
    public void TheArticles_CoverEveryTopic()
    {
        var library = ArticleLibrary.Load();
        var topics = Publishers.All.Where(publisher => publisher.Backlog > 0)
            .SelectMany(publisher => Enumerable.Range(0, 20).Select(slot => library.At(publisher, slot, Start).Topic)).Distinct();
        Assert.Equal(17, topics.Count());
    }
}
