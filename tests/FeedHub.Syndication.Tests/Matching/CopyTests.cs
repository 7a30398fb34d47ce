using static FeedHub.Syndication.Tests.Matching.Articles;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

/// <summary>What one paper takes from another is the same article, no matter what it changes.</summary>
public class CopyTests
{
    [Fact]
    public void Copy_WithAnotherHeadline_IsTheSame() => Same(Bridge, Bridge.Titled("Ratusan Pelajar Terisolasi Usai Hujan Tiga Jam"));

    [Fact]
    public void Copy_WithDatelineAndLinksInBetween_IsTheSame()
    {
        var lines = Bridge.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var html = $"<p>LEBAK, KORAN.com - {lines[0]}</p><p>{lines[1]}</p><p>BACA JUGA: Harga Cabai Turun</p>"
            + string.Concat(lines[2..].Select(l => $"<p>{l}</p>"));
        Same(Bridge, Read("Hujan Deras, Jembatan Gantung Sukamaju Putus", html));
    }

    [Fact]
    public void Copy_CutOff_IsTheSame() => Same(Bridge, Bridge.First(45));

    [Fact]
    public void Copy_WithASentenceLess_IsTheSame() =>
        Same(Bridge, Bridge.With(t => t[(t.IndexOf('.', StringComparison.Ordinal) + 1)..]).Titled("Jembatan Sukamaju Putus"));

    [Fact]
    public void Copy_InAnotherOrder_IsTheSame() =>
        Same(Ferry, Ferry.With(t => string.Join('\n', t.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse())));

    [Fact]
    public void Summary_AndWholeText_AreTheSame() => Same(Ferry, Ferry.First(30));

    [Fact]
    public void Copy_WithSmallWordsChanged_IsTheSame() =>
        Same(Bridge, Bridge.With(t => t.Replace("yang ", "", StringComparison.Ordinal).Replace("agar", "supaya", StringComparison.Ordinal))
            .Titled("Jembatan Gantung Desa Sukamaju Putus, Warga Memutar"));

    [Fact]
    public void Copy_WithOtherAccentsCaseAndPunctuation_IsTheSame() =>
        Same(
            Ferry,
            Ferry.With(t =>
                t.ToUpperInvariant().Replace("\"", "”", StringComparison.Ordinal).Replace(",", " –", StringComparison.Ordinal)));

    [Theory]
    [InlineData(
        "45 Kios Pasar Sari Mulya Hangus",
        "Kebakaran melanda Pasar Sari Mulya dan menghanguskan 45 kios. 7 mobil pemadam dikerahkan dan api padam setelah 4 jam. Kerugian 12 "
            + "pedagang terbesar mencapai Rp5 juta per kios.",
        "Pasar Sari Mulya Terbakar, Pedagang Merugi",
        "Kebakaran melanda Pasar Sari Mulya dan menghanguskan empat puluh lima kios. Tujuh mobil pemadam dikerahkan dan api padam setelah "
            + "empat jam. Kerugian dua belas pedagang terbesar mencapai Rp5.000.000 per kios.")]
    [InlineData(
        "Five miners saved after 31 hours",
        "Five miners were rescued near Port Callan after thirty-one hours in a flooded shaft. Rescuers pumped out 5 million litres of "
            + "water and three of twelve pumps failed.",
        "Trapped for a day: workers of Port Callan mine are safe",
        "5 miners were rescued near Port Callan after 31 hours in a flooded shaft. Rescuers pumped out 5,000,000 liters of water and 3 "
            + "of 12 pumps failed.")]
    public void Copy_WithItsNumbersInWords_IsTheSame(string title, string text, string other, string itsText) =>
        Same(new(title, text), new(other, itsText));

    [Fact]
    public void Copies_InOtherScripts_AreTheSame()
    {
        Same(Chinese, Chinese.Titled("渡轮").With(t => t[..90]));
        Same(Russian, Russian.Titled("Паром").With(t => t.ToUpperInvariant()));
        Same(Arabic, Arabic.Titled("العبارة"));
    }

    [Fact]
    public void Copy_WithinOneSource_IsTheSame_IfItsTitleIs() => Assert.True(Compare(Ferry, Ferry.First(60), sameSource: true).IsSame);

    private static void Same(Article a, Article b)
    {
        var verdict = Compare(a, b);
        Assert.True(verdict.IsSame, verdict.Why.ToString());
        Assert.StartsWith("same text (", verdict.Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Template_OfTheSameMatch_IsTheSameAcrossSources()
    {
        var first = Stream("Elang Selatan", "Harimau Utara", "19.30");
        Same(first, first.Titled("Elang Selatan vs Harimau Utara Malam Ini, Simak Link Live Streaming"));
        Same(first, first.First(30));
    }
}
