using FeedHub.Categories;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Publishing.Readers;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Feeds;

/// <summary>A feed in the list.</summary>
/// <param name="Feed">As it is; null: the merged feed.</param>
/// <param name="Title">The title that it shows.</param>
/// <param name="Path">Its page.</param>
/// <param name="Problems">What its filter names that no longer exists.</param>
/// <param name="Readers">How many read it.</param>
public sealed record FeedRow(OwnFeed? Feed, string Title, string Path, IReadOnlyList<FieldProblem> Problems, FeedFigures Readers);

/// <summary>What a feed would show now.</summary>
/// <param name="Stories">Stories in it.</param>
/// <param name="GoesOn">Whether more follow on further pages.</param>
/// <param name="Newest">Headlines, the first of it first.</param>
public sealed record FeedHolding(int Stories, bool GoesOn, IReadOnlyList<string> Newest);

/// <summary>Gathers what the page of feeds shows, and writes it.</summary>
internal static class FeedsView
{
    private const int ShownHeadlines = 5;

    /// <summary>The page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">What is typed.</param>
    /// <param name="edited">Slug of the feed that is edited; null: the form is for a new one.</param>
    /// <param name="holding">What the typed feed would show; null: nobody asked.</param>
    public static async Task WriteAsync(HttpContext context, FeedForm form, string? edited = null, FeedHolding? holding = null)
    {
        if (form.Problems.Count > 0)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await HangfireShell.WriteAsync<FeedsPage>(context, edited is null ? FeedsText.Feeds : FeedsText.EditOf(edited), new()
        {
            [nameof(FeedsPage.Context)] = PageContext.Of(context, DoneWords, null, form.Typed),
            [nameof(FeedsPage.Rows)] = await RowsAsync(context.RequestServices, context.RequestAborted),
            [nameof(FeedsPage.Form)] = form,
            [nameof(FeedsPage.Edited)] = edited,
            [nameof(FeedsPage.Holding)] = holding,
        });
    }

    /// <summary>What a feed would show now.</summary>
    public static async Task<FeedHolding> HoldingOfAsync(OwnFeed feed, HttpContext context)
    {
        var (services, cancellation) = (context.RequestServices, context.RequestAborted);
        var queries = services.GetRequiredService<StoryQueries>();
        var filter = (await services.GetRequiredService<FilterRequest>().ReadAsync([], feed, cancellation)).Filter!;
        var chosen = await queries.ChooseForFeedAsync(filter, cancellation);
        var newest = await queries.BriefPageAsync(filter with { Limit = ShownHeadlines }, cancellation);
        var entries = services.GetRequiredService<MergedEntries>();
        return new(
            chosen.Places.Count, chosen.Next is not null, [.. newest.Stories.Select(story => entries.Of(story, "", brief: true).Title)]);
    }

    private static async Task<IReadOnlyList<FeedRow>> RowsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var readers = await services.GetRequiredService<ReaderFigures>().AllAsync(cancellation);
        var vocabulary = services.GetRequiredService<Taggers>().Vocabulary;
        var sources = await services.GetRequiredService<StoryQueries>().SourcesAsync(cancellation);
        var titles = services.GetRequiredService<FeedTitles>();
        var rules = new OwnFeedRules(vocabulary, sources);
        FeedRow RowOf(OwnFeed? feed, StoryFilter filter) => new(
            feed, titles.NameOf(filter), filter.PagePath, feed is null ? [] : rules.Problems(feed),
            readers.GetValueOrDefault(filter.FeedPath) ?? FeedFigures.None);
        return [RowOf(null, new()), .. services.GetRequiredService<OwnFeedCatalogue>().All.Select(
            feed => RowOf(feed, ScopedFilter.StartOf(feed, OwnFeedFilter.Of(feed, vocabulary, sources))))];
    }

    private static string? DoneWords(string done) => done switch
    {
        "added" => Say("The feed is there, and its addresses answer.", "Feed sudah ada, dan alamatnya menjawab."),
        "changed" => Say("The feed is changed.", "Feed diubah."),
        "deleted" => Say("The feed is deleted; its addresses answer 404.", "Feed dihapus; alamatnya menjawab 404."),
        _ => null,
    };
}
