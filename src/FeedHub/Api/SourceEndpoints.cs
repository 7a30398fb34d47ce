using System.Text.Json;
using System.Text.Json.Nodes;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Discovering;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Writing;
using Microsoft.OpenApi;

namespace FeedHub.Api;

/// <summary>The API's calls for admins.</summary>
internal static class SourceEndpoints
{
    /// <summary>What a source's id is.</summary>
    public const string IdWords = "The source's id, as /api/sources lists it.";

    private const string FullName = "full";
    private const string NoSource = "There is no source with this id.";
    private const string DiscoverExample = """{ "url": "https://www.antaranews.com/" }""";
    private const string Added = """
        {
          "url": "https://www.antaranews.com/rss/terkini.xml", "title": "ANTARA", "language": "id",
          "timeZone": "Asia/Jakarta", "interval": "00:15:00"
        }
        """;

    /// <summary>One of them.</summary>
    public static JsonNode IdExample => JsonValue.Create("antara");

    /// <summary>Maps adding, changing, deleting and polling sources, behind the admin policy.</summary>
    public static void MapSourceApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sources").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("", AddAsync).Says(
            "addSource",
            "Adds a source",
            "The first poll begins at once. A site's address is taken where a single feed is found for it; without a scheme, as feed:, as "
                + "@user@host or as r/name it is understood too.")
            .Expects<SourceChange>(Added).Gives(201, "The source, before its first poll.", Examples.Source)
            .Refuses(400, "The body or a value in it cannot be used.").Refuses(409, "Another source has this address.")
            .Refuses(422, "The address is a page's that names several feeds, or one that cannot be read.");
        api.MapPost("/discover", DiscoverAsync).ChangesNothing().Says(
            "discoverFeeds",
            "What can be polled at an address: feeds, news sitemaps or the page itself",
            "Each with how it was found and its newest items; the first step that finds something ends the search. With selectors, as a "
                + "source of kind page has them, what these would take of the page.")
            .Expects<DiscoverRequest>(DiscoverExample).Gives(200, "What was found.", Examples.Findings)
            .Refuses(400, "The body or the address cannot be used.").Refuses(422, "Nothing was found there, and why.");
        MapOne(api);
    }

    private static void MapOne(RouteGroupBuilder api)
    {
        api.MapPatch("/{id}", EditAsync)
            .Says("editSource", "Changes what the body names", "A changed address is polled at once, and so is a source that is resumed.")
            .Names("id", IdWords, IdExample)
            .Expects<SourceChange>("""{ "title": "ANTARA News", "interval": null, "enabled": true }""")
            .Gives(
                200,
                "The source as it is now.",
                Examples.Source)
            .Refuses(400, "The body or a value in it cannot be used.")
            .Refuses(404, NoSource)
            .Refuses(
                409,
                "Another source has this address.");
        api.MapDelete("/{id}", DeleteAsync)
            .Says("deleteSource", "Deletes a source with its items; stories that other sources have too stay")
            .Names("id", IdWords, IdExample)
            .GivesNothing(204, "It is deleted.")
            .Refuses(404, NoSource);
        api.MapPost("/{id}/poll", PollAsync).Says("pollSource", "Polls a source now, due or not")
            .Names("id", IdWords, IdExample)
            .Asks(new OpenApiParameter
            {
                Name = FullName,
                In = ParameterLocation.Query,
                Description = "true: in full, without the validators of the last answer, so that its server cannot say that nothing was "
                    + "modified.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            })
            .Gives(202, "The poll is queued; the source is as it was before.", Examples.Source)
            .Refuses(400, "`full` is neither true nor false.").Refuses(404, NoSource);
    }

    private static async Task<IResult> AddAsync(
        JsonElement body,
        HttpRequest request,
        SourceAdding adding,
        SourceWords words,
        CancellationToken cancellation)
    {
        var (edit, error) = SourceEditReader.Read(body);
        if (edit is null)
            return Problems.BadRequest(error!);
        var result = await adding.AddAsync(edit, cancellation);
        return result.Outcome == EditOutcome.Done
            ? TypedResults.Created(
                request.AddressOf($"/api/sources/{result.Source!.Slug}"),
                ApiSource.Of(result.Source, words, whole: true))
            : Refused(result);
    }

    private static async Task<IResult> DiscoverAsync(JsonElement body, FeedFinder finder, CancellationToken cancellation)
    {
        if (JsonBody.Problem(body, ["url"], DiscoverExample, SourceProperties.Selectors.Name) is { } wrong)
            return Problems.BadRequest(wrong);
        if (JsonBody.Text(body, "url") is not { Length: > 0 } url)
            return Problems.BadRequest($"url: must be the http or https address of a site or feed; write {DiscoverExample}.");
        if (SourceUrl.Problem(TypedAddress.Of(url)) is { } problem)
            return Problems.BadRequest($"url: {problem}");
        if (SourceEditReader.Read(body) is (null, { } misspelt))
            return Problems.BadRequest(misspelt);
        var findings = await finder.FindAsync(url, cancellation);
        if (SourceEditReader.Read(body).Edit?.Declared.Selectors is { } selectors && findings.Steps.Count > 0)
            findings = await finder.ByAsync(findings, selectors, cancellation);
        return findings.Error is { } error
            ? Problems.Unprocessable($"url: nothing was found at {ShownAddress.Of(findings.Url)}: {error}{Tried(findings)}")
            : TypedResults.Ok(ApiFindings.Of(findings));
    }

    private static string Tried(Findings findings) =>
        findings.Steps.Count == 0 ? "" : $" (tried: {string.Join("; ", findings.Steps.Select(step => step.Words))})";

    private static async Task<IResult> EditAsync(
        string id,
        JsonElement body,
        SourceEditing editing,
        SourceWords words,
        ReadSessions database,
        CancellationToken cancellation)
    {
        var (edit, error) = SourceEditReader.Read(body);
        return edit is null ? Problems.BadRequest(error!) : Answer(await editing.EditAsync(id, edit, cancellation), words, database);
    }

    private static async Task<IResult> DeleteAsync(string id, SourceCatalogue catalogue, CancellationToken cancellation)
    {
        var result = await catalogue.DeleteAsync(id, cancellation);
        return result.Outcome == EditOutcome.Done ? TypedResults.NoContent() : Refused(result);
    }

    private static async Task<IResult> PollAsync(
        string id,
        HttpRequest request,
        SourceCatalogue catalogue,
        SourceWords words,
        ReadSessions database,
        CancellationToken cancellation)
    {
        var full = request.Query[FullName];
        if (full is not ([] or ["true" or "false"]))
            return Problems.BadRequest($"{FullName}: '{full}' is neither true nor false; true asks without validators");
        var result = await catalogue.RefreshAsync(id, full == "true", cancellation);
        return result.Outcome == EditOutcome.Done
            ? TypedResults.Accepted(request.AddressOf($"/api/sources/{id}"), Whole(result.Source!, words, database))
            : Refused(result);
    }

    private static IResult Answer(EditResult result, SourceWords words, ReadSessions database) =>
        result.Outcome == EditOutcome.Done ? TypedResults.Ok(Whole(result.Source!, words, database)) : Refused(result);

    private static ApiSource Whole(Source source, SourceWords words, ReadSessions database) =>
        ApiSource.Of(source, words, whole: true) with { Pages = ApiPages.Of(database, source.Id) };

    private static IResult Refused(EditResult result) => result.Outcome switch
    {
        EditOutcome.NotFound => Problems.NotFound(result.Error!),
        EditOutcome.Duplicate => Problems.Conflict(result.Error!),
        EditOutcome.Page => Problems.Unprocessable(result.Error!),
        _ => Problems.BadRequest(result.Error!),
    };
}
