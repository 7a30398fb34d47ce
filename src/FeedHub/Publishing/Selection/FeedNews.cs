using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing.Selection;

/// <summary>What of a feed is new or changed.</summary>
/// <param name="Stories">In the order of their changes, as many as one document may hold.</param>
/// <param name="Until">How far one is told who gets them.</param>
/// <param name="IsAll">False if more follows.</param>
public sealed record NewsOfFeed(IReadOnlyList<ChangedStory> Stories, StoryMark Until, bool IsAll);

/// <summary>
/// Tells what of a feed is new or changed since a mark: every story that arrived since, also where more arrived than a page of it holds,
/// and what changed of those that it shows. Old articles that are found only now are not news.
/// </summary>
public sealed class FeedNews(IReaderEngine engine, StoryQueries queries, IOptions<FeedHubOptions> options)
{
    private const long MaxTexts = 3_000_000;

    /// <summary>The news since this mark.</summary>
    public async Task<NewsOfFeed> SinceAsync(StoryFilter filter, StoryMark told, CancellationToken cancellation)
    {
        await using var db = engine.Open();

        // First how far: what is committed while the rest is read counts next time.
        var until = await UntilAsync(db, filter, told, cancellation);
        var shown = (await queries.ChooseForFeedAsync(filter, cancellation)).Places.Select(place => place.Id).ToHashSet();
        var arrived = filter.Before is null ? await queries.ArrivedAsync(filter, told.Arrival, cancellation) : [];
        var changed = await ChangedStories.AmongAsync(
            db, shown.Union(arrived.Select(place => place.Id)), told.Change, until.Change, options.Value.Publishing.Window, cancellation);
        return await FittingAsync(db, changed, told, until, cancellation);
    }

    // A search finds a story a moment after it is stored: until then it is not told of, and neither is what changed later.
    private static async Task<StoryMark> UntilAsync(
        DbConnection db, StoryFilter filter, StoryMark told, CancellationToken cancellation)
    {
        var now = await ChangedStories.NowAsync(db, cancellation);
        var waiting = filter.Combined().Search is null ? 0 : await ChangedStories.UnsearchableAsync(db, told.Change, cancellation);
        return waiting == 0 ? now : new(Math.Min(now.Change, waiting - 1), told.Arrival);
    }

    private static async Task<NewsOfFeed> FittingAsync(
        DbConnection db, List<ChangedStory> stories, StoryMark told, StoryMark until, CancellationToken cancellation)
    {
        List<ChangedStory> first = [.. stories.Take(StoryFilter.MaxLimit)];
        var page = new ChosenPage(first.ConvertAll(story => story.Place), null);
        var count = (await PageWeights.OfLeadsAsync(db, page, cancellation)).CountFitting(page, MaxTexts);
        return First(new(stories, until, IsAll: true), count, told);
    }

    /// <summary>The first of the news; the mark is then such that the others follow.</summary>
    /// <param name="news">What there is.</param>
    /// <param name="count">How many stories at least; those of one change stay together.</param>
    /// <param name="told">The mark that it was asked for.</param>
    public static NewsOfFeed First(NewsOfFeed news, int count, StoryMark told)
    {
        if (count >= news.Stories.Count)
            return news;
        var last = news.Stories[count - 1].Change;
        return new([.. news.Stories.TakeWhile(story => story.Change <= last)], new(last, told.Arrival), IsAll: false);
    }
}
