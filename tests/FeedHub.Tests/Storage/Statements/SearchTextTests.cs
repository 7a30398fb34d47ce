using FeedHub.Storage.Statements.Search;

namespace FeedHub.Tests.Storage.Statements;

/// <summary>Text as the search index takes it.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("kopi, teh 7", "#kopi, #teh #7")]
    [InlineData("Café-Zürich", "#Café-#Zürich")]
    [InlineData("cafe\u0301s \u0301x", "#cafe\u0301s \u0301#x")]
    [InlineData("a日本b", "#a #日  #本 #b")]
    [InlineData("한국 뉴스", "#한국 #뉴스")]
    [InlineData("𝒜b 👍c", "#𝒜b 👍#c")]
    public void EachWord_BeginsWithTheCode_AndCharactersWithoutSpacesStandAlone(string text, string coded) =>
        Assert.Equal(coded, SearchText.Coded(text, "#"));

    [Fact]
    public void HalfACharacter_IsReplaced_AndNoUnitIsLost()
    {
        var random = new Random(1);
        const string Units = "aZ9 .-éß\u0301日カ한\uE000\uD83D\uDC4D½Ⅷ";
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Units[random.Next(Units.Length)]));
            var plain = string.Concat(text.EnumerateRunes().Where(rune => rune.Value != ' ').Select(rune => rune.ToString()));
            Assert.Equal(plain, SearchText.Coded(text, "#").Replace("#", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal));
        }
    }
}
