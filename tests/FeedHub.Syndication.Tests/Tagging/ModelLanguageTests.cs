using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class ModelLanguageTests
{
    [Theory]
    [InlineData("en", "id", 0)]
    [InlineData("en", "id-ID", 0)]
    [InlineData("id", "en-GB", 1)]
    [InlineData("id", "en-US", 0)]
    [InlineData("id", "en_us", 0)]
    [InlineData("id", "en", 0)]
    [InlineData("en", null, 1)]
    [InlineData(null, "ms", 0)]
    [InlineData(null, "en-US", 1)]
    public void DeclaredLanguage_GoesBeforeTheGuessedOne_ButForWhatSoftwareCameWith(string? shown, string? declared, int number) =>
        Assert.Equal(number, ModelLanguage.OfShown(shown, declared));

    [Theory]
    [InlineData("id", "de")]
    [InlineData(null, null)]
    [InlineData("fr", null)]
    public void OtherLanguages_AreNotRead(string? shown, string? declared) => Assert.Null(ModelLanguage.OfShown(shown, declared));

    [Theory]
    [InlineData("his")]
    [InlineData("Yang")]
    [InlineData("usai")]
    [InlineData("Vs")]
    public void WordsThatTellNothing_AreNoReasons(string word) => Assert.False(FunctionWords.MayBeReason(word));

    [Theory]
    [InlineData("gempa")]
    [InlineData("parliament")]
    public void WordsOfATopic_MayBeReasons(string word) => Assert.True(FunctionWords.MayBeReason(word));
}
