using static FeedHub.Tests.Sources.FeedsFiles;

namespace FeedHub.Tests.Sources;

public sealed class CategoryRuleTests
{
    [Fact]
    public void Rule_EveryProperty_IsTakenOver()
    {
        var rule = Valid("""
            { "sources": [ { "url": "https://Example.org/feed.xml" } ],
              "categories": [ {
                "slug": "korea", "title": "Korea", "any": ["Korea Utara", "\"North Korea\""], "all": ["nuklir"], "none": ["drama"],
                "in": ["title", "url"], "sources": ["https://example.org/feed.xml", "antara"] } ] }
            """).Categories.Single();

        Assert.Equal(("korea", "Korea"), (rule.Slug, rule.Title));
        Assert.Equal(["Korea Utara", "\"North Korea\""], rule.Any);
        Assert.Equal(["nuklir"], rule.All);
        Assert.Equal(["drama"], rule.None);
        Assert.Equal(["title", "url"], rule.In);
        Assert.Equal(["https://Example.org/feed.xml", "antara"], rule.Sources);
    }

    [Fact]
    public void Rule_WithoutIn_LooksInTitleAndText() =>
        Assert.Equal(["title", "text"], Valid(WithRule("\"slug\": \"a\", \"any\": [\"b\"]")).Categories.Single().In);

    [Fact]
    public void RulesOfOneSlug_AreAllKept() =>
        Assert.Equal(2, Valid("""
            { "sources": [], "categories": [ { "slug": "a", "any": ["b"] }, { "slug": "a", "all": ["c"] } ] }
            """).Categories.Count);

    [Theory]
    [InlineData("\"any\": [\"b\"]", "no slug")]
    [InlineData("\"slug\": \"South Korea\", \"any\": [\"b\"]", "south-korea")]
    [InlineData("\"slug\": \"a--b\", \"any\": [\"b\"]", "not a slug")]
    [InlineData("\"slug\": \"a\"", "nothing to look for")]
    [InlineData("\"slug\": \"a\", \"any\": [], \"none\": [\"b\"]", "nothing to look for")]
    [InlineData("\"slug\": \"a\", \"any\": [\"\\\"b\"]", "can match nothing")]
    [InlineData("\"slug\": \"a\", \"any\": [\"--\"]", "can match nothing")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\", \"\"]", "empty")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"in\": [\"titel\"]", "did you mean \"title\"?")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"in\": []", "no place to look in")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"in\": \"title\"", "write a list")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"sources\": [\"https://example.org/x\"]", "not a source of this file")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"title\": true", "true or false")]
    [InlineData("\"slug\": \"a\", \"any\": [\"b\"], \"non\": [\"c\"]", "did you mean \"none\"?")]
    public void BadRule_SaysWhatToWrite(string properties, string message) =>
        Assert.Contains(message, OnlyError(WithRule(properties)).Message, StringComparison.Ordinal);

    [Fact]
    public void WordsThatAreNoList_AreAnErrorOfTheirOwn() =>
        Assert.Contains(
            Parse(WithRule("\"slug\": \"a\", \"any\": \"b\"")).Errors,
            e => e.Message.Contains("write a list", StringComparison.Ordinal));
}
