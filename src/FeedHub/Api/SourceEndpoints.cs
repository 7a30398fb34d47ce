using System.Text.Json;
using FeedHub.Dashboard.Access;
using FeedHub.Discovering;
using FeedHub.Sources;

namespace FeedHub.Api;

/// <summary>The API's calls for admins.</summary>
internal static class SourceEndpoints
{
    /// <summary>Maps adding, changing, deleting and polling sources, behind the admin policy.</summary>
    public static void MapSourceApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sources").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("", AddAsync);
        api.MapPost("/discover", DiscoverAsync).ChangesNothing();
        api.MapPatch("/{id}", EditAsync);
        api.MapDelete("/{id}", DeleteAsync);
        api.MapPost("/{id}/poll", PollAsync);
    }

    private static async Task<IResult> AddAsync(JsonElement body, SourceCatalogue catalogue, SourceWords words, CancellationToken cancellation)
    {
        var (edit, error) = SourceEditReader.Read(body);
        if (edit is null)
            return Problems.BadRequest(error!);
        var result = await catalogue.AddAsync(edit, cancellation);
        return result.Outcome == EditOutcome.Done
            ? TypedResults.Created($"/api/sources/{result.Source!.Slug}", ApiSource.Of(result.Source, words))
            : Refused(result);
    }

    private static async Task<IResult> DiscoverAsync(JsonElement body, FeedFinder finder, CancellationToken cancellation)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("url", out var given) || given.GetString() is not { Length: > 0 } url)
            return Problems.BadRequest("url: missing; write the http or https address of a site or feed");
        if (SourceUrl.Problem(url) is { } problem)
            return Problems.BadRequest($"url: {problem}");
        var findings = await finder.FindAsync(url, cancellation);
        return findings.Error is { } error ? Problems.Unprocessable($"url: nothing was found at {url}: {error}") : TypedResults.Ok(ApiFindings.Of(findings));
    }

    private static async Task<IResult> EditAsync(string id, JsonElement body, SourceCatalogue catalogue, SourceWords words, CancellationToken cancellation)
    {
        var (edit, error) = SourceEditReader.Read(body);
        return edit is null ? Problems.BadRequest(error!) : Answer(await catalogue.EditAsync(id, edit, cancellation), words);
    }

    private static async Task<IResult> DeleteAsync(string id, SourceCatalogue catalogue, CancellationToken cancellation)
    {
        var result = await catalogue.DeleteAsync(id, cancellation);
        return result.Outcome == EditOutcome.Done ? TypedResults.NoContent() : Refused(result);
    }

    private static async Task<IResult> PollAsync(string id, SourceCatalogue catalogue, SourceWords words, CancellationToken cancellation)
    {
        var result = await catalogue.RefreshAsync(id, cancellation);
        return result.Outcome == EditOutcome.Done ? TypedResults.Accepted($"/api/sources/{id}", ApiSource.Of(result.Source!, words)) : Refused(result);
    }

    private static IResult Answer(EditResult result, SourceWords words) =>
        result.Outcome == EditOutcome.Done ? TypedResults.Ok(ApiSource.Of(result.Source!, words)) : Refused(result);

    private static IResult Refused(EditResult result) => result.Outcome switch
    {
        EditOutcome.NotFound => Problems.NotFound(result.Error!),
        EditOutcome.Duplicate => Problems.Conflict(result.Error!),
        EditOutcome.Page => Problems.Unprocessable(result.Error!),
        _ => Problems.BadRequest(result.Error!),
    };
}
