using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public class RepeatedSentencesTests
{
    private const string Call = "Dapatkan kabar pilihan redaksi setiap pagi lewat surel Anda.";

    private static readonly string[] Titles
        = ["Banjir surut di hulu", "Pasar ikan dibuka lagi", "Tim muda menang telak", "Sekolah libur sehari", "Jembatan baru diuji"];

    [Fact]
    public void ASentenceUnderItemsOfDifferentTitles_IsNoTextOfAny()
    {
        var known = RepeatedSentences.None.Learn(Titles.Take(4).Select(Item));
        Assert.Equal(1, known.Count);
        Assert.Equal("Kabar tentang Jembatan baru diuji datang hari ini.", TextOf(Item(Titles[4]), known));
    }

    [Fact]
    public void ThreeItemsAreNotEnough_TheyMayBeFollowUps() => Assert.Contains(
        Call,
        TextOf(Item(Titles[4]), RepeatedSentences.None.Learn(Titles.Take(3).Select(Item))),
        StringComparison.Ordinal);

    [Fact]
    public void OneItemReadAgainAndAgain_TeachesNothing()
    {
        var known = RepeatedSentences.None.Learn([Item(Titles[0])]);
        Assert.Same(known, known.Learn([Item(Titles[0])]));
        Assert.Equal(0, known.Count);
    }

    [Fact]
    public void TitlesThatDifferInFiguresOnly_AreOneTemplate_WhoseSentencesStay()
    {
        var known = RepeatedSentences.None.Learn(Enumerable.Range(1, 9).Select(day => Item($"Harga emas {day} Oktober 2026")));
        Assert.Equal(0, known.Count);
    }

    [Fact]
    public void ALineOfSeveralSentences_LosesOnlyTheRepeatedOne()
    {
        var known = RepeatedSentences.None.Learn(Titles.Select(Item));
        Assert.Equal("Warga lega. Air turun.", known.Without($"Warga lega. {Call} Air turun."));
    }

    [Fact]
    public void AnArticlePublishedAgainUnderOtherTitles_KeepsItsText()
    {
        const string article = "<p>Kalimat pertama berita ini.</p><p>Kalimat kedua berita ini.</p><p>Kalimat ketiga berita "
            + "ini.</p><p>Kalimat keempat berita ini.</p>";
        var known = RepeatedSentences.None.Learn(Titles.Select(title => new ParsedItem { Title = title, ContentHtml = article }));
        Assert.Equal(4, known.Count);
        Assert.StartsWith(
            "Kalimat pertama",
            TextOf(new ParsedItem { Title = "Lain lagi", ContentHtml = article }, known),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasLearnt_SurvivesItsBytes_AndGoesOn()
    {
        var half = RepeatedSentences.FromBytes(RepeatedSentences.None.Learn(Titles.Take(2).Select(Item)).ToBytes());
        Assert.Equal(1, RepeatedSentences.FromBytes(half.Learn(Titles.Skip(2).Take(2).Select(Item)).ToBytes()).Count);
        Assert.Same(half, half.Learn([Item(Titles[0])]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 255, 255, 255, 127, 0 })]
    [InlineData(new byte[] { 9, 0, 0, 0, 0 })]
    public void BytesThatAreNone_AreAsNothingLearnt(byte[]? bytes) => Assert.Equal(0, RepeatedSentences.FromBytes(bytes).Count);

    [Fact]
    public void MemoryIsBounded_AndWhatIsSeenAgainStaysInIt()
    {
        var known = RepeatedSentences.None;
        for (var round = 0; round < 100; round++)
            known = known.Learn(Enumerable.Range(round * 20, 20).Select(n => Item(Words(n))));
        Assert.InRange(known.ToBytes().Length, 1, 16 * 1024);
        Assert.Equal(1, known.Count);
        Assert.InRange(known.Furniture().ToBytes().Length, 1, 40);
    }

    [Fact]
    public void OfTheSentencesThatAreForgotten_TheOldestGoFirst_WhateverWasLearntAtATime()
    {
        var items = Enumerable.Range(0, 300).Select(n => Item($"{Words(n)} {Words(n * 7)} {Words(n * 11)}")).ToList();
        var atOnce = RepeatedSentences.None.Learn(items);
        var oneByOne = items.Aggregate(RepeatedSentences.None, (known, item) => RepeatedSentences.FromBytes(known.Learn([item]).ToBytes()));
        Assert.Equal(atOnce.ToBytes(), oneByOne.ToBytes());
    }

    [Fact]
    public void ReadingADocument_LearnsFromIt_AndItsItemsGoWithout()
    {
        var items = string.Concat(Titles.Select(
            title =>
                $"<item><title>{title}</title><description><![CDATA[<p>Kabar tentang {title}.</p><p>{Call}</p>]]></description></item>"));
        var feed = Feeds.Read(Feeds.Rss(items), Feeds.Options with { Repeated = RepeatedSentences.None });
        Assert.Equal(1, feed.Repeated!.Count);
        Assert.Equal($"Kabar tentang {Titles[0]}.", ItemText.Of(feed.Items[0], TimeZoneInfo.Utc, Feeds.Now).Text);
        Assert.Null(Feeds.Read(Feeds.Rss(items)).Repeated);
    }

    private static ParsedItem Item(string title) =>
        new() { Title = title, ContentHtml = $"<p>Kabar tentang {title} datang hari ini.</p><p>{Call}</p>" };

    // Letters for figures: titles that differ in figures only are one template.
    private static string Words(int number) => "Judul " + string.Concat($"{number}".Select(digit => (char)('a' + (digit - '0'))));

    private static string TextOf(ParsedItem item, RepeatedSentences known) =>
        ItemText.Of(item with { Repeated = known }, TimeZoneInfo.Utc, Feeds.Now).Text;
}
