using FeedHub.Fetching;
using FeedHub.Sources;
using static FeedHub.Tests.Sources.FeedsFiles;

namespace FeedHub.Tests.Fetching;

public sealed class FeedHeadersTests
{
    [Theory]
    [InlineData("\"Host\": \"a\"", "FeedHub sets or forbids Host itself")]
    [InlineData("\"cookie\": \"a\"", "forbids cookie")]
    [InlineData("\"If-None-Match\": \"a\"", "FeedHub sets")]
    [InlineData("\"X Y\": \"a\"", "letters, digits and hyphens")]
    [InlineData("\"\": \"a\"", "letters, digits and hyphens")]
    [InlineData("\"X-A\": 5", "a number")]
    [InlineData("\"X-A\": \"\"", "no value")]
    [InlineData("\"X-A\": \"hush\\r\\nX-B: 1\"", "one line")]
    [InlineData("\"X-A\": \"hush é\"", "ASCII")]
    [InlineData("\"X-A\": \"env:\"", "name of an environment variable")]
    [InlineData("\"X-A\": \"env:NOT A NAME\"", "name of an environment variable")]
    [InlineData("\"X-A\": \"1\", \"x-a\": \"2\"", "twice")]
    public void BadHeader_SaysWhatToWriteWithoutItsValue(string header, string message)
    {
        var error = OnlyError(WithSource($"\"headers\": {{ {header} }}")).Message;

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"User-Agent\": \"Newsreader/2\"")]
    [InlineData("\"cookie\": \"consent=yes\"")]
    public void WhoAsks_IsSaidBySourcesOnlyWhereTheOperatorLetsThem(string header)
    {
        var text = WithSource($"\"headers\": {{ {header} }}");

        Assert.Contains("FeedHub:Polling:AllowClientHeaders", OnlyError(text).Message, StringComparison.Ordinal);
        Assert.Empty(FeedsFileReader.Parse(text, Topics, clientHeaders: true).Errors);
    }

    [Fact]
    public void HeadersThatAreNoObject_AreAnError() =>
        Assert.Contains("a list", OnlyError(WithSource("\"headers\": []")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void Parse_VariableThatGivesNoValue_IsAnErrorIfTheEnvironmentIsAsked(string? value)
    {
        var text = WithSource("\"headers\": { \"X-A\": \"env:TOKEN\" }");

        Assert.Empty(Parse(text).Errors);
        var error = Assert.Single(FeedsFileReader.Parse(text, Topics, _ => value).Errors);
        Assert.Contains("TOKEN is not set", error.Message, StringComparison.Ordinal);
        Assert.Empty(FeedsFileReader.Parse(text, Topics, name => name == "TOKEN" ? "x" : null).Errors);
    }

    [Fact]
    public void Resolve_TakesPlainValuesAndVariables()
    {
        var headers = new Dictionary<string, string> { ["X-A"] = "plain", ["X-B"] = "env:TOKEN" };

        // A line break at the end is what a secret read from a file brings along.
        var resolved = FeedHeaders.Resolve(headers, name => name + "-value\n");

        Assert.Equal("plain", resolved.Values["x-a"]);
        Assert.Equal("TOKEN-value", resolved.Values["x-b"]);
        Assert.Null(resolved.Error?.ToString());
    }

    [Fact]
    public void Resolve_VariableNotSet_NamesItInWords()
    {
        var resolved = FeedHeaders.Resolve(new Dictionary<string, string> { ["X-B"] = "env:TOKEN" }, _ => null);

        Assert.Equal(["TOKEN"], resolved.Missing);
        Assert.Empty(resolved.Values);
        Assert.Contains("TOKEN", resolved.Error?.ToString(), StringComparison.Ordinal);
    }
}
