using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Tests.Matching;

public class WordIdsTests
{
    [Theory]
    [InlineData("Harga EMAS naik!", "harga, emas: naik")]
    [InlineData("São Łucja", "sao łucja")]
    [InlineData("Sa\u0303o", "São")]
    [InlineData("Jum'at don’t", "jumat dont")]
    [InlineData("Rp1.100", "rp 1,100")]
    [InlineData("skor 2-1", "skor 2 1")]
    [InlineData("ko\u00ad\u200brea", "korea")]
    [InlineData("\uff2b\uff4frea \uff11\uff12", "korea 12")]
    [InlineData("covid19", "covid 19")]
    public void SameWords_HaveTheSameIds(string a, string b) => Assert.Equal(WordIds.Of(a), WordIds.Of(b));

    [Theory]
    [InlineData("2-1", "1-2")]
    [InlineData("harga", "hargai")]
    [InlineData("12", "duabelas")]
    [InlineData("北京", "京北")]
    public void OtherWords_HaveOtherIds(string a, string b) => Assert.NotEqual(WordIds.Of(a), WordIds.Of(b));

    [Fact]
    public void Numbers_AreKnownAsNumbers() =>
        Assert.Equal([false, true, false, true], WordIds.Of("pukul 21.37 WIB 14").Select(WordIds.IsNumber));

    [Fact]
    public void CharactersWithoutSpaces_ArePairs() => Assert.Equal([.. WordIds.Of("北京大学")[2..4]], WordIds.Of("x 、京大学")[2..4]);
}
