using FeedHub.Model.Stories;
using FeedHub.Publishing.Selection;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Tests.Publishing;

/// <summary>The fairness rule as a decision: places in, a page and a cursor out.</summary>
public class FairnessTests
{
    [Fact]
    public void AQuietSource_KeepsAPlace_InTheOrderOfDates()
    {
        var page = Fairness.First(Places(10, 9, 8, 7, 6), [new(10, 10), new(3, 3)], 4);
        Assert.Equal(Places(10, 9, 8, 3), page.Places);
        Assert.Equal(new StoryCursor(8, 8) { Shown = [3] }, page.Next);
    }

    [Fact]
    public void HalfOfThePage_IsKeptAtMost_ForTheNewestOfThem()
    {
        var page = Fairness.First(Places(20, 19, 18, 17, 16), [new(20, 20), .. Places(9, 8, 7, 6, 5)], 4);
        Assert.Equal(Places(20, 19, 9, 8), page.Places);
    }

    [Fact]
    public void TheOnlyStoryOfASource_GivesUpNoPlace()
    {
        var page = Fairness.First(Places(10, 9, 8, 7, 6), Places(10, 9, 8, 7, 3), 4);
        Assert.Equal(Places(10, 9, 8, 7), page.Places);
        Assert.Empty(page.Next!.Shown);
    }

    [Fact]
    public void WalkingFromAFairPage_ShowsEveryStoryOnce_AlsoIfMoreComesMeanwhile()
    {
        for (var seed = 0; seed < 300; seed++)
            Walk(new Random(seed), endsEarly: false);
    }

    [Fact]
    public void WalkingThroughPagesThatEndEarly_ShowsEveryStoryOnceToo()
    {
        for (var seed = 0; seed < 300; seed++)
            Walk(new Random(seed), endsEarly: true);
    }

    [Theory]
    [InlineData("18f-2a")]
    [InlineData("18f-2a-9.1.4")]
    [InlineData("m1f2e3d-18f-2a-9.1.4")]
    public void ACursor_IsReadAsItWasWritten(string cursor) => Assert.Equal(cursor, StoryCursor.Parse(cursor)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("1-2-")]
    [InlineData("1-2-5.0")]
    [InlineData("1-2-5.6")]
    [InlineData("1-2-3-4")]
    [InlineData("-1-2")]
    [InlineData("m1f2e3d-18f")]
    public void WhatIsNoCursor_IsNull(string cursor) => Assert.Null(StoryCursor.Parse(cursor));

    [Fact]
    public void ACursorThatSaysMoreThanAPageCanShow_IsNull() =>
        Assert.Null(StoryCursor.Parse("1-2-fff" + string.Concat(Enumerable.Repeat(".1", StoryCursor.MaxShown))));

    private static void Walk(Random random, bool endsEarly)
    {
        var stories = Enumerable.Range(1, random.Next(1, 120))
            .Select(id => (Place: new FeedPosition(random.Next(100), id), Source: random.Next(1, 1 + random.Next(1, 12))))
            .ToList();
        var (there, limit) = (stories.ConvertAll(s => s.Place), random.Next(1, 20));
        var seen = new List<FeedPosition>();
        StoryCursor? cursor = null;
        do
        {
            var page = Page(stories, cursor, limit);
            if (endsEarly && page.Places.Count > 1)
                page = Fairness.Ended(page, cursor?.Shown ?? [], random.Next(1, page.Places.Count));
            Assert.Equal(page.Places.OrderDescending(), page.Places);
            seen.AddRange(page.Places);
            cursor = page.Next is null ? null : StoryCursor.Parse(page.Next.ToString());
            stories.Add((new(100 + random.Next(50), 1000 + stories.Count), 1));
        }
        while (cursor is not null);

        Assert.Equal(there.Order(), seen.Where(place => place.Id < 1000).Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private static ChosenPage Page(List<(FeedPosition Place, int Source)> stories, StoryCursor? cursor, int limit)
    {
        var found = stories.Select(s => s.Place).OrderDescending()
            .Where(place => cursor is null || place.CompareTo(new(cursor.SortAt, cursor.Id)) < 0)
            .Take(limit + 1 + (cursor?.Shown.Count ?? 0)).ToList();
        if (cursor is not null || found.Count <= limit)
            return Fairness.Plain(found, cursor?.Shown ?? [], limit);
        return Fairness.First(found, [.. stories.GroupBy(s => s.Source).Select(source => source.Max(s => s.Place))], limit);
    }

    private static FeedPosition[] Places(params IEnumerable<long> numbers) => [.. numbers.Select(n => new FeedPosition(n, n))];
}
