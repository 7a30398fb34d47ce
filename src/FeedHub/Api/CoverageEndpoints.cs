using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Coverage;
using FeedHub.Ingesting;
using FeedHub.Publishing;
using FeedHub.Serving;

namespace FeedHub.Api;

/// <summary>The API's calls about events: for everybody to read, for admins to correct.</summary>
internal static class CoverageEndpoints
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const string IdWords = "The event's id, as coverage of a story has it.";
    private const string StoryExample = """{ "story": 4712 }""";

    private static JsonNode IdExample => JsonValue.Create(12L);

    /// <summary>Maps the calls.</summary>
    public static void MapCoverageApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapMethods("/coverage", ApiRoutes.Reading, ListAsync)
            .Says("listCoverage", "Events that several sources report, those of most sources first").Asks(QueryParameters.OfCoverage)
            .Gives(200, "A page of events.", Examples.First(Examples.Event, "/api/coverage"))
            .Refuses(400, "limit or before cannot be used; parameter names it.");
        api.MapMethods("/coverage/{id:long}", ApiRoutes.Reading, OneAsync)
            .Says("getCoverage", "An event with its stories, and why they are together").Names("id", IdWords, IdExample)
            .Gives(200, "The event.", Examples.EventWhole)
            .GivesNothing(308, "The event was joined with another; Location is that one's address.")
            .Refuses(404, "There is no event with this id, or readers see none of its stories.");
        var admin = app.MapGroup("/api").RequireAuthorization(AdminAuthentication.Name);
        Describe(admin.MapPost("/coverage/{id:long}/split", SplitAsync)
            .Says("splitCoverage", "Takes a story out of its event", "It is grouped with nothing from then on, until it is joined."));
        Describe(admin.MapPost("/coverage/{id:long}/join", JoinAsync)
            .Says("joinCoverage", "Puts a story into an event", "It leaves the one that it was in, and stays against later polls."));
    }

    private static void Describe(RouteHandlerBuilder call) => call.Names("id", IdWords, IdExample).Expects<JoinRequest>(StoryExample)
        .Gives(200, "The event as it is now.", Examples.EventWhole)
        .Refuses(400, "The body names no story.")
        .Refuses(404, "There is no such event or story, or the event has no story left.")
        .Refuses(409, "The two do not fit: another language, more than 48 hours apart, or more than 40 stories.");

    private static async Task<IResult> ListAsync(
        HttpContext context, CoverageQueries queries, PublicAddress address, string? limit = null, string? before = null)
    {
        if (Limit(limit) is not { } most)
            return FilterRequest.Problem(new("limit", $"write one number from 1 to {MaxLimit}"));
        var place = Place(before);
        if (before is not null && place is null)
            return FilterRequest.Problem(new("before", "this is not a cursor; take the address of the next page from the list"));
        var found = await queries.ListAsync(place, most + 1);
        var events = new List<CoveredEvent>();
        foreach (var one in found.Take(most))
        {
            if (await queries.FindAsync(one.Id) is { } covered)
                events.Add(covered);
        }

        var baseUrl = address.Of(context.Request);
        return TypedResults.Ok(new ApiList<ApiEvent>([.. events.Select(covered => ApiEvent.Of(covered, baseUrl))], found.Count <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{baseUrl}/api/coverage?limit={most}&before={found[most - 1].Sources}-{found[most - 1].Id}")));
    }

    private static async Task<IResult> OneAsync(
        long id, HttpContext context, CoverageQueries queries, EntryTexts texts, PublicAddress address)
    {
        if (await queries.FindAsync(id) is { } covered)
            return TypedResults.Ok(ApiEventWhole.Of(covered, queries.WhyTogether(covered), texts, address.Of(context.Request)));
        return await queries.IntoAsync(id) is { } into
            ? TypedResults.LocalRedirect($"~/api/coverage/{into}", permanent: true, preserveMethod: true)
            : Problems.NotFound("There is no event with this id, or readers see none of its stories.");
    }

    private static Task<IResult> SplitAsync(
        long id, JsonElement body, EventDecisions decisions, HttpContext context, CoverageQueries queries, EntryTexts texts,
        PublicAddress address) =>
        DecideAsync(body, story => decisions.SplitAsync(id, story, context.RequestAborted), id, context, queries, texts, address);

    private static Task<IResult> JoinAsync(
        long id, JsonElement body, EventDecisions decisions, HttpContext context, CoverageQueries queries, EntryTexts texts,
        PublicAddress address) =>
        DecideAsync(body, story => decisions.JoinAsync(id, story, context.RequestAborted), id, context, queries, texts, address);

    private static async Task<IResult> DecideAsync(
        JsonElement body, Func<long, Task<DecisionResult>> decide, long id, HttpContext context, CoverageQueries queries, EntryTexts texts,
        PublicAddress address)
    {
        if (JsonBody.Problem(body, "story", StoryExample) is { } problem)
            return Problems.BadRequest(problem);
        if (JsonBody.Number(body, "story") is not { } story)
            return Problems.BadRequest($"story: must be the story's id, a whole number; write {StoryExample}.");
        var result = await decide(story);
        return result.Error is null ? await OneAsync(id, context, queries, texts, address)
            : result.IsMissing ? Problems.NotFound($"Nothing was done: {result.Error}.")
            : Problems.Conflict($"Nothing was done: {result.Error}.");
    }

    private static int? Limit(string? text) => text is null ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit
        : null;

    private static (int Sources, long Id)? Place(string? text) => text?.Split('-') is [var sources, var id]
        && int.TryParse(sources, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (many, number) : null;
}
