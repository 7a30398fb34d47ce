using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Model.Polling;
using FeedHub.Observability;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Api;

/// <summary>The API's calls for everybody.</summary>
internal static class ReadEndpoints
{
    private const string SecretWords = "Addresses have … in place of secrets, except with an admin's key or session.";

    /// <summary>Maps stats, sources, items and stories.</summary>
    public static void MapReadApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapMethods("/stats", ApiRoutes.Reading, StatsAsync).Says("getStats", "Totals")
            .Gives(200, "Sources and items as they are, polls and bytes since the database was made.", Examples.Stats);
        DescribeSources(api);
        DescribeStories(api);
    }

    private static void DescribeSources(RouteGroupBuilder api)
    {
        api.MapMethods("/sources", ApiRoutes.Reading, SourcesAsync).AsksForAdmins()
            .Says("listSources", "Every source with its health, by title", SecretWords).Gives(
                200,
                "All of them, on one page.",
                Examples.Only(Examples.Source));
        api.MapMethods("/sources/{id}", ApiRoutes.Reading, SourceAsync).AsksForAdmins()
            .Says("getSource", "A source with its health", SecretWords)
            .Names("id", SourceEndpoints.IdWords, SourceEndpoints.IdExample)
            .Gives(200, "The source.", Examples.Source)
            .Refuses(404, "There is no source with this id.");
    }

    private static void DescribeStories(RouteGroupBuilder api)
    {
        api.MapMethods("/items", ApiRoutes.Reading, ItemsAsync).AsksForAdmins().Says("listItems", "Items as they were read, newest first")
            .Asks(QueryParameters.OfItems)
            .Gives(200, "A page of items.", Examples.First(Examples.Item, "/api/items"))
            .Refuses(400, "A filter's value cannot be used; parameter names it.");
        api.MapMethods("/stories", ApiRoutes.Reading, StoriesAsync).Says("listStories", "Stories with their items, newest first")
            .Asks(QueryParameters.OfStories)
            .Gives(200, "A page of stories.", Examples.First(Examples.Story, "/api/stories"))
            .Refuses(400, "A filter's value cannot be used; parameter names it.");
        api.MapMethods("/stories/{id:long}", ApiRoutes.Reading, StoryAsync).AsksForAdmins()
            .Says(
                "getStory",
                "A story with its items, the lead first",
                "Of a hidden one, only admins see more than that it is hidden. One that drop rules hold back only admins see.")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample)
            .Gives(200, "The story.", Examples.Story)
            .GivesNothing(308, "The story was joined with another; Location is that one's address.").Refuses(
                404,
                "There is no story with this id, or drop rules hold it back.")
            .Refuses(410, "The story was erased.");
    }

    private static async Task<ApiStats> StatsAsync(IDbContextFactory<FeedHubDb> databases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counters = await db.Counters.ToDictionaryAsync(c => c.Name, c => c.Value, cancellation);
        long Count(string name) => counters.GetValueOrDefault(name);
        long[] polls = [Count(Counters.PollsOf(PollOutcome.Changed)), Count(Counters
            .PollsOf(PollOutcome.Unchanged)), Count(Counters.PollsOf(PollOutcome.Failed))];
        var hidden = await db.Stories.LongCountAsync(s => s.HiddenAt != null, cancellation);
        return new(
            Build.Version,
            Build.Commit,
            await db.Sources.CountAsync(cancellation),
            await db.Items.LongCountAsync(cancellation),
            await db.Stories.LongCountAsync(cancellation) - hidden
                - await db.Stories.LongCountAsync(s => s.IsDropped && s.HiddenAt == null, cancellation),
            await db.Items.LongCountAsync(i => i.Dropped != null, cancellation),
            hidden,
            new(polls.Sum(), polls[0], polls[1], polls[2]),
            new(Count(Counters.BytesReceived), Count(Counters.BytesSaved)));
    }

    private static async Task<ApiList<ApiSource>> SourcesAsync(
        HttpContext context,
        SourceCatalogue catalogue,
        SourceWords words,
        ReadSessions database,
        CancellationToken cancellation)
    {
        var (whole, pages) = (SeesWhole(context), ApiPages.All(database));
        return new(
        [
            .. (await catalogue.AllAsync(cancellation))
                .Select(source => ApiSource.Of(source, words, whole) with { Pages = pages.GetValueOrDefault(source.Id) }),
        ], null);
    }

    private static async Task<IResult> SourceAsync(
        string id,
        HttpContext context,
        SourceCatalogue catalogue,
        SourceWords words,
        ReadSessions database,
        CancellationToken cancellation) =>
        await catalogue.FindAsync(id, cancellation) is { } source
            ? TypedResults.Ok(ApiSource.Of(source, words, SeesWhole(context)) with { Pages = ApiPages.Of(database, source.Id) })
            : Problems.NotFound("There is no source with this id; /api/sources lists them.");

    // No cache may give to others what an admin gets.
    private static bool SeesWhole(HttpContext context)
    {
        if (!context.User.HasProvedToBeAdmin())
            return false;
        context.Response.Headers.CacheControl = "private, no-store";
        return true;
    }

    // What is hidden is so from readers; no cache may give it to them.
    private static bool SeesHidden(HttpContext context)
    {
        if (!Roles.IsRole(context.User.RoleOf()))
            return false;
        context.Response.Headers.CacheControl = "private, no-store";
        return true;
    }

    private static async Task<IResult> ItemsAsync(
        HttpContext context, ItemQueries items, FilterRequest filters, EntryTexts texts, PublicAddress address)
    {
        var (query, error) = await items.ReadAsync(context.Request.Query, filters, context);
        if (query is null)
            return FilterRequest.Problem(error!);
        var page = await items.PageAsync(query with { Hidden = SeesHidden(context) }, context.RequestAborted);
        var next = page.Next is { } cursor ? $"{address.Of(context.Request)}/api/items{query.QueryBefore(cursor)}" : null;
        return TypedResults.Ok(new ApiList<ApiItem>([.. page.Items.Select(i => ApiItem.Of(i, texts))], next));
    }

    private static async Task<IResult> StoriesAsync(
        HttpContext context, StoryQueries stories, FilterRequest filters, EntryTexts texts, PublicAddress address)
    {
        var (filter, error) = await filters.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
            return FilterRequest.Problem(error!);
        var page = await stories.PageAsync(filter, context.RequestAborted);
        var next = page.Next is { } cursor ? $"{address.Of(context.Request)}/api/stories{filter.QueryBefore(cursor)}" : null;
        return TypedResults.Ok(new ApiList<ApiStory>([.. page.Stories.Select(s => ApiStory.Of(s, texts))], next));
    }

    private static async Task<IResult> StoryAsync(
        long id,
        HttpContext context,
        StoryQueries stories,
        EntryTexts texts,
        CancellationToken cancellation)
    {
        if (await stories.FindAsync(id, cancellation) is { } story)
            return TypedResults.Ok(story.HiddenAt is null || SeesHidden(context) ? ApiStory.Of(story, texts) : ApiStory.Withheld(story));
        if (await stories.IsErasedAsync(id, cancellation))
            return Problems.Gone("The story was erased.");
        if (await stories.DroppedByAsync(id, cancellation) is { Count: > 0 } rules)
            return SeesHidden(context) && await stories.FindAnyAsync(id, cancellation) is { } dropped
                ? TypedResults.Ok(ApiStory.Of(dropped, texts))
                : Problems.NotFound($"Drop rules hold back all that this story has ({string.Join("; ", rules)}); "
                    + "it comes back if they go.");
        return await stories.JoinedIntoAsync(id, cancellation) is { } into
            ? TypedResults.LocalRedirect($"~/api/stories/{into}", permanent: true, preserveMethod: true)
            : Problems.NotFound("There is no story with this id.");
    }
}
