using static FeedHub.Tests.Sources.FeedsFiles;

namespace FeedHub.Tests.Sources;

public sealed class SourceEntryTests
{
    [Theory]
    [InlineData("example.org/feed.xml", "not a web address")]
    [InlineData("/feed.xml", "not a web address")]
    [InlineData("http:feed.xml", "not a web address")]
    [InlineData("https://", "not a web address")]
    [InlineData("ftp://example.org/feed.xml", "https:// or http://")]
    [InlineData("feed://example.org/feed.xml", "https:// or http://")]
    [InlineData("file:///etc/passwd", "https:// or http://")]
    [InlineData("https://exam\u2024ple.org/feed.xml", "host name")]
    [InlineData("https://\uFDFA.example.org/feed.xml", "host name")]
    [InlineData("https://ex\uFFFDample.org/feed.xml", "host name")]
    [InlineData("exec:ssh news@a.example cat feed", "\"exec:\" cannot be polled")]
    [InlineData("https://ex\u202Eample.org/feed.xml", "invisible character")]
    [InlineData("https://example.org/feed.xml\u200E", "invisible character")]
    [InlineData(
        "https://a-label-of-more-than-sixty-three-characters-which-is-what-dns-has-room-for.example/feed",
        "longer than a host name may be")]
    [InlineData("exec:fetch news", "\"exec:\" cannot be polled")]
    [InlineData("localhost:5000/feed", "not a web address")]
    [InlineData(" https://example.org/feed.xml", "space")]
    [InlineData("https://example.org/a b.xml", "%20")]
    public void BadUrl_SaysWhatToWrite(string url, string message)
    {
        var error = OnlyError($$"""{ "sources": [ { "url": "{{url}}" } ] }""");

        Assert.Equal(25, error.Column);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UrlWithPassword_IsRefusedWithoutShowingIt()
    {
        var message = OnlyError("""{ "sources": [ { "url": "https://ann:secret@example.org/" } ] }""").Message;

        Assert.Contains("env:NAME", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void UrlMissing_IsAnErrorAtTheEntry() =>
        Assert.Contains("add \"url\"", OnlyError("""{ "sources": [ { "title": "x" } ] }""").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/feed.xml")]
    [InlineData("https://EXAMPLE.org/feed.xml")]
    [InlineData("HTTPS://example.org:443/feed.xml")]
    [InlineData("https://example.org./feed.xml")]
    [InlineData("https://example.org/feed.xml#top")]
    public void SameUrlInAnotherSpelling_IsListedTwice(string again)
    {
        var error = OnlyError($$"""
            { "sources": [
                { "url": "https://example.org/feed.xml" },
                { "url": "{{again}}" },
            ] }
            """);

        Assert.Equal(3, error.Line);
        Assert.Contains("first on line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UrlsThatDifferInSchemePortPathOrQuery_AreDifferentSources()
    {
        var file = Valid("""
            { "sources": [
                { "url": "https://example.org/feed" }, { "url": "http://example.org/feed" }, { "url": "https://example.org:8443/feed" },
                { "url": "https://example.org/Feed" }, { "url": "https://example.org/feed?a=1" }, { "url": "https://example.org/feed/" },
            ] }
            """);

        Assert.Equal(6, file.Sources.Count);
    }

    [Theory]
    [InlineData("\"category\": \"politic\"", "did you mean \"politics\"?")]
    [InlineData("\"category\": [\"Sport\"]", "did you mean \"sport\"?")]
    [InlineData("\"category\": \"zzzzzzzz\"", "write one of arts, conflict")]
    [InlineData("\"category\": [1]", "a number")]
    [InlineData("\"category\": {}", "an object")]
    [InlineData("\"language\": \"en_US\"", "write \"en-US\"")]
    [InlineData("\"language\": \"Indonesian\"", "write \"id\"")]
    [InlineData("\"language\": \"id-\"", "BCP 47")]
    [InlineData("\"timeZone\": \"jakarta\"", "did you mean \"Asia/Jakarta\"?")]
    [InlineData("\"timeZone\": \"Asia/Jakata\"", "did you mean \"Asia/Jakarta\"?")]
    [InlineData("\"timeZone\": \"SE Asia Standard Time\"", "write \"Asia/Bangkok\"")]
    [InlineData("\"timeZone\": \"../../etc/passwd\"", "not a time zone")]
    [InlineData("\"interval\": 900", "\"00:15:00\"")]
    [InlineData("\"interval\": \"15\"", "not an interval")]
    [InlineData("\"interval\": \"00:15\"", "not an interval")]
    [InlineData("\"interval\": \"m\"", "not an interval")]
    [InlineData("\"interval\": \"30m1h\"", "not an interval")]
    [InlineData("\"interval\": \"5 moons\"", "1 day")]
    [InlineData("\"interval\": \"5 weeks\"", "at most 31 days")]
    [InlineData("\"interval\": \"32 days\"", "at most 31 days")]
    [InlineData("\"interval\": \"24:00:00\"", "1 day")]
    [InlineData("\"interval\": \"00:00:00\"", "more than nothing")]
    [InlineData("\"interval\": \"-00:15:00\"", "more than nothing")]
    [InlineData("\"interval\": \"32.00:00:00\"", "at most 31 days")]
    [InlineData("\"content\": \"ful\"", "did you mean \"full\"?")]
    [InlineData("\"enabled\": \"true\"", "without quotes")]
    [InlineData("\"categories\": \"sport\"", "did you mean \"category\"?")]
    [InlineData("\"timezone\": \"Asia/Jakarta\"", "did you mean \"timeZone\"?")]
    public void BadProperty_SaysWhatToWrite(string property, string message) =>
        Assert.Contains(message, OnlyError(WithSource(property)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("id")]
    [InlineData("en-GB")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    [InlineData("sl-rozaj-biske")]
    [InlineData("de-CH-x-phonebk")]
    public void LanguageTag_IsTakenAsItIs(string tag) => Assert.Equal(tag, Source($"\"language\": \"{tag}\"").Declared.Language);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/GMT-7")]
    [InlineData("Asia/Ho_Chi_Minh")]
    public void TimeZone_IsTakenAsItIs(string zone) => Assert.Equal(zone, Source($"\"timeZone\": \"{zone}\"").Declared.TimeZone);

    [Fact]
    public void CategoryOfTheFilesOwn_IsKnown()
    {
        var file = Valid("""
            { "sources": [ { "url": "https://example.org/", "category": "korea" } ],
              "categories": [ { "slug": "korea", "any": ["Pyongyang"] } ] }
            """);

        Assert.Equal(["korea"], file.Sources.Single().Declared.Categories);
    }

    [Fact]
    public void MessageOfATextWithLineBreaks_IsOneLine() =>
        Assert.DoesNotContain('\n', OnlyError(WithSource("\"content\": \"a\\nb\"")).Message);

    [Fact]
    public void Hash_OrderSpacingAndComments_MakeNoDifference()
    {
        var one = Source("""  "title": "A", "headers": { "X-A": "1", "X-B": "2" }  """);
        var other = Source("""
            // the same again
            "headers": { "X-B": "2",   "X-A": "1", },
            "title": "\u0041"
            """);

        Assert.Equal(one.Hash, other.Hash);
    }

    [Theory]
    [InlineData("\"title\": \"B\"")]
    [InlineData("\"title\": \"A\", \"enabled\": true")]
    [InlineData("\"title\": \"A\", \"headers\": { \"X-A\": \"1\" }")]
    public void Hash_AnythingElseSaid_MakesADifference(string properties) =>
        Assert.NotEqual(Source("\"title\": \"A\"").Hash, Source(properties).Hash);
}
