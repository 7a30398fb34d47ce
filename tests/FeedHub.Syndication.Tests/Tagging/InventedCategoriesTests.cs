using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Tests.Tagging;

/// <summary>The shipped model over invented news: 40 items of each rare category, and some of each other one between.</summary>
public class InventedCategoriesTests
{
    private static readonly string[] Rare = ["society", "human-interest", "labour", "religion", "environment", "lifestyle"];

    private static List<(string Slug, string Language, string Title, string Text)> News { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tagging", "invented-news.txt")).Where(line => line[0] != '#')
            .Select(line => line.Split('|', 4, StringSplitOptions.TrimEntries)).Select(part => (part[0], part[1], part[2], part[3])),
    ];

    public static TheoryData<string> RareCategories => [.. Rare];

    [Theory]
    [MemberData(nameof(RareCategories))]
    public void ARareCategory_IsGiven_AndRarelyWrong(string slug)
    {
        var given = News.Select(item => (item.Slug, Given: Tags(item).Contains(slug))).ToList();
        var right = given.Count(item => item.Given && item.Slug == slug);
        Assert.Equal(40, given.Count(item => item.Slug == slug));
        Assert.True(right >= 0.5 * 40, $"{right} of 40 are given {slug}");
        Assert.True(right >= 0.9 * given.Count(item => item.Given), $"{given.Count(item => item.Given)} have {slug}, {right} rightly");
    }

    [Fact]
    public void NineOfTen_AreRight_AndSevenOfTenAreGiven_InBothLanguages()
    {
        foreach (var language in News.GroupBy(item => item.Language))
        {
            var first = language.Select(item => (item.Slug, Tag: Tags(item).FirstOrDefault())).Where(item => item.Tag is not null).ToList();
            Assert.True(first.Count >= 0.7 * language.Count(), $"{first.Count} of {language.Count()} are given one");
            Assert.True(first.Count(item => item.Slug == item.Tag) >= 0.9 * first.Count, language.Key);
        }
    }

    private static List<string> Tags((string Slug, string Language, string Title, string Text) item) =>
        [.. CategoryModel.Shipped.Value.Sure(item.Title, item.Text, item.Language).Select(guess => guess.Slug)];
}
