using FeedHub.Syndication.Matching;
using static FeedHub.Syndication.Tests.Matching.Articles;
using static FeedHub.Syndication.Tests.Matching.Given;

namespace FeedHub.Syndication.Tests.Matching;

public class StoryIndexTests
{
    private readonly StoryIndex _index = new(new MatchOptions());

    [Fact]
    public void Copy_IsFound()
    {
        _index.Add(7, 1, Noon, Bridge.Print());
        _index.Add(8, 1, Noon, Ferry.Print());
        var verdict = _index.Find(Bridge.First(50).Print(), 2, Noon.AddHours(5));
        Assert.True(verdict.IsSame, verdict.Why.ToString());
        Assert.Equal(7, verdict.StoryId);
    }

    [Fact]
    public void Nothing_IsFoundWhereNothingIsAlike()
    {
        Assert.Same(Verdict.None, _index.Find(Bridge.Print(), 1, Noon));
        _index.Add(1, 1, Noon, Ferry.Print());
        Assert.Same(Verdict.None, _index.Find(Bridge.Print(), 1, Noon));
    }

    [Fact]
    public void Doubtful_IsNamed_BelowTheLine()
    {
        _index.Add(3, 1, Noon, HalfTime().Print());
        var verdict = _index.Find(FullTime().Print(), 2, Noon.AddHours(1));
        Assert.False(verdict.IsSame);
        Assert.Equal(3, verdict.StoryId);
        Assert.InRange(verdict.Score, 0.0001, 0.5);
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(-71, true)]
    [InlineData(73, false)]
    [InlineData(-73, false)]
    public void Window_BoundsHowFarApartTheyMayBe(int hours, bool found)
    {
        _index.Add(1, 1, Noon, Bridge.Print());
        Assert.Equal(found, _index.Find(Bridge.Print(), 2, Noon.AddHours(hours)).IsSame);
    }

    [Fact]
    public void Item_FitsTheLead_NotAThird()
    {
        // The middle one has half of the first and half of the last.
        var middle = new Article("Dua peristiwa dalam satu hari", Bridge.First(60).Text + " " + Ferry.First(60).Text);
        _index.Add(1, 1, Noon, Bridge.Print());
        _index.Find(middle.Print(), 2, Noon);
        Assert.False(_index.Find(Ferry.Print(), 3, Noon).IsSame);
    }

    [Fact]
    public void Replace_ForgetsTheOldLead()
    {
        _index.Add(1, 1, Noon, Bridge.Print());
        _index.Add(1, 1, Noon, Ferry.Print());
        Assert.Equal(1, _index.Count);
        Assert.Same(Verdict.None, _index.Find(Bridge.Print(), 2, Noon));
        Assert.True(_index.Find(Ferry.Print(), 2, Noon).IsSame);
    }

    [Fact]
    public void Remove_TakesOut()
    {
        _index.Add(1, 1, Noon, Bridge.Print());
        Assert.True(_index.Remove(1));
        Assert.False(_index.Remove(1));
        Assert.False(_index.Remove(99));
        Assert.Equal(0, _index.Count);
        Assert.Same(Verdict.None, _index.Find(Bridge.Print(), 2, Noon));
    }

    [Fact]
    public void FullIndex_TakesNoFurtherStory_ButAnotherLead()
    {
        var index = new StoryIndex(new MatchOptions { MostStories = 2 });
        index.Add(1, 1, Noon, Bridge.Print());
        index.Add(2, 1, Noon, Ferry.Print());
        index.Add(2, 1, Noon, Chinese.Print());
        Assert.True(index.IsFull);
        Assert.Contains(
            "MostStories",
            Assert.Throws<InvalidOperationException>(() => index.Add(3, 1, Noon, Ferry.Print())).Message,
            StringComparison.Ordinal);
        index.Remove(1);
        index.Add(3, 1, Noon, Ferry.Print());
        Assert.True(index.Find(Ferry.Print(), 2, Noon).IsSame);
    }

