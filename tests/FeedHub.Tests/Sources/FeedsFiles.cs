using FeedHub.Sources;

namespace FeedHub.Tests.Sources;

/// <summary>Short ways to say a file in a test.</summary>
internal static class FeedsFiles
{
    public static readonly IReadOnlySet<string> Topics = new HashSet<string>
    {
        "arts", "crime", "disaster", "economy", "education", "environment", "health", "human-interest", "labour", "lifestyle",
        "politics", "religion", "science-technology", "society", "sport", "conflict", "weather",
    };

    public static FeedsFileResult Parse(string text) => FeedsFileReader.Parse(text, Topics);

    public static FeedsFile Valid(string text)
    {
        var result = Parse(text);
        Assert.Empty(result.Errors);
        return result.File!;
    }

    /// <summary>A file with one source of this address and these further properties.</summary>
    public static string WithSource(string properties) =>
        $$"""{ "sources": [ { "url": "https://example.org/feed.xml", {{properties}} } ] }""";

    /// <summary>A file without sources, with one rule of these properties.</summary>
    public static string WithRule(string properties) => $$"""{ "sources": [], "categories": [ { {{properties}} } ] }""";

    public static SourceEntry Source(string properties) => Valid(WithSource(properties)).Sources.Single();

    public static FeedsFileError OnlyError(string text)
    {
        var result = Parse(text);
        Assert.Null(result.File);
        return Assert.Single(result.Errors);
    }
}
