using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tests.Reasons;

/// <summary>Each language has words for each code, with the same places.</summary>
public class ReasonWordsTests
{
    public static TheoryData<ReasonLanguage> Languages => [ReasonLanguage.English, ReasonLanguage.Indonesian];

    [Theory]
    [MemberData(nameof(Languages))]
    public void ALanguage_HasWordsForEveryCode(ReasonLanguage language) =>
        Assert.Equal(Enum.GetValues<ReasonCode>(), language.Codes.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void TheWords_HaveTheSamePlacesInEveryLanguage_FromTheFirstOn(ReasonLanguage language) =>
        Assert.All(Enum.GetValues<ReasonCode>(), code =>
        {
            var places = language.WordsOf(code).Places.ToList();
            Assert.Equal(ReasonLanguage.English.WordsOf(code).Places, places);
            Assert.Equal(Enumerable.Range(0, places.Count), places.Select(place => place.Number));
        });

    [Theory]
    [InlineData("{")]
    [InlineData("a {b}")]
    [InlineData("{0:x}")]
    [InlineData("{12}")]
    public void APlaceThatIsMiswritten_IsFoundAtOnce(string words) => Assert.Throws<FormatException>(() => new ReasonWords(words));

    [Fact]
    public void ALanguageThatIsUnknown_IsEnglish() => Assert.Same(ReasonLanguage.English, ReasonLanguage.Of("fr"));
}
