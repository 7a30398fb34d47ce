using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class RuleTests
{
    private static readonly TaggedSource Source = new("antara", "https://example.com/rss", []);

    private static readonly ParsedItem Item = new()
    {
        Title = "Korea Utara uji rudal balistik",
        Url = "https://example.com/dunia/uji-rudal-p%C3%A9k",
        Authors = ["Siti Aminah", "Budi"],
        Categories = ["Asia Timur", "Rilis"],
    };

    [Fact]
    public void ARuleOfTenThousandPhrases_MatchesAMegabyteOfText_AndNamesWhatStandsThere()
    {
        var words = Enumerable.Range(0, 10_000).Select(n => string.Concat(Enumerable.Repeat("rudal ", n % 50)) + "x" + n).ToList();
        var item = Item with { ContentHtml = string.Concat(Enumerable.Repeat("rudal ", 170_000)) + "x9999" };
        var tag = Assert.Single(new Tagger([new() { Slug = "x", Any = words }, new() { Slug = "y", All = words }]).Tag(item, Source));
        Assert.StartsWith("rule 'x' matched \"rudal rudal", tag.Why.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("x9999\" in the text", tag.Why.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Korea Utara", true)]
    [InlineData("\"korea utara\"", true)]
    [InlineData("KOREA ÚTARA", true)]
    [InlineData("korea-utara", true)]
    [InlineData("Korea Selatan", false)]
    [InlineData("utara korea", false)]
    [InlineData("Kore", false)]
    [InlineData("(.*", false)]
    [InlineData("Pyongyang", true)]
    [InlineData("balistik pyongyang", false)]
    public void AWordOrPhrase_MatchesWholeWordsInTitleAndText(string word, bool matches) =>
        Assert.Equal(matches, Why(new() { Slug = "x", Any = [word] }) is not null);

    [Theory]
    [InlineData("title", "rudal", "\"rudal\" in the title")]
    [InlineData("text", "Pyongyang", "\"Pyongyang\" in the text")]
    [InlineData("url", "pek", "\"pek\" in the address")]
    [InlineData("author", "\"Siti Aminah\"", "\"Siti Aminah\" in the author's name")]
    [InlineData("publisher_category", "asia", "\"asia\" in the publisher's category")]
    public void In_SaysWhereToLook(string field, string word, string found)
    {
        Assert.Equal($"rule 'x' matched {found}", Why(new() { Slug = "x", Any = [word], In = [field] }));
        Assert.Null(Why(new() { Slug = "x", Any = [word], In = [field == "title" ? "text" : "title"] }));
    }

    [Theory]
    [InlineData("author", "aminah budi")]
    [InlineData("publisher_category", "timur rilis")]
    public void APhrase_DoesNotReachFromOneValueIntoTheNext(string field, string phrase) =>
        Assert.Null(Why(new() { Slug = "x", Any = [phrase], In = [field] }));

    [Theory]
    [InlineData("rudal", "", "", "\"rudal\" in the title")]
    [InlineData("nuklir|rudal", "", "", "\"rudal\" in the title")]
    [InlineData("nuklir", "", "", null)]
    [InlineData("", "rudal|pyongyang", "", "\"rudal\" in the title and \"pyongyang\" in the text")]
    [InlineData("", "rudal|nuklir", "", null)]
    [InlineData("korea", "pyongyang", "", "\"korea\" in the title and \"pyongyang\" in the text")]
    [InlineData("nuklir", "rudal", "", null)]
    [InlineData("rudal", "", "nuklir", "\"rudal\" in the title")]
    [InlineData("rudal", "", "nuklir|pyongyang", null)]
    [InlineData("", "", "pyongyang", null)]
    [InlineData("!!!", "", "", null)]
    [InlineData("rudal", "!!!", "", null)]
    public void Any_All_None_Combine(string any, string all, string none, string? found) =>
        Assert.Equal(
            found is null ? null : $"rule 'x' matched {found}",
            Why(new() { Slug = "x", Any = List(any), All = List(all), None = List(none) }));

    [Fact]
    public void NoneAlone_HoldsForTheRest() =>
        Assert.Equal("rule 'x' matched: none of the words it excludes", Why(new() { Slug = "x", None = ["nuklir"] }));

    [Theory]
    [InlineData("antara", true)]
    [InlineData("https://example.com/rss", true)]
    [InlineData("other", false)]
    public void Sources_AreTheOnlyOnes(string source, bool matches)
    {
        Assert.Equal(matches, Why(new() { Slug = "x", Any = ["rudal"], Sources = [source] }) is not null);
        Assert.Equal(
            matches ? "rule 'x' holds for every item of this source" : null, Why(new() { Slug = "x", Sources = [source] }));
    }

    [Fact]
    public void ARuleWithoutAnyCondition_OnlyNamesACategory() => Assert.Null(Why(new() { Slug = "x", Title = "X" }));

    [Fact]
    public void TheFirstRuleOfASlugThatHolds_GivesTheReason()
    {
        string[] words = ["nuklir", "rudal", "uji"];
        var rules = Array.ConvertAll(words, w => new CategoryRule { Slug = "x", Any = [w] });
        Assert.Equal("rule 'x' matched \"rudal\" in the title", Assert.Single(new Tagger(rules).Tag(Item, Source, "")).Why.ToString());
    }

    [Fact]
    public void AnUnknownField_IsAnErrorThatNamesIt() =>
        Assert.Contains("'headline'", Assert.Throws<ArgumentException>(
            () => new Tagger([new() { Slug = "x", Any = ["a"], In = ["headline"] }])).Message, StringComparison.Ordinal);

    private static string? Why(CategoryRule rule) =>
        new Tagger([rule]).Tag(Item, Source, "Pyongyang mengumumkan uji coba").SingleOrDefault()?.Why.ToString();

    private static string[] List(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
