using FeedHub.Storage.Statements.Search;

namespace FeedHub.Tests.Storage.Statements;

public class SearchQueryTests
{
    [Theory]
    [InlineData("banjir jakarta", "(\"banjir\") AND (\"jakarta\")")]
    [InlineData("\"banjir bandang\" jawa", "(\"banjir bandang\") AND (\"jawa\")")]
    [InlineData("banjir OR gempa bali", "(\"banjir\" OR \"gempa\") AND (\"bali\")")]
    [InlineData("banjir -bali -\"jawa barat\"", "((\"banjir\")) NOT (\"bali\" OR \"jawa barat\")")]
    [InlineData("-bali", "\"bali\"")]
    [InlineData("-bali -\"jawa barat\" -p*", "\"bali\" OR \"jawa barat\" OR \"p\"")]
    [InlineData("peme*", "(\"peme\" *)")]
    [InlineData("p*", "(\"p\")")]
    [InlineData("anti-korupsi", "(\"anti-korupsi\")")]
    [InlineData("OR banjir OR", "(\"banjir\")")]
    [InlineData("a OR OR b", "(\"a\" OR \"b\")")]
    [InlineData("“gempa bumi”", "(\"gempa bumi\")")]
    [InlineData("\"never closed", "(\"never closed\")")]
    [InlineData("NEAR(a b, 3) AND title:x", "(\"NEAR(a\") AND (\"b,\") AND (\"3)\") AND (\"AND\") AND (\"title:x\")")]
    [InlineData("日本", "(\"日  本\")")]
    public void Words_BecomeAQueryInWhichEachIsQuoted(string typed, string fts) =>
        Assert.Equal($"({fts})", SearchQuery.Parse(typed)!.ToFts([""]));

    [Fact]
    public void EverySlice_IsAskedForInItsOwnWords() =>
        Assert.Equal(
            "((\"x1anti-x1korupsi\") AND (\"x1pe\" *)) OR ((\"y2anti-y2korupsi\") AND (\"y2pe\" *))",
            SearchQuery.Parse("anti-korupsi pe*")!.ToFts(["x1", "y2"]));

    [Fact]
    public void WordsPastTheTwelfth_AreLeftOut_ButNotAlternatives()
    {
        Assert.Equal(12, SearchQuery.Parse(string.Join(' ', Enumerable.Range(0, 30).Select(n => $"w{n}")))!.Operands);
        Assert.Equal(13, SearchQuery.Parse("a " + string.Join(' ', Enumerable.Range(0, 30).Select(n => $"-w{n}")))!.Operands);
        Assert.Equal(20, SearchQuery.Parse(string.Join(" OR ", Enumerable.Range(0, 30).Select(n => $"w{n}")))!.Operands);
    }

    [Fact]
    public void PrefixesPastTheSecond_AreWords() =>
        Assert.Equal(2, SearchQuery.Parse("ab* bc* cd* de* ef* fg*")!.ToFts([""]).Count(c => c == '*'));

    [Theory]
    [InlineData("")]
    [InlineData("-\"\" -")]
    [InlineData("*** ??? 👍 \"\" - -- OR")]
    public void ATextWithNothingToSearchFor_IsNoQuery(string typed) => Assert.Null(SearchQuery.Parse(typed));
}
