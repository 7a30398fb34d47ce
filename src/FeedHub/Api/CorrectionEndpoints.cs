using System.Text.Json;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Categories;
using FeedHub.Publishing;
using FeedHub.Serving;

namespace FeedHub.Api;

/// <summary>The API's calls for admins that set a story's categories.</summary>
internal static class CorrectionEndpoints
{
    private const string Example = """{ "categories": ["politics", "conflict"] }""";

    /// <summary>Maps setting a story's categories and taking that back, behind the admin policy.</summary>
    public static void MapCorrectionApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/stories/{id:long}/categories").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("", CorrectAsync).Says(
            "setCategories",
            "Sets a story's categories",
            "A person's word stands over everything that FeedHub finds, and the next training learns from it.")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample).Expects<CategoriesRequest>(Example)
            .Gives(200, "The story as it is now.", Examples.Story).Refuses(400, "The body names no categories, or an unknown one.")
                .Refuses(404, "There is no story with this id.");
        api.MapDelete("", WithdrawAsync).Says("withdrawCategories", "Leaves a story's categories to FeedHub again")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample)
            .Gives(200, "The story as it is now.", Examples.Story).Refuses(404, "There is no such story, or nobody set its categories.");
    }

    private static async Task<IResult> CorrectAsync(
        long id, JsonElement body, Corrections corrections, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        JsonBody.Problem(body, "categories", Example) is { } problem ? Problems.BadRequest(problem)
        : Slugs(body.GetProperty("categories")) is { } slugs
            ? await AnswerAsync(await corrections.CorrectAsync(id, slugs, cancellation), id, stories, texts, cancellation)
            : Problems.BadRequest(
                $"categories: must be a list of slugs, the primary one first; an empty list means none. Write {Example}.");

    private static async Task<IResult> WithdrawAsync(
        long id,
        Corrections corrections,
        StoryQueries stories,
        EntryTexts texts,
        CancellationToken cancellation) =>
        await AnswerAsync(await corrections.WithdrawAsync(id, cancellation), id, stories, texts, cancellation);

    private static async Task<IResult> AnswerAsync(
        CorrectionResult result,
        long id,
        StoryQueries stories,
        EntryTexts texts,
        CancellationToken cancellation) =>
        result.Outcome switch
        {
            CorrectionOutcome.Invalid => Problems.BadRequest(result.Error!),
            CorrectionOutcome.Done when await stories.FindAsync(id, cancellation) is { } story => TypedResults.Ok(
                ApiStory.Of(story, texts)),
            _ => Problems.NotFound(result.Error ?? "There is no story with this id."),
        };

    private static List<string>? Slugs(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(slug => slug.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(slug => slug.GetString()!)]
            : null;
}
