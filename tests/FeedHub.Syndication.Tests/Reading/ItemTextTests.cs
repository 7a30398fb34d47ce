using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public class ItemTextTests
{
    private static readonly string[] Paragraphs =
    [
        "Korea Utara diduga mengirim ribuan pasukan ke Rusia untuk membantu perang.",
        "Kabar itu dibantah oleh pejabat di Pyongyang pada hari Senin.",
        "Sejumlah negara meminta bukti yang lebih kuat sebelum mengambil sikap.",
        "Pengamat menilai langkah tersebut dapat memperluas perang di Eropa.",
        "Hingga kini belum ada pernyataan resmi dari Moskow.",
    ];

    [Theory]
    [InlineData("<p>{0}</p>")]
    [InlineData("{0}<br>")]
    [InlineData("{0}\n\n")]
    public void WholeArticleInTheContent_IsTakenApart(string line)
    {
        string[] lines =
        [
            "Selasa 22 Oct 2024 - 19:08 WIB", "Reporter : Tedy", "Editor : Tedy", "KORANPRABUMULIHPOS.COM - " + Paragraphs[0], Paragraphs[
                1],
            "BACA JUGA:Harga Emas Naik Lagi, Ini Sebabnya", Paragraphs[2], Paragraphs[3], Paragraphs[4], "Kategori :",
        ];
        const string title = "Heboh! Korea Utara Dituduh Kirim Pasukan ke Rusia untuk Perang di Ukraina! Benarkah?";
        var content = string.Concat(lines.Select(l => line.Replace("{0}", l, StringComparison.Ordinal)));
        var item = Feeds.RssItem($"<title>{title}</title><content:encoded><![CDATA[{content}]]></content:encoded>");
        var text = Of(item);
        Assert.Equal(title, item.Title);
        Assert.Equal(new DateTimeOffset(2024, 10, 22, 12, 8, 0, TimeSpan.Zero), text.Published);
        Assert.Equal(["Tedy"], text.Authors);
        Assert.Equal("KORANPRABUMULIHPOS.COM", text.Dateline);
        Assert.Equal("id", text.Language);
        Assert.Equal(string.Join(' ', Paragraphs), text.Text);
    }

    [Theory]
    [InlineData("Jakarta (ANTARA) - Presiden tiba.", "Jakarta (ANTARA)", "Presiden tiba.")]
    [InlineData("WASHINGTON (AP) — The Senate voted.", "WASHINGTON (AP)", "The Senate voted.")]
    [InlineData("Liputan6.com, Jakarta - Harga naik.", "Liputan6.com, Jakarta", "Harga naik.")]
    [InlineData("JAKARTA, KOMPAS.com – Harga naik.", "JAKARTA, KOMPAS.com", "Harga naik.")]
    [InlineData("Messi - the best of all.", null, "Messi - the best of all.")]
    [InlineData("The plan - long awaited - failed.", null, "The plan - long awaited - failed.")]
    public void Dateline_IsTakenOffTheText(string line, string? dateline, string expected)
    {
        var text = Of(new ParsedItem { ContentHtml = $"<p>{line}</p>" });
        Assert.Equal((dateline, expected), (text.Dateline, text.Text));
    }

    [Theory]
    [InlineData("<p>Baca juga</p><p><a href='x'>Sepuluh Hal Tentang Kopi</a></p>")]
    [InlineData("<p>Baca Juga: Sepuluh Hal Tentang Kopi</p>")]
    [InlineData("<p>The post <a href='x'>Ten Things</a> appeared first on <a href='y'>Paper</a>.</p>")]
    [InlineData("<p>ADVERTISEMENT</p>")]
    [InlineData("<p>Artikel ini telah tayang di Koran.com dengan judul Kopi</p>")]
    [InlineData("<p>Read also: Ten things about coffee</p>")]
    [InlineData("<p>Tags: kopi, teh</p>")]
    public void Furniture_IsNoText(string furniture) =>
        Assert.Equal("One here. Two there.", Of(new ParsedItem { ContentHtml = $"<p>One here.</p>{furniture}<p>Two there.</p>" }).Text);

    [Theory]
    [InlineData("<p>Kopi enak (Baca juga: Teh) sekali.</p>", "Kopi enak sekali.")]
    [InlineData("<p>Baca juga buku itu sampai selesai, kata guru.</p>", "Baca juga buku itu sampai selesai, kata guru.")]
    [InlineData("<p>By the way, this is text.</p>", "By the way, this is text.")]
    [InlineData("<p>Pada 22 Oktober 2024 Presiden tiba.</p>", "Pada 22 Oktober 2024 Presiden tiba.")]
    public void Sentences_AreLeftAlone(string html, string expected) =>
        Assert.Equal(expected, Of(new ParsedItem { ContentHtml = html }).Text);

    [Theory]
    [InlineData("Pewarta: Ana Bo Editor: Cy Do", "Ana Bo")]
    [InlineData("Editor: Cy Do", "Cy Do")]
    [InlineData("Oleh: Ana Bo", "Ana Bo")]
    [InlineData("Reporter: Ana Bo dan Cy Do", "Ana Bo|Cy Do")]
    [InlineData("Penulis: Ana Bo, Cy Do / Ed Fa", "Ana Bo|Cy Do|Ed Fa")]
    [InlineData("Reporter: Tedy, S.H.", "Tedy, S.H")]
    [InlineData("By Ana Bo", "Ana Bo")]
    [InlineData("(ANTARA)", "ANTARA")]
    public void Byline_NamesTheWriters(string line, string authors)
    {
        var text = Of(new ParsedItem { ContentHtml = $"<p>Kata pembuka.</p><p>{line}</p>" });
        Assert.Equal(authors.Split('|'), text.Authors);
        Assert.Equal("Kata pembuka.", text.Text);
    }

    [Theory]
    [InlineData("Kapal berlayar lagi. (ANTARA)", "Kapal berlayar lagi.", "ANTARA")]
    [InlineData("Ia ditahan Komisi Pemberantasan Korupsi (KPK)", "Ia ditahan Komisi Pemberantasan Korupsi (KPK)", null)]
    public void AgencyBehindTheLastSentence_IsAnAuthor_AnAbbreviationIsNot(string line, string expected, string? author)
    {
        var text = Of(new ParsedItem { ContentHtml = $"<p>{line}</p>" });
        Assert.Equal((expected, author), (text.Text, text.Authors.FirstOrDefault()));
    }

    [Theory]
    [InlineData("Harga emas naik lagi, ini sebabnya", "id")]
    [InlineData("Gold prices rise again as markets fall", "en")]
    [InlineData("東京で新しい展覧会が始まる", "ja")]
    [InlineData("서울에서 새로운 전시회가 열린다", "ko")]
    [InlineData("北京举行新展览", "zh")]
    [InlineData("Die Bundesregierung beschließt neue Maßnahmen für den Klimaschutz", null)]
    [InlineData("", null)]
    public void Language_IsToldFromTheText(string title, string? expected) =>
        Assert.Equal(expected, Of(new ParsedItem { Title = title }).Language);

    private static ItemText Of(ParsedItem item) => ItemText.Of(item, TimeZoneInfo.Utc, Feeds.Now);
}
