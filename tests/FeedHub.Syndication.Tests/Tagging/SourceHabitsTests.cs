using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class SourceHabitsTests
{
    private static readonly ParsedItem Football = new() { Url = "https://www.tempo.example/bola/read/1", Categories = ["Berita Utama"] };

    [Fact]
    public void ASectionThatWasSport_IsSport()
    {
        var tag = Habits(42, 2).Tags("tempo", new ParsedItem { Url = "https://www.tempo.example/bola/read/2" }).Single();
        Assert.Equal("sport", tag.Slug);
        Assert.Equal("this source's section /bola was sport in 42 of 44 items", tag.Why.ToString());
        Assert.InRange(tag.Confidence, 0.9, 0.96);
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(20, 10)]
    public void FewItems_OrMixedOnes_AreNoHabit(int sport, int other) => Assert.Empty(Habits(sport, other).Tags("tempo", Football));

    [Fact]
    public void AnotherSourcesHabit_SaysNothing() => Assert.Empty(Habits(42, 0).Tags("other", Football));

    [Fact]
    public void ALesson_CanBeTakenBack()
    {
        var lessons = SourceHabits.Lessons("tempo", Football, "sport");
        Assert.Equal(["category:berita utama", "section:/bola", "source:"], lessons.Select(l => l.Sign));
        Assert.Empty(new SourceHabits(lessons).With(lessons.Select(l => l with { Items = -1 })).Counts);
    }

    [Theory]
    [InlineData("https://bola.tempo.example/read/2/x", new[] { "host:bola", "section:/read" })]
    [InlineData("https://tempo.example/one-article", new string[0])]
    [InlineData("https://10.1.2.3/2026/11/x", new string[0])]
    [InlineData("not an address", new string[0])]
    public void AnAddress_HasSigns(string page, string[] signs) =>
        Assert.Equal([.. signs, "source:"], SourceHabits.Lessons("s", new ParsedItem { Url = page }, "sport").Select(l => l.Sign));

    [Fact]
    public void ATagger_LearnsFromWhatTheAliasTableKnows_AndAsksTheHabits()
    {
        var source = new TaggedSource("tempo", "https://example.com/rss", []);
        var lessons = Enumerable.Range(0, 10).SelectMany(_ => new Tagger([]).Lessons(Football with { Categories = ["Bola"] }, source));
        var tagger = new Tagger([], new TaggingKnowledge { Habits = new SourceHabits(lessons) });
        Assert.Equal("sport", tagger.Tag(Football, source).Single().Slug);
    }

    [Fact]
    public void WhatASourceWritesOf_WeighsGuesses_ButNotOfItemsWithACategoryOfTheirOwn()
    {
        var headline = new ParsedItem { Title = "Manchester United beat hospital record" };
        var source = new TaggedSource("tempo", "https://example.com/rss", []);
        var habits = new SourceHabits(Enumerable.Range(0, 40).SelectMany(_ => SourceHabits.Lessons("tempo", new(), "sport")));
        var model = CategoryModel.Shipped.Value;
        double Sport(SourceLeaning? leaning) => model.Classify(headline.Title, "", "en", leaning).Single(g => g.Slug == "sport").Confidence;
        Assert.True(Sport(habits.LeaningFor("tempo", headline)) > Sport(null));
        Assert.Null(habits.LeaningFor("other", headline));
        Assert.Null(habits.LeaningFor("tempo", headline with { Categories = ["Headline"] }));

        var tags = new Tagger([], new TaggingKnowledge { Habits = habits, Model = CategoryModel.Shipped }).Tag(headline, source);
        Assert.Equal("sport", tags[0].Slug);
        Assert.EndsWith(", in a source that often writes of it", tags[0].Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsOnlyGuessed_TeachesNotWhatASourceWritesOf()
    {
        var football = new ParsedItem
        {
            Title = "Gol penalti bawa timnas menang di stadion, pelatih puji kiper dan striker liga sepak bola",
            Url = "https://x.example/bola/1"
        };
        var lessons = new Tagger([], new TaggingKnowledge { Model = CategoryModel.Shipped }).Lessons(
            football,
            new("s", "https://x.example/rss", []));
        Assert.Equal(["section:/bola"], lessons.Select(l => l.Sign));
    }

    [Fact]
    public void AnAdminsAlias_GoesBeforeTheTable()
    {
        var aliases = Aliases.With([new("Jagad Unik", "human-interest"), new("bola", "lifestyle")]);
        Assert.Equal(["human-interest"], aliases.SlugsOf("JAGAD  unik"));
        Assert.Equal(["lifestyle"], aliases.SlugsOf("Bola"));
        Assert.Equal(["politics"], aliases.SlugsOf("Politik"));
    }

    private static SourceHabits Habits(int sport, int other) => new(
        Enumerable.Repeat(SourceHabits.Lessons("tempo", Football, "sport"), sport)
            .Concat(Enumerable.Repeat(SourceHabits.Lessons("tempo", Football, "arts"), other)).SelectMany(l => l));
}
