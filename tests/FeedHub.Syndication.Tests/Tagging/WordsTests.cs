using CsCheck;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class WordsTests
{
    [Theory]
    [InlineData("Korea Utara,\n luncurkan RUDAL!", "korea utara luncurkan rudal")]
    [InlineData("São Paulo – Łódź – Ærø – Straße", "sao paulo lodz aero strasse")]
    [InlineData("Sa\u0303o", "sao")]
    [InlineData("Covid-19", "covid 19")]
    [InlineData("Korea's", "korea s")]
    [InlineData("ko\u00ad\u200brea", "korea")]
    [InlineData("\uff2b\uff4fre\ufb01", "korefi")]
    [InlineData("北朝鮮のミサイル2", "北 朝 鮮 の ミ サ イ ル 2")]
    [InlineData("На Украйне", "на украине")]
    [InlineData("a\ud800b", "a b")]
    [InlineData("\U0001F600", "")]
    public void Fold_LeavesWords(string text, string expected) => Assert.Equal(expected, Words.Fold(text));

    [Fact]
    public void Fold_OfFoldedText_ChangesNothing() => Gen.String.Sample(text =>
    {
        var once = Words.Fold(text);
        Assert.Equal(once, once.Trim());
        Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
    }, seed: "2Q9fNp0A67o1", iter: 2_000);
}
