using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Api;

/// <summary>The API's calls by which admins correct matching, and take their corrections away as labelled pairs.</summary>
internal static class StoryEndpoints
{
    /// <summary>What a story's id is.</summary>
    public const string IdWords = "The story's id, as /api/stories lists it.";

    private const string SplitExample = """{ "item": 12 }""";
    private const string JoinExample = """{ "story": 12 }""";
    private const string By = "admin, API";

    /// <summary>One of them.</summary>
    public static JsonNode IdExample => JsonValue.Create(4711L);

    /// <summary>Maps splitting, joining and the export of labels, behind the admin policy.</summary>
    public static void MapStoryApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(AdminAuthentication.Name);
        api.MapPost("/stories/{id:long}/split", SplitAsync)
            .Says("splitStory", "Splits an item off into a story of its own", "The decision holds against later polls.")
            .Names("id", IdWords, IdExample)
            .Expects<SplitRequest>("""{ "item": 9002 }""")
            .Gives(
                200,
                "The story that has the item now.",
                Examples.Story)
            .Refuses(400, "The body names no item.")
            .Refuses(404, "There is no such story, or no such item in it.")
            .Refuses(
                409,
                "It is the story's only item.");
        api.MapPost("/stories/{id:long}/join", JoinAsync)
            .Says("joinStories", "Joins another story into this one",
                "The decision holds against later polls. Where one of them is hidden, both are from then on: `note` says so.")
            .Names("id", IdWords, IdExample)
            .Expects<JoinRequest>("""{ "story": 4712 }""")
            .Gives(
                200,
                "The story with the items of both.",
                Examples.Story)
            .Refuses(400, "The body names no story.")
            .Refuses(404, "There is no such story.")
            .Refuses(409, "Both are the same story.");
        api.MapMethods("/labels", ApiRoutes.Reading, LabelsAsync)
            .Says("exportLabels", "Every pair of items that a person judged, as JSON Lines, oldest first")
            .GivesText(200, "One JSON object a line: label (dup or diff), a, b, by, at.", "application/jsonl");
    }

    private static async Task<IResult> SplitAsync(
        long id, JsonElement body, StoryDecisions decisions, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        JsonBody.Problem(body, "item", SplitExample) is { } problem ? Problems.BadRequest(problem)
        : JsonBody.Number(body, "item") is { } item
            ? await AnswerAsync(await decisions.SplitAsync(id, item, By, cancellation), stories, texts, cancellation)
            : Problems.BadRequest(
            $"item: must be the key of the item to split off, a whole number; write {SplitExample}. /api/stories/{{id}} lists the keys.");

    private static async Task<IResult> JoinAsync(
        long id, JsonElement body, StoryDecisions decisions, StoryQueries stories, EntryTexts texts, CancellationToken cancellation) =>
        JsonBody.Problem(body, "story", JoinExample) is { } problem ? Problems.BadRequest(problem)
        : JsonBody.Number(body, "story") is { } other
            ? await AnswerAsync(await decisions.JoinAsync(id, other, By, cancellation), stories, texts, cancellation)
            : Problems.BadRequest($"story: must be the other story's id, a whole number; write {JoinExample}.");

    private static async Task<IResult> AnswerAsync(
        DecisionResult result,
        StoryQueries stories,
        EntryTexts texts,
        CancellationToken cancellation) => result switch
        {
            { StoryId: { } story } => await stories.FindAnyAsync(story, cancellation) is { } found
                ? TypedResults.Ok(ApiStory.Of(found, texts) with { Note = result.HidesOther ? HidesOther(story) : null })
                : Problems.NotFound("The story was purged meanwhile."),
            { IsMissing: true } => Problems.NotFound($"Nothing was done: {result.Error}."),
            _ => Problems.Conflict($"Nothing was done: {result.Error}."),
        };

    private static string HidesOther(long story) =>
        $"One of the two was hidden: readers see neither of them now. DELETE /api/stories/{story}/hidden shows both.";

    /// <summary>Every labelled pair as JSON Lines, oldest first.</summary>
    public static IResult LabelsAsync(IDbContextFactory<FeedHubDb> databases) => TypedResults.Stream(
        async stream =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await foreach (var label in db.Labels.AsNoTracking().OrderBy(l => l.Id).AsAsyncEnumerable())
                await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(LabelLine.Of(label), LabelLine.Options) + "\n"));
        },
        "application/jsonl; charset=utf-8",
        "feedhub-labels.jsonl");

    private sealed record LabelLine(string Label, LabelledItem A, LabelledItem B, string By, string At)
    {
        public static readonly JsonSerializerOptions Options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public static LabelLine Of(Label label) => new(
            label.IsSame ? "dup" : "diff", label.First, label.Second, label.By, label.At.UtcDateTime
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
