using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class PublisherCategoryTests
{
    [Theory]
    [InlineData("Politik", "politics")]
    [InlineData("POLITIQUE", "")]
    [InlineData("  politík ", "politics")]
    [InlineData("#politik", "politics")]
    [InlineData("Hukum & Kriminal", "crime")]
    [InlineData("hukum-dan-kriminal", "crime")]
    [InlineData("Kategori : Hukum", "crime")]
    [InlineData("Berita Bola", "sport")]
    [InlineData("Kisah Warga", "human-interest")]
    [InlineData("Real-life stories", "human-interest")]
    [InlineData("Pemilu 2029", "politics")]
    [InlineData("News > Politik", "politics")]
    [InlineData("Sport/Football", "sport")]
    [InlineData("Lifestyle/Health", "health")]
    [InlineData("Muslim/Serba-Serbi", "religion")]
    [InlineData("Sci/Tech", "science-technology")]
    [InlineData("Olahraga, Kesehatan; Olahraga", "sport health sport")]
    [InlineData("Arts, culture, entertainment and media", "arts")]
    [InlineData("Konflik, perang dan damai", "conflict")]
    [InlineData("medtop:17000000", "weather")]
    [InlineData("http://cv.iptc.org/newscodes/mediatopic/11000000", "politics")]
    [InlineData("Nasional", "")]
    [InlineData("News", "")]
    [InlineData("Berita Terkini", "")]
    [InlineData("News/Nusantara", "")]
    [InlineData("Headline", "")]
    [InlineData("World", "")]
    [InlineData("Peristiwa", "")]
    [InlineData("Uncategorized", "")]
    [InlineData("Politik dan Hukum", "")]
    [InlineData("2024", "")]
    [InlineData("&,/;", "")]
    [InlineData("", "")]
    public void ACategory_MeansItsTopicOrNothing(string category, string expected) =>
        Assert.Equal(expected, string.Join(' ', PublisherCategory.SlugsOf(category)));

    [Theory]
    [InlineData("Tekno", "science-technology")]
    [InlineData("Gaya Hidup", "lifestyle")]
    [InlineData("Otomotif", "lifestyle")]
    [InlineData("Berita Otomotif", "lifestyle")]
    [InlineData("Business/Markets", "economy")]
    [InlineData("Harga Emas", "economy")]
    [InlineData("Pasar Saham", "economy")]
    [InlineData("Bola/Liga Belanda", "sport")]
    [InlineData("NFL Draft", "sport")]
    [InlineData("Renungan Harian", "religion")]
    [InlineData("Jadwal Salat", "religion")]
    [InlineData("Hukum Pidana", "crime")]
    [InlineData("Courts & Trials", "crime")]
    [InlineData("Banjir Bandang", "disaster")]
    [InlineData("Student Loans", "education")]
    [InlineData("Energi Terbarukan", "environment")]
    [InlineData("Fitness", "health")]
    [InlineData("Kisah Nyata", "human-interest")]
    [InlineData("Pekerja Migran", "labour")]
    [InlineData("House of Commons", "politics")]
    [InlineData("Pilkada DKI", "politics")]
    [InlineData("Civil Rights", "society")]
    [InlineData("Israel-Gaza", "conflict")]
    [InlineData("BMKG", "weather")]
    public void ARubric_OfPapersInEitherLanguage_IsKnown(string category, string expected) =>
        Assert.Equal([expected], PublisherCategory.SlugsOf(category));

    [Theory]
    [InlineData("Internasional")]
    [InlineData("Dunia")]
    [InlineData("Opini")]
    [InlineData("Opinion")]
    [InlineData("Editorial")]
    [InlineData("Daerah")]
    [InlineData("Nusantara")]
    [InlineData("Megapolitan")]
    [InlineData("Metro")]
    [InlineData("Regional")]
    [InlineData("Jakarta")]
    [InlineData("Surabaya")]
    [InlineData("Kota Bandung")]
    [InlineData("London")]
    [InlineData("U.S.")]
    [InlineData("Local News")]
    [InlineData("Top Stories")]
    [InlineData("Breaking News")]
    [InlineData("Berita Utama")]
    [InlineData("Trending")]
    [InlineData("Foto")]
    [InlineData("Video")]
    [InlineData("Advertorial")]
    [InlineData("Ragam")]
    [InlineData("Features")]
    [InlineData("Blog")]
    [InlineData("Home")]
    [InlineData("Life")]
    [InlineData("Presiden")]
    public void AWordThatMayHoldAnything_MeansNothing(string category) => Assert.Empty(PublisherCategory.SlugsOf(category));

    [Fact]
    public void EveryTopic_IsKnownByBothItsNames() => Assert.All(Vocabulary.Topics, topic =>
    {
        Assert.Equal([topic.Slug], PublisherCategory.SlugsOf(topic.English));
        Assert.Equal([topic.Slug], PublisherCategory.SlugsOf(topic.Indonesian));
    });

    [Fact]
    public void EveryName_StandsUnderOneTopicOnly()
    {
        var names = PublisherWords.BySlug.SelectMany(t => t.Words.Split(',').Select(Words.Fold)).ToList();
        Assert.DoesNotContain("", names);
        Assert.Empty(names.CountBy(n => n).Where(n => n.Value > 1).Select(n => n.Key));
        Assert.Equal(Vocabulary.Topics.Select(t => t.Slug), PublisherWords.BySlug.Select(t => t.Slug));
    }

    [Fact]
    public void ATextInTheCategorysPlace_MeansNothing() =>
        Assert.Empty(PublisherCategory.SlugsOf("Politik, " + new string('x', 200)));
}