    [Fact]
    public void Options_OutOfRange_AreNamed()
    {
        Assert.Contains(
            "Window must be more than zero",
            Assert.Throws<ArgumentOutOfRangeException>(() => new MatchOptions { Window = TimeSpan.Zero }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Line must be above 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => new MatchOptions { Line = double.NaN }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "MostStories must be 1 to",
            Assert.Throws<ArgumentOutOfRangeException>(() => new MatchOptions { MostStories = 16_000_001 }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void KeyThatAllHave_HidesNoOther()
    {
        // A template's own words are keys of a thousand leads: the few keys that tell one from another must still find it.
        var stories = Invented.Stories(1000)
            .Select(story => story.With(text => "Simak ulasan lengkap redaksi tentang peristiwa hari ini di bawah. " + text))
            .ToList();
        for (var i = 0; i < stories.Count; i++)
            _index.Add(i + 1, i, Noon, stories[i].Print());
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(i + 1, _index.Find(stories[i].Titled("Kabar").Print(), 5000, Noon).StoryId));
    }

    [Fact]
    public void LeadWithoutText_IsNotKept()
    {
        _index.Add(1, 1, Noon, Fingerprint.Of("Judul saja", ""));
        Assert.Equal(0, _index.Count);
        Assert.Same(Verdict.None, _index.Find(Fingerprint.Of("Judul saja", ""), 2, Noon));
    }

    [Fact]
    public void SentenceThatManyHave_ProvesNothing()
    {
        const string furniture = "Unduh aplikasi kami sekarang juga dan dapatkan berita pilihan setiap pagi langsung di telepon genggam "
            + "milik Anda tanpa biaya apa pun.";
        string[] titles = ["Panen raya padi di lereng gunung", "Museum kota menambah koleksi wayang", "Atlet lari muda memecahkan rekor",
            "Harga cabai rawit terus melambung", "Kereta malam kembali beroperasi"];
        for (var i = 0; i < titles.Length; i++)
            _index.Add(i + 1, i + 1, Noon, Fingerprint.Of(titles[i], furniture + " " + titles[i]));
        Assert.False(_index.Find(Fingerprint.Of("Pelabuhan baru diresmikan", furniture), 9, Noon).IsSame);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void TemplateWithOtherNames_MergesAtNoTime(int sources)
    {
        string[] teams = ["Elang Selatan", "Harimau Utara", "Banteng Timur", "Garuda Barat", "Rajawali", "Komodo", "Badak Muda",
            "Merak Jaya", "Kancil", "Serigala Merah", "Cendrawasih", "Kuda Laut"];
        var merged = 0;
        for (var i = 0; i < teams.Length - 1; i++)
        {
            var print = Stream(teams[i], teams[i + 1], "19.30").Print();
            if (_index.Find(print, i % sources, Noon).IsSame)
                merged++;
            _index.Add(i + 1, i % sources, Noon, print);
        }

        Assert.Equal(0, merged);
    }

    [Fact]
    public void FilledAgain_ItAnswersTheSame()
    {
        var stories = Invented.Stories(300);
        var again = new StoryIndex(new MatchOptions());
        again.Reserve(5000);
        for (var i = 0; i < stories.Count; i++)
            _index.Add(i + 1, i, Noon, stories[i].Print());
        for (var i = 0; i < stories.Count; i += 3)
            _index.Remove(i + 1);
        for (var i = 0; i < stories.Count; i++)
        {
            if (i % 3 != 0)
                again.Add(i + 1, i, Noon, Fingerprint.FromBytes(stories[i].Print().ToBytes())!);
        }

        // What became free is used again, by shorter ones too.
        for (var i = 0; i < stories.Count; i += 3)
        {
            foreach (var index in new[] { _index, again })
                index.Add(i + 1001, i, Noon, stories[i].First(40 + (i % 40)).Print());
        }

        Assert.Equal(again.Count, _index.Count);
        foreach (var story in stories)
            Assert.Equal(again.Find(story.First(40).Print(), 999, Noon).Score, _index.Find(story.First(40).Print(), 999, Noon).Score);
    }

    [Fact]
    public void Explain_SaysWhyAlsoOutsideTheWindow()
    {
        _index.Add(5, 1, Noon, Bridge.Print());
        Assert.True(_index.Explain(Bridge.First(70).Print(), 2, 5)!.IsSame);
        Assert.False(_index.Explain(Ferry.Print(), 2, 5)!.IsSame);
        Assert.Null(_index.Explain(Bridge.Print(), 2, 6));
    }

    [Fact]
    public void CopyAmongThousands_IsFound()
    {
        var stories = Invented.Stories(3000);
        for (var i = 0; i < stories.Count; i++)
            _index.Add(i + 1, i % 50, Noon, stories[i].Print());
        for (var i = 0; i < stories.Count; i += 50)
            Assert.Equal(i + 1, _index.Find(stories[i].First(60).Titled("Kabar lain").Print(), 999, Noon).StoryId);
        Assert.InRange(_index.Bytes / (double)_index.Count, 300, 600);
    }
}
