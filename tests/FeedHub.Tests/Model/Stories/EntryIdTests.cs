using FeedHub.Model.Stories;

namespace FeedHub.Tests.Model.Stories;

public class EntryIdTests
{
    [Theory]
    [InlineData("HTTP://News.Example:80/a", false)]
    [InlineData("https://alpha.example/news/1", true)]
    [InlineData("tag:alpha.example,2026:1", true)]
    [InlineData("tag:alpha.example,2026-11-22:news/1", true)]
    [InlineData("urn:uuid:0190f6a2-0000-7000-8000-000000000000", true)]
    [InlineData("tag:alpha.example:1", false)]
    [InlineData("urn:1", false)]
    [InlineData("https://alpha.example/", false)]
    [InlineData("http://localhost/1", false)]
    [InlineData("12345", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://alpha.example/with space", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void APublishedId_IsKeptOnlyWhereItCanBeTheSameNowhereElse(string? published, bool kept) =>
        Assert.Equal(kept ? published : null, EntryId.GloballyUnique(published));
}
