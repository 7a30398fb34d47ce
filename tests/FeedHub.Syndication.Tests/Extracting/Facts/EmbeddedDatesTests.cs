namespace FeedHub.Syndication.Tests.Extracting.Facts;

/// <summary>Days that stand only in what a page hands to its own scripts, beside its headline.</summary>
public class EmbeddedDatesTests
{
    [Theory]
    [InlineData("<script type=\"application/json\">[[\"ShallowReactive\",1],{\"data\":2},{\"read\":3},{\"title\":4,\"published_at\":5},"
        + "\"TITLE\",\"2026-07-24T09:00:00+07:00\"]</script>")]
    [InlineData("<script type=\"application/json\">[{\"title\":1,\"date\":2},\"TITLE\",[\"Date\",\"2026-07-24T09:00:00+07:00\"]]</script>")]
    [InlineData("<script>stream.enqueue(\"[{\\\"_1\\\":2},\\\"post\\\",{\\\"_3\\\":4,\\\"_5\\\":6},\\\"title\\\",\\\"TITLE\\\","
        + "\\\"firstPublished\\\",\\\"2026-07-24T09:00:00+07:00\\\"]\\n\");</script>")]
    [InlineData("<script>window.pageData={\"path\":\"/x\",\"result\":{\"data\":{\"all\":[{\"title\":\"Lain\",\"date\":\"2025-01-01\"}],"
        + "\"post\":{\"frontmatter\":{\"date\":\"2026-07-24T09:00:00+07:00\",\"title\":\"TITLE\"}}}}}</script>")]
    [InlineData("<script>self.__next_f.push([1,\"7:{\\\"read\\\":{\\\"title\\\":\\\"TITLE\\\",\\\"createdAt\\\":"
        + "\\\"2026-07-24T09:00:00+07:00\\\"}}\"])</script>")]
    [InlineData("<script type=\"application/json\">{\"a\":{\"headline\":\"TITLE\",\"created\":\"2026-07-20\",\"updated\":\"2026-07-28\","
        + "\"publishDate\":\"2026-07-24T09:00:00+07:00\"}}</script>")]
    public void TheDayBesideTheHeadline_IsTheArticles(string script) => Assert.Equal("2026-07-24T09:00:00+07:00", Sample.Page(
        Sample.Paragraphs + script.Replace("TITLE", Sample.Headline, StringComparison.Ordinal)).Published?.ToString());

    [Theory]
    [InlineData("{\"a\":{\"headline\":\"Harga cabai turun di pasar induk\",\"date\":\"2026-07-24\",\"x\":\"\"}}")]
    [InlineData("{\"a\":{\"headline\":\"TITLE\",\"updatedAt\":\"2026-07-24\",\"x\":\"\"}}")]
    public void DaysOfOtherThings_AreNot(string json) => Assert.Null(Sample.Page(Sample.Paragraphs
        + $"<script type=\"application/json\">{json.Replace("TITLE", Sample.Headline, StringComparison.Ordinal).PadRight(200)}</script>")
        .Published);

    [Theory]
    [InlineData("{\"a\":{\"title\":\"TITLE\",\"author\":{\"id\":7,\"name\":\"Ana Putri\"},\"tags\":[]}}")]
    [InlineData("[{\"title\":1,\"author\":2,\"tags\":[],\"related\":[]},\"TITLE\",{\"name\":3},\"Ana Putri\"]")]
    [InlineData("{\"headlines\":{\"basic\":\"TITLE\"},\"credits\":{\"by\":[{\"type\":\"author\",\"name\":\"Ana Putri\"}]}}")]
    public void TheWriterBesideTheHeadline_IsTheArticles(string json) => Assert.Equal(["Ana Putri"], Sample.Page(Sample.Paragraphs
        + $"<script type=\"application/json\">{json.Replace("TITLE", Sample.Headline, StringComparison.Ordinal).PadRight(200)}</script>")
        .Authors);

    [Fact]
    public void TheWriterInAProgramsObject_IsRead() => Assert.Equal(["Ana Putri"], Sample.Page(Sample.Paragraphs
        + "<script>window.__NUXT__=(function(a){return {article:{id:8,author:{id:a,name:\"Ana Putri\"}}}})(1)</script>").Authors);
}
