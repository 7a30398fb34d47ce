using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class TextFeaturesTests
{
    private const int Indonesian = 0;
    private const int English = 1;

    [Theory]
    [InlineData("The rise of the machines", "rise machines")]
    [InlineData("HOW they won: what the coach's players said", "won coach players")]
    [InlineData("A vote on the bill is here", "vote bill")]
    public void WordsThatEveryEnglishTextHas_ArePassedOver(string title, string left)
    {
        var (all, rest) = (Read(title, English), Read(left, English));
        Assert.Equal(rest.Features, all.Features);
        Assert.Equal(rest.Factor, all.Factor);
    }

    [Theory]
    [InlineData("gol di the stadion")]
    [InlineData("pemain yang cetak gol itu")]
    public void EveryWordOfAnIndonesianText_IsRead(string title)
    {
        var features = new TextFeatures();
        features.Read(title, "", Indonesian);
        Assert.Equal(title.Split(' ').Length, features.WordCount);
    }

    [Fact]
    public void AnEnglishText_OfSuchWordsAlone_HasNoWord()
    {
        var features = new TextFeatures();
        features.Read("What is it?", "They have been there before.", English);
        Assert.Equal(0, features.WordCount);
    }

    [Fact]
    public void WordsOfTwoLines_MakeNoPair()
    {
        var together = Read("gol indah", Indonesian).Features;
        Assert.Equal(together.Length - 1, Read("gol\nindah", Indonesian).Features.Length);
        Assert.Equal(together, Read("gol - indah", Indonesian).Features);
    }

    private static (Feature[] Features, float Factor) Read(string title, int language)
    {
        var features = new TextFeatures();
        features.Read(title, "", language);
        return (features.ToArray(), features.Factor);
    }
}
