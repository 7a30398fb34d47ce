using System.Text.Json;
using FeedHub.Categories;
using FeedHub.Dashboard.Access;
using FeedHub.Publishing;

namespace FeedHub.Api;

/// <summary>The API's calls for admins that set a story's categories.</summary>
internal static class CorrectionEndpoints
{
    /// <summary>Maps setting a story's categories and taking that back, behind the admin policy.</summary>
    public static void MapCorrectionApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/stories/{id:long}/categories").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("", CorrectAsync);
        api.MapDelete("", WithdrawAsync);
    }

    private static async Task<IResult> CorrectAsync(
        long id, JsonElement body, Corrections corrections, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        Slugs(body) is { } slugs
            ? await AnswerAsync(await corrections.CorrectAsync(id, slugs, cancellation), id, stories, texts, cancellation)
            : Problems.BadRequest("The body must be such as { \"categories\": [ \"politics\", \"conflict\" ] }, the primary one first; an empty list means none.");

    private static async Task<IResult> WithdrawAsync(long id, Corrections corrections, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        await AnswerAsync(await corrections.WithdrawAsync(id, cancellation), id, stories, texts, cancellation);

    private static async Task<IResult> AnswerAsync(CorrectionResult result, long id, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        result.Outcome switch
        {
            CorrectionOutcome.Invalid => Problems.BadRequest(result.Error!),
            CorrectionOutcome.Done when await stories.FindAsync(id, cancellation) is { } story => TypedResults.Ok(ApiStory.Of(story, texts)),
            _ => Problems.NotFound(result.Error ?? "There is no story with this id."),
        };

    private static List<string>? Slugs(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("categories", out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(slug => slug.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(slug => slug.GetString()!)]
            : null;
}
