using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;

namespace FeedHub.Tests.Publishing;

/// <summary>What a feed of one's own and a request within it say together.</summary>
public sealed class ScopedFilterTests
{
    private static readonly OwnFeed Feed = new() { Slug = "one" };

    // Which stories: must be in Combined. How they are shown: must be in StartOf. What is neither is reckoned from the others.
    private static readonly string[] Which =
        ["Categories", "Sources", "Folders", "InFolders", "Languages", "NotCategories", "NotSources", "NotFolders", "NotInFolders",
            "NotLanguages", "Search", "LeastSources", "Within"];

    private static readonly string[] How =
        ["ByPublished", "ByTop", "ByEvent", "DatesFound", "TitlesSource", "Given", "Limit", "Before", "Scope"];

    private static readonly string[] Reckoned =
        ["PagePath", "FeedPath", "IsEverything", "Excludes", "Selection", "Query", "AskedSources", "UnwantedSources", "IsGrouped",
            "Mark"];

    [Fact]
    public void EveryPropertyOfAFilter_IsKnownHere_SoThatNoneIsForgottenWithinAFeed() =>
        Assert.Equal(
            Which.Concat(How).Concat(Reckoned).Order(),
            typeof(StoryFilter).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
                .Select(property => property.Name).Order());

    [Fact]
    public void BothFilters_Hold()
    {
        var own = new StoryFilter
        {
            Categories = ["sport"], NotCategories = ["crime"], Languages = ["id"], NotSources = [new(1, "a", "a")], Search = "x",
        };
        var asked = ScopedFilter.StartOf(Feed, own) with
        {
            Categories = ["weather"],
            NotCategories = ["arts"],
            Sources = [new(2, "b", "b")],
            NotLanguages = ["en"],
            Search = "y",
        };
        var both = asked.Combined();

        Assert.Equal(["weather"], both.Categories);
        Assert.Equal(["sport"], both.Within!.Categories);
        Assert.Equal(["arts", "crime"], both.NotCategories);
        Assert.Equal(["id"], both.Languages);
        Assert.Empty(both.Within.Languages);
        Assert.Equal("b", Assert.Single(both.Sources).Slug);
        Assert.Equal("a", Assert.Single(both.NotSources).Slug);
        Assert.Equal(["en"], both.NotLanguages);
        Assert.Equal(("y", "x"), (both.Search, both.Within.Search));
        Assert.Null(both.Scope);
    }

    [Fact]
    public void WhatAFeedSaysItself_StaysOutOfTheQuery_AndWhatDiffersStandsInIt()
    {
        var own = new StoryFilter { Categories = ["sport"], ByPublished = true, DatesFound = true, Limit = 20 };
        var start = ScopedFilter.StartOf(Feed, own);

        Assert.Equal(("", "/feeds/one", true), (start.Query, start.FeedPath, start.ByPublished));
        Assert.Equal("?category=arts&order=found&limit=5", (start with { Categories = ["arts"], ByPublished = false, Limit = 5 }).Query);
    }
}
