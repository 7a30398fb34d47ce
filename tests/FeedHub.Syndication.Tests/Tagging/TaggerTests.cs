using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

public class TaggerTests
{
    private static readonly TaggedSource Source = new("alpha", "https://alpha.example/rss", []);

    [Theory]
    [InlineData("Politik", "politics")]
    [InlineData("POLITIK", "politics")]
    [InlineData("Kategori : Politik", "politics")]
    [InlineData("Hukum & Kriminal", "crime")]
    [InlineData("Olahraga > Sepak Bola", "sport")]
    [InlineData("News/Politics", "politics")]
    [InlineData("Sci/Tech", "science-technology")]
    [InlineData("Médias", null)]
    [InlineData("Média", "arts")]
    [InlineData("Headline", null)]
    [InlineData("News", null)]
    [InlineData("Kategori :", null)]
    [InlineData("Prabumulih", null)]
    [InlineData("", null)]
    public void PublisherCategory_MeansWhatTheAliasTableKnows(string published, string? slug)
    {
        var tags = new Tagger([]).Tag(new ParsedItem { Categories = [published] }, Source);
        Assert.Equal(slug, tags.SingleOrDefault()?.Slug);
    }

    [Fact]
    public void PublisherCategory_IsNamedInTheReason() =>
        Assert.Equal(new Tag("politics", 0.9, "publisher category 'Politik'"), new Tagger([]).Tag(new ParsedItem { Categories = ["Politik"] }, Source).Single());

    [Fact]
    public void TheSourcesOwnCategory_ComesFirst_AndEachSlugOnce()
    {
        var tags = new Tagger([]).Tag(new ParsedItem { Categories = ["Olahraga", "Politik", "Bola"] }, Source with { Categories = ["politics"] });
        Assert.Equal([("politics", 1.0), ("sport", 0.9)], tags.Select(tag => (tag.Slug, tag.Confidence)));
    }

    [Theory]
    [InlineData("Pasukan Korea Utara di perbatasan", true)]
    [InlineData("PASUKAN KOREA  UTARA", true)]
    [InlineData("Korea-Utara membantah", true)]
    [InlineData("Koreą Utara", true)]
    [InlineData("Korea Utaranya", false)]
    [InlineData("Drama Korea dari Korea Utara", false)]
    [InlineData("Korea dan Utara", false)]
    public void ARule_FindsWholeWordsAndPhrases_WhateverTheirCaseAndAccents(string title, bool holds)
    {
        var rule = new CategoryRule { Slug = "korea", Any = ["Korea Utara", "\"North Korea\""], None = ["drama Korea"] };
        Assert.Equal(holds, new Tagger([rule]).Tag(new ParsedItem { Title = title }, Source).Any());
    }

    [Fact]
    public void ARule_SaysWhichWordItFoundAndWhere()
    {
        var rule = new CategoryRule { Slug = "korea", Any = ["\"North Korea\""], In = ["text"] };
        var tag = new Tagger([rule]).Tag(new ParsedItem { ContentHtml = "<p>Troops of <b>North Korea</b></p>" }, Source).Single();
        Assert.Equal(("korea", "rule 'korea' matched \"North Korea\" in the text"), (tag.Slug, tag.Why));
    }

    [Fact]
    public void ARule_AsksForAllOfAll_AndItsPlacesAndSourcesAlone()
    {
        var rule = new CategoryRule { Slug = "quake", All = ["gempa", "magnitudo"], In = ["title"], Sources = ["alpha"] };
        var tagger = new Tagger([rule]);
        var both = new ParsedItem { Title = "Gempa magnitudo 5" };

        Assert.Single(tagger.Tag(both, Source));
        Assert.Empty(tagger.Tag(both, Source with { Id = "beta", Url = "https://beta.example/" }));
        Assert.Empty(tagger.Tag(new ParsedItem { Title = "Gempa" }, Source));
        Assert.Empty(tagger.Tag(new ParsedItem { ContentHtml = "Gempa magnitudo 5" }, Source));
    }

    [Fact]
    public void ARule_InAScriptWithoutSpaces_FindsItsPhraseInsideASentence()
    {
        var rule = new CategoryRule { Slug = "korea", Any = ["北朝鮮"] };
        Assert.Single(new Tagger([rule]).Tag(new ParsedItem { Title = "速報北朝鮮がミサイル" }, Source));
    }

    [Fact]
    public void ATitleCutInTheMiddleOfACharacter_IsStillTagged() =>
        Assert.Single(new Tagger([new CategoryRule { Slug = "x", Any = ["gempa"] }]).Tag(new ParsedItem { Title = "Gempa é \ud83d" }, Source));

    [Fact]
    public void Vocabulary_HasThe17Topics_AndTheOperatorsOwn()
    {
        var vocabulary = new Vocabulary([new CategoryRule { Slug = "korea", Title = "Korea", Any = ["x"] }, new CategoryRule { Slug = "sport", Any = ["y"] }]);
        Assert.Equal(18, vocabulary.All.Count);
        Assert.Equal(("Korea", "medtop:15000000"), (vocabulary.Find("korea")!.English, vocabulary.Find("sport")!.Code));
        Assert.Null(vocabulary.Find("nothing"));
    }
}
