using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class ModelLanguageTests
{
    private const string Names = "Kurniawan Pasaribu Marlina Siregar";
    private const string Clear = "Warga desa mengungsi setelah sungai meluap dan jembatan putus, kata petugas";

    [Fact]
    public void AHeadlineOfNames_IsReadInTheDeclaredLanguage() => Assert.Equal(
        (1, 0),
        (ModelLanguage.Of("Sabalenka wins Madrid", "", "en-GB"), ModelLanguage.Of("Hasil Chelsea vs Arsenal", "", "id")));

    [Fact]
    public void AClearText_GoesBeforeWhatSoftwareCameWith() => Assert.Equal(0, ModelLanguage.Of(Clear, "", "en-US"));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("ms", 0)]
    [InlineData("id-ID", 0)]
    public void Malay_AndNoDeclaration_GoByTheText(string? declared, int number) =>
        Assert.Equal(number, ModelLanguage.Of(Clear, "", declared));

    [Fact]
    public void OtherLanguages_AreNotRead() => Assert.Null(ModelLanguage.Of(Clear, Names, "de"));
}
