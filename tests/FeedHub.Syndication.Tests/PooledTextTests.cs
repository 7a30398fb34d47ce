using System.Text;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Tests;

public class PooledTextTests
{
    [Fact]
    public void ItGrows_AndLosesWhatIsTakenAway()
    {
        var text = new PooledText(0);
        for (var i = 0; i < 5000; i++)
            text.Append((char)('a' + (i % 26)));
        text.Append(new Rune(0x1F44D));
        text.Append("end");
        text.Length -= 2;
        text.Append("!");
        Assert.Equal(string.Concat(Enumerable.Range(0, 5000).Select(i => (char)('a' + (i % 26)))) + "👍e!", text.Written.ToString());
        text.Dispose();
        Assert.Equal(0, text.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(2000)]
    public void PartsHashAsOneText_WhereverABlockOfThemEnds(int length)
    {
        string?[] parts = [new string('a', length) + "👍" + new string('é', length), null, "", "\uD800", "\uDC00b"];
        Assert.Equal(ItemIdentity.Hash(string.Concat(parts.Select(part => part + "|"))), ItemIdentity.Hash(parts, '|'));
    }

    [Fact]
    public void TitleAndText_ShowTheLanguage_OfBothAsOne()
    {
        foreach (var title in (string?[])[null, "", "The harbour", new string('x', 999), new string('y', 1000), new string('z', 1500)])
        {
            foreach (var text in (string[])["", "kapal itu berlayar ke pelabuhan", "and the ship was leaving the harbour"])
                Assert.Equal(LanguageGuess.Of($"{title} {text}"), LanguageGuess.Of(title, text));
        }
    }

    [Theory]
    [InlineData("Satu. Dua! Tiga?", "Satu.|Dua!|Tiga?")]
    [InlineData("\"Ya.\" Lalu pergi (diam.) Tamat", "\"Ya.\"|Lalu pergi (diam.)|Tamat")]
    [InlineData("一。二！三", "一。|二！|三")]
    [InlineData("v1.2 dan 3.5 persen", "v1.2 dan 3.5 persen")]
    [InlineData("… ", "…|")]
    [InlineData("", null)]
    public void ALine_IsCutAtItsSentences(string line, string? expected)
    {
        var sentences = new List<string>();
        foreach (var sentence in Sentences.Of(line))
            sentences.Add(sentence.ToString());
        Assert.Equal(expected?.Split('|') ?? [], sentences);
        Assert.Equal(sentences.Count, Sentences.Count(line));
    }

    [Fact]
    public void IdsEnd_WhereALongArticleDoes() => Assert.Equal(20_000, WordIds.Of(new string('字', 20_500)).Length);
}
