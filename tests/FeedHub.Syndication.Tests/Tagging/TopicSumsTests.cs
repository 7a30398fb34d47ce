using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class TopicSumsTests
{
    [Theory]
    [InlineData("Kiper menepis bola", "Babak kedua berjalan tanpa gol, kata pelatih.")]
    [InlineData("a", "")]
    [InlineData("", "")]
    [InlineData("Überraschung im Café", "1,200 naïve façades – and one “quotation”.")]
    public void Sums_AreThoseOfAPlainLoop_ToTheLastBit(string title, string text)
    {
        var model = CategoryModel.Shipped.Value;
        var read = new TextFeatures();
        read.Read(title, text, 1);
        var (sums, plain) = (new float[CategoryModel.Topics], new float[CategoryModel.Topics]);
        TopicSums.Of(model.Weights, read, sums);
        foreach (var feature in read.ToArray())
        {
            for (var topic = 0; topic < plain.Length; topic++)
                plain[topic] += feature.Value * model.Weights[(feature.Bucket * CategoryModel.Topics) + topic];
        }

        Assert.Equal(plain.Select(BitConverter.SingleToInt32Bits), sums.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void TheSameText_AskedAboutAgain_OrInAnotherLanguage_HasItsOwnGuess()
    {
        var model = CategoryModel.Shipped.Value;
        const string title = "Final match ends in penalty drama at the stadium";
        var english = model.Sure(title, "", 1, leaning: null);
        var again = model.Sure(title, "", 1, leaning: null);
        var leaning = SourceLeaning.Of([("health", 400)]);
        var leant = model.Sure(title, "", 1, leaning);
        _ = model.Sure(title, "", 0, leaning: null);
        Assert.Equal("sport", Assert.Single(english).Slug);
        Assert.Equal(english[0].Confidence, Assert.Single(again).Confidence);
        Assert.NotEqual(english[0].Confidence, leant.SingleOrDefault()?.Confidence);
        Assert.Equal(english[0].Confidence, Assert.Single(model.Sure(title, "", 1, leaning: null)).Confidence);
    }
}
