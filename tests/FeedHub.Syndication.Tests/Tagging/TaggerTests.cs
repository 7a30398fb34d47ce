using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class TaggerTests
{
    private static readonly TaggedSource Source = new("antara", "https://example.com/rss", []);

    [Fact]
    public void TheSourcesOwnCategory_ThenRules_ThenThePublishers()
    {
        var tagger = new Tagger([new() { Slug = "korea", Any = ["Korea Utara"], In = ["title"] }]);
        var item = new ParsedItem { Title = "Rudal Korea Utara", Categories = ["Terkini", "Politik"] };
        Assert.Equal(
            [
                ("conflict", 1, "the source's own category"),
                ("korea", 0.95, "rule 'korea' matched \"Korea Utara\" in the title"),
                ("politics", 0.9, "publisher category 'Politik'"),
            ],
            tagger.Tag(item, Source with { Categories = ["conflict"] }).Select(tag => (tag.Slug, tag.Confidence, tag.Why.ToString())));
    }

    [Fact]
    public void ASlug_IsGivenOnceByTheSurestReason()
    {
        var tagger = new Tagger([new() { Slug = "sport", Any = ["liga"], In = ["title"] }]);
        var item = new ParsedItem { Title = "Liga mulai", Categories = ["Bola", "Olahraga"] };
        Assert.Equal("rule 'sport' matched \"liga\" in the title", Assert.Single(tagger.Tag(item, Source)).Why.ToString());
    }

    [Fact]
    public void NothingKnown_IsNoTag() =>
        Assert.Empty(new Tagger([]).Tag(new ParsedItem { Title = "Politik", Categories = ["Nasional"] }, Source));

    [Fact]
    public void TwentyKeywords_GiveThreeTopics() =>
        Assert.Equal(
            ["politics", "sport", "weather"],
            new Tagger([]).Tag(new ParsedItem { Categories = ["Politik", "Bola", "Pemilu", "Cuaca", "Musik", "Agama"] }, Source)
                .Select(t => t.Slug));

    [Fact]
    public void WithoutARuleOnTheText_TheTextIsNotRead()
    {
        Assert.False(new RuleBook([new() { Slug = "y", Any = ["a"], Sources = ["other"] }]).LooksInText(Source));
        Assert.True(new RuleBook([new() { Slug = "y", Any = ["a"] }]).LooksInText(Source));
    }

    [Fact]
    public async Task OneTagger_ServesManyThreads()
    {
        var tagger = new Tagger([new() { Slug = "even", Any = ["genap"] }, new() { Slug = "odd", Any = ["ganjil"] }]);
        var work = Enumerable.Range(0, 8).Select(thread => Task.Run(() => Enumerable.Range(0, 500).All(n =>
            tagger.Tag(new ParsedItem { Title = n % 2 == 0 ? "angka genap" : "angka ganjil" }, Source, "").Single().Slug
            == (n % 2 == 0 ? "even" : "odd"))));
        Assert.All(await Task.WhenAll(work), Assert.True);
    }
}
