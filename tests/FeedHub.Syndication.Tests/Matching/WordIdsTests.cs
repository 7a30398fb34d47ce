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
    [InlineData("skor 2-1", "skor 2–1")]
    [InlineData("naik 6,5%", "naik 6,5 persen")]
    [InlineData("up 3.75% again", "up 3.75 per cent again")]
    [InlineData("63 km barat", "63 kilometer barat")]
    [InlineData("40 kilometres away", "40 km away")]
    [InlineData("the U.N. said", "the United Nations said")]
    [InlineData("the U.S.-led force", "the US-led force")]
    [InlineData("di Sumsel", "di Sumatera Selatan")]
    [InlineData("the United Nations (UN) said", "the U.N. said")]
    [InlineData("by Dec. 1", "by December 1")]
    [InlineData("by December 1, 2026", "by 1 Dec")]
    [InlineData("Kamis (26/11/2026) pagi", "Kamis (26/11) pagi")]
    [InlineData("Kamis 26 November 2026 pagi", "Kamis (26/11/2026) pagi")]
    [InlineData("on 2026-11-26 in", "on 26 November in")]
    [InlineData("pukul 04:12 WIB", "pukul 04.12 WIB")]
    [InlineData("Tiga orang", "3 orang")]
    [InlineData("dua belas kios", "12 kios")]
    [InlineData("sebelas kios", "11 kios")]
    [InlineData("empat puluh lima kios", "45 kios")]
    [InlineData("dua puluh satu desa", "21 desa")]
    [InlineData("seratus dua puluh warga", "120 warga")]
    [InlineData("dua ratus lima puluh tiga warga", "253 warga")]
    [InlineData("Five miners", "5 miners")]
    [InlineData("twenty-five miners", "25 miners")]
    [InlineData("thirty houses", "30 houses")]
    [InlineData("two hundred houses", "200 houses")]
    [InlineData("5 juta warga", "5.000.000 warga")]
    [InlineData("lima ribu warga", "5,000 warga")]
    [InlineData("five million liters", "5,000,000 litres")]
    [InlineData("12 rb pelanggan", "dua belas ribu pelanggan")]
    [InlineData("240bn crowns", "240 billion crowns")]
    [InlineData("ko\u00ad\u200brea", "korea")]
    [InlineData("\uff2b\uff4frea \uff11\uff12", "korea 12")]
    [InlineData("covid19", "covid 19")]
    public void SameWords_HaveTheSameIds(string a, string b) => Assert.Equal(WordIds.Of(a), WordIds.Of(b));

    [Theory]
    [InlineData("2-1", "1-2")]
    [InlineData("harga", "hargai")]
    [InlineData("12", "duabelas")]
    [InlineData("salah satu", "salah 1")]
    [InlineData("dua tiga", "23")]
    [InlineData("twenty, thirty", "50")]
    [InlineData("1,5 juta", "15 juta")]
    [InlineData("puluh", "10")]
    [InlineData("北京", "京北")]
    [InlineData("skor 2-1", "skor 1-2")]
    [InlineData("26 November", "27 November")]
    [InlineData("she may leave 3 towns", "she leaves 3 towns")]
    [InlineData("1/2 cup", "1 February cup")]
    public void OtherWords_HaveOtherIds(string a, string b) => Assert.NotEqual(WordIds.Of(a), WordIds.Of(b));

    [Fact]
    public void Numbers_AreKnownAsNumbers() =>
        Assert.Equal([false, true, false, true], WordIds.Of("pukul 21.37 WIB 14").Select(WordIds.IsNumber));

    [Fact]
    public void Days_AreNoNumbers()
    {
        var ids = WordIds.Of("tiba 3 Desember pukul 9");
        Assert.Equal([false, true, false, false], ids.Select(WordIds.IsDay));
        Assert.Equal([false, false, false, true], ids.Select(WordIds.IsNumber));
    }

    [Theory]
    [InlineData("KENDARI, KOMPAS TIMUR (26/11) - Wali kota membuka pasar ikan yang baru pada pagi hari")]
    [InlineData("LIMA, Nov 26 (Wire) -- Wali kota membuka pasar ikan yang baru pada pagi hari")]
    [InlineData("Jakarta, CNN Indonesia — Wali kota membuka pasar ikan yang baru pada pagi hari")]
    public void WhereAndWhenATextWasWritten_IsNotOfIt(string text) =>
        Assert.Equal(WordIds.Of("Wali kota membuka pasar ikan yang baru pada pagi hari"), WordIds.Of(text, isTitle: false).Ids);

    [Theory]
    [InlineData("the mayor of Lima opens a well-known fish market - and it is large and new")]
    [InlineData("Lima - Peru")]
    public void WordsBeforeADash_ThatAreNoDateline_Stay(string text) =>
        Assert.Equal(WordIds.Of(text), WordIds.Of(text, isTitle: false).Ids);

    [Fact]
    public void Names_BeginWithACapitalInsideASentence()
    {
        var (_, names) = WordIds.Of("Mayor Rosa Quill met farmers. They came from Orvale on 3 May", isTitle: false);
        Assert.Equal([1, 2, 8], Enumerable.Range(0, 64).Where(i => (names >> i & 1) != 0));
    }

    [Fact]
    public void CharactersWithoutSpaces_ArePairs() => Assert.Equal([.. WordIds.Of("北京大学")[2..4]], WordIds.Of("x 、京大学")[2..4]);
}
