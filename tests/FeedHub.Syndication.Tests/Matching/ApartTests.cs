using System.Globalization;
using static FeedHub.Syndication.Tests.Matching.Articles;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

/// <summary>Different articles stay apart, however alike they look.</summary>
public class ApartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SameEvent_WrittenIndependently(bool sameSource)
    {
        Apart(Bridge, BridgeByAnother, sameSource);
        Apart(Ferry, FerryByAnother, sameSource);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FollowUp_ThatRepeatsTheBackground(bool sameSource) => Apart(Bridge, BridgeFollowUp, sameSource);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HalfTime_AndFinalScore(bool sameSource) => Apart(HalfTime(), FullTime(), sameSource);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Template_WithOtherNumbers(bool sameSource)
    {
        Apart(Gold(12, "1.512.000", "5.000"), Gold(13, "1.498.000", "14.000"), sameSource);
        Apart(Quake("4,4", "Teluk Mawar", "127", "21.37"), Quake("5,1", "Tanjung Batu", "10", "03.12"), sameSource);
        Apart(Wallet(12, "150.000"), Wallet(13, "215.000"), sameSource);
    }

    [Theory]
    [InlineData("Mobile library: {0} stops along the hill road", "The mobile library stops along the hill road on {0} and lends books "
        + "to everybody who has a card. Readers may return what they borrowed a week before. The driver waits a quarter of an hour in each "
        + "village and brings crime novels on request.", "Tuesday", "Friday")]
    [InlineData("Samsat Keliling {0}: Lokasi dan Syaratnya", "Layanan samsat keliling hadir kembali pada {0} di halaman pasar induk dan "
        + "terminal lama. Warga diminta membawa kartu identitas asli serta bukti pembayaran sebelumnya. Petugas melayani sampai antrean habis.",
        "Selasa", "Kamis")]
    public void Template_OfAnotherWeekday(string title, string text, string first, string second)
    {
        foreach (var sameSource in (bool[])[true, false])
            Apart(Filled(first), Filled(second), sameSource);

        Article Filled(string day) => new(
            string.Format(CultureInfo.InvariantCulture, title, day), string.Format(CultureInfo.InvariantCulture, text, day));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Template_WithOtherNames(bool sameSource)
    {
        var first = Stream("Elang Selatan", "Harimau Utara", "19.30");
        Apart(first, Stream("Banteng Timur", "Garuda Barat", "19.30"), sameSource);
        Apart(first, Stream("Banteng Timur", "Garuda Barat", "21.00"), sameSource);
        Apart(first, Stream("Elang Selatan", "Garuda Barat", "19.30"), sameSource);
        Apart(Stream("Elang", "Harimau", "19.30"), Stream("Elang", "Garuda", "19.30"), sameSource);
        Apart(Broadcast("Oldhaven", "Northwick", "Island Sport"), Broadcast("Oldhaven", "Redmoor", "Island Sport"), sameSource);
        Apart(Broadcast("Oldhaven", "Northwick", "Island Sport"), Broadcast("Stonebridge", "Redmoor", "Channel Nine"), sameSource);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Template_WithOtherNames_SummaryOnly(bool sameSource)
    {
        Apart(
            Stream("Elang Selatan", "Harimau Utara", "19.30").First(24),
            Stream("Banteng Timur", "Garuda Barat", "19.30").First(24),
            sameSource);
        Apart(Stream("Elang Selatan", "Harimau Utara", "19.30").First(24), Stream("Elang Selatan", "Garuda Barat", "19.30"), sameSource);
    }

    [Fact]
    public void Template_WithAnotherDate_OfOneSource() => Apart(Weather("Rabu", 18), Weather("Kamis", 19), sameSource: true);

    [Fact]
    public void SameTitle_OverDifferentTexts()
    {
        Apart(Bridge, Ferry.Titled(Bridge.Title));
        Apart(Bridge, BridgeByAnother.Titled(Bridge.Title));
        Apart(Chinese, OtherChinese.Titled(Chinese.Title));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Baca selengkapnya di sini", "Baca selengkapnya di sini")]
    [InlineData("Foto.", "Foto.")]
    public void SameTitle_Alone(string first, string second) =>
        Apart(new("Jembatan gantung putus setelah hujan deras", first), new("Jembatan gantung putus setelah hujan deras", second));

    [Fact]
    public void SameTitle_WhereTheTextOnlyRepeatsIt() => Apart(new(Bridge.Title, Bridge.Title), new(Bridge.Title, Bridge.Title + "."));

    [Fact]
    public void DifferentArticles_OfOneScript() => Apart(Chinese, OtherChinese);

    [Fact]
    public void Reason_NamesWhatSpeaksAgainstIt()
    {
        var verdict = Compare(Gold(12, "1.512.000", "5.000"), Gold(13, "1.498.000", "14.000"), sameSource: true);
        Assert.Contains("numbers differ, from the same source", verdict.Why.ToString(), StringComparison.Ordinal);
        Assert.Contains(verdict.Signals, s => s is { Name: "other numbers", Value: 1 });
    }

    private static void Apart(Article a, Article b, bool sameSource = false)
    {
        var verdict = Compare(a, b, sameSource);
        Assert.False(verdict.IsSame, $"{a.Title} / {b.Title}: {verdict.Why}");
    }
}
