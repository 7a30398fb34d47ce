using FeedHub.Model.OwnFeeds;
using static FeedHub.Tests.Sources.FeedsFiles;

namespace FeedHub.Tests.Sources;

/// <summary>Feeds of one's own in feeds.json.</summary>
public sealed class OwnFeedReaderTests
{
    [Fact]
    public void Feeds_AreReadInFileOrder_WithWhatIsNotSaidLeftUnsaid()
    {
        var file = Valid(Feeds("""
            { "slug": "laut", "title": "The sea", "description": "Boats", "filter": "category=weather&q=ombak", "order": "published", "limit": 20 },
            { "slug": "all-2" }
            """));

        Assert.Equal(
            [new OwnFeed
            {
                Slug = "laut", Title = "The sea", Description = "Boats", Filter = "category=weather&q=ombak", Order = "published",
                Limit = 20,
            }, new OwnFeed { Slug = "all-2" }],
            file.Feeds);
    }

    [Theory]
    [InlineData("https://hub.example/?language=id&source=any-2", "language=id&source=any-2")]
    [InlineData("?language=id", "language=id")]
    [InlineData("q=why?", "q=why?")]
    public void AFilterCopiedFromAnAddressBar_IsItsQuery(string written, string kept) =>
        Assert.Equal(kept, Valid(Feeds($$"""{ "slug": "one", "filter": "{{written}}" }""")).Feeds.Single().Filter);

    [Fact]
    public void AFilter_MayNameAFolder_OfWhichTheFileAloneKnowsNothing() =>
        Assert.Equal(
            "folder=Coast%2FWest&folder=-Islands",
            Valid(Feeds("""{ "slug": "west", "filter": "folder=Coast%2FWest&folder=-Islands" }""")).Feeds.Single().Filter);

    [Fact]
    public void AFilter_MayNameACategoryOfTheFilesOwn() =>
        Assert.Single(Valid("""
            { "sources": [], "feeds": [ { "slug": "bali", "filter": "category=bali" } ], "categories": [ { "slug": "bali", "any": [ "Denpasar" ] } ] }
            """).Feeds);

    [Theory]
    [InlineData("""{ "title": "x" }""", "this feed has no slug")]
    [InlineData("""{ "slug": "Sport" }""", "lower-case letters")]
    [InlineData("""{ "slug": "a b" }""", "lower-case letters")]
    [InlineData("""{ "slug": "../x" }""", "lower-case letters")]
    [InlineData("""{ "slug": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }""", "at most 60")]
    [InlineData("""{ "slug": "a", "filter": "category=sprot" }""", "category: 'sprot' is unknown; write one of")]
    [InlineData("""{ "slug": "a", "filter": "categroy=sport" }""", "categroy: there is no such filter")]
    [InlineData("""{ "slug": "a", "filter": "sport" }""", "sport: there is no such filter")]
    [InlineData("""{ "slug": "a", "filter": "language=indonesian_" }""", "language: ")]
    [InlineData("""{ "slug": "a", "filter": "before=1fXy" }""", "leave \"before\" out")]
    [InlineData("""{ "slug": "a", "filter": "limit=900" }""", "limit: '900' is not a limit")]
    [InlineData("""{ "slug": "a", "filter": "limit=9", "limit": 9 }""", "stands in \"filter\" too")]
    [InlineData("""{ "slug": "a", "order": "newest" }""", "'newest' is not an order")]
    [InlineData("""{ "slug": "a", "limit": 0 }""", "from 1 to 500")]
    [InlineData("""{ "slug": "a", "limit": 2.5 }""", "no whole number")]
    [InlineData("""{ "slug": "a", "limit": "20" }""", "is a text: write a number such as 50, without quotes")]
    [InlineData("""{ "slug": "a", "filter": "" }""", "empty")]
    [InlineData("""{ "slug": "a", "filtre": "q=a" }""", "did you mean \"filter\"?")]
    [InlineData("\"sport\"", "a feed is an object, and this is a text")]
    public void AFeedThatCannotBe_SaysWhatToWriteInstead(string feed, string message) =>
        Assert.Contains(message, OnlyError(Feeds(feed)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnError_NamesTheLineAndColumnOfTheValue()
    {
        var error = OnlyError("""
            {
              "sources": [],
              "feeds": [
                { "slug": "a",
                  "filter": "category=nowhere" }
              ]
            }
            """);

        Assert.Equal((5, 17), (error.Line, error.Column));
    }

    [Fact]
    public void ASlugThatIsTaken_NamesTheFeedThatHasIt() =>
        Assert.Contains("already, on line 1", OnlyError(Feeds("""{ "slug": "a" }, { "slug": "a" }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void MoreThan200Feeds_AreTooMany()
    {
        Assert.Equal(200, Valid(Feeds(Many(200))).Feeds.Count);
        Assert.Contains("there are 201 feeds here: at most 200", OnlyError(Feeds(Many(201))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAPartSays_HasOneHash_InAnySpacing_AndAnotherForAnotherNumber()
    {
        string? HashOf(string feeds) => Valid(Feeds(feeds)).FeedsHash;

        Assert.Equal(HashOf("""{ "slug": "a", "limit": 7 }"""), HashOf("""{"limit":7,"slug":"a"} /* same */"""));
        Assert.NotEqual(HashOf("""{ "slug": "a", "limit": 7 }"""), HashOf("""{ "slug": "a", "limit": 8 }"""));
        Assert.Null(Valid("""{ "sources": [] }""").FeedsHash);
    }

    private static string Feeds(string feeds) => $$"""{ "sources": [], "feeds": [ {{feeds}} ] }""";

    private static string Many(int count) => string.Join(", ", Enumerable.Range(0, count).Select(n => $$"""{ "slug": "f{{n}}" }"""));
}
