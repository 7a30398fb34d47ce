using System.Text.Json;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Ingesting;
using FeedHub.Publishing;
using FeedHub.Serving;

namespace FeedHub.Api;

/// <summary>The API's calls for admins that hide a story, show it again, or erase it.</summary>
internal static class UnwantedStoryEndpoints
{
    private const string Example = """{ "reason": "the publisher withdrew it" }""";

    /// <summary>Maps them behind the admin policy.</summary>
    public static void MapUnwantedStoryApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/stories/{id:long}").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("/hidden", HideAsync)
            .Says("hideStory", "Hides a story from readers", "Its later copies are hidden with it. Asked again, it has another reason.")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample).Expects<HiddenRequest>(Example)
            .Gives(200, "The story as it is now.", Examples.Story).Refuses(400, "The reason is empty, no text, or too long.")
            .Refuses(404, "There is no story with this id.").Refuses(410, "It was erased.");
        api.MapDelete("/hidden", ShowAsync).Says("showStory", "Shows a hidden story again, at the place that it had")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample)
            .Gives(200, "The story as it is now.", Examples.Story).Refuses(404, "There is no such story, or it is not hidden.")
            .Refuses(410, "It was erased.");
        api.MapDelete("", EraseAsync)
            .Says("eraseStory", "Erases a story for good", "Its items never come in again. The audit log says who did it and when.")
            .Names("id", StoryEndpoints.IdWords, StoryEndpoints.IdExample)
            .GivesNothing(204, "It is erased.").Refuses(404, "There is no story with this id.").Refuses(410, "It was erased before.");
    }

    private static async Task<IResult> HideAsync(
        long id, JsonElement body, StoryHiding hiding, StoryQueries stories, EntryTexts texts, CancellationToken cancellation)
    {
        if (JsonBody.Problem(body, "reason", Example) is { } problem)
            return Problems.BadRequest(problem);
        if (JsonBody.Text(body, "reason") is not { } reason)
            return Problems.BadRequest($"reason: must be a text; write {Example}.");
        if (string.IsNullOrWhiteSpace(reason))
            return Problems.BadRequest($"reason: is empty; say in a few words why the story is hidden: {Example}.");
        return reason.Trim().Length > StoryHiding.MaxReason
            ? Problems.BadRequest($"reason: has more than {StoryHiding.MaxReason} characters.")
            : await AnswerAsync(await hiding.HideAsync(id, reason, cancellation), id, stories, texts, cancellation);
    }

    private static async Task<IResult> ShowAsync(
        long id, StoryHiding hiding, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        await AnswerAsync(await hiding.ShowAsync(id, cancellation), id, stories, texts, cancellation);

    private static async Task<IResult> EraseAsync(long id, StoryErasing erasing, StoryQueries stories, CancellationToken cancellation)
    {
        var result = await erasing.EraseAsync(id, cancellation);
        return result.Error is null ? TypedResults.NoContent() : await MissingAsync(result.Error.English, id, stories, cancellation);
    }

    // A story that drop rules hold back is hidden and shown as any other.
    private static async Task<IResult> AnswerAsync(
        DecisionResult result, long id, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        result.Error is null && await stories.FindAnyAsync(id, cancellation) is { } story
            ? TypedResults.Ok(ApiStory.Of(story, texts))
            : await MissingAsync(result.Error?.English ?? "the story is gone", id, stories, cancellation);

    private static async Task<IResult> MissingAsync(string why, long id, StoryQueries stories, CancellationToken cancellation) =>
        await stories.IsErasedAsync(id, cancellation)
            ? Problems.Gone("The story was erased before.")
            : Problems.NotFound($"Nothing was done: {why}.");
}
