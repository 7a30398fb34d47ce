using System.Text.Json;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Categories;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.Exporting;

namespace FeedHub.Api;

/// <summary>The API's calls for admins that read and replace the rules of categories and the drop rules.</summary>
internal static class RuleEndpoints
{
    private const string Example =
        """{ "categories": [ { "slug": "korea", "any": ["Pyongyang"] } ], "drop": [ { "any": ["advertorial"], "in": ["title"] } ] }""";

    /// <summary>Maps them behind the admin policy.</summary>
    public static void MapRuleApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/rules").RequireAuthorization(AdminAuthentication.Name);
        api.MapMethods("", ApiRoutes.Reading, Show).Says("getRules", "The rules of categories and the drop rules, as in feeds.json")
            .Gives(200, "The rules in force.", Examples.Rules);
        api.MapPut("", ReplaceAsync)
            .Says(
                "putRules",
                "Replaces the rules",
                "A list that is left out stays as it is. They hold until that part of feeds.json changes.")
            .Expects<RulesRequest>(Example)
            .Gives(200, "The rules in force.", Examples.Rules).Refuses(400, "A rule cannot be used: detail names each, as drop[2].");
    }

    private static IResult Show(Taggers taggers) =>
        TypedResults.Content(FeedsFileWriter.WriteRules(taggers.Rules, taggers.Drops.Rules), "application/json; charset=utf-8");

    private static async Task<IResult> ReplaceAsync(
        JsonElement body, RuleEdits edits, DeclaredParts parts, Taggers taggers, CancellationToken cancellation)
    {
        if (Problem(body) is { } problem)
            return Problems.BadRequest(problem);
        var (categories, drop) = (List(body, "categories"), List(body, "drop"));
        var edit = await edits.ReadAsync(categories ?? [], drop ?? [], cancellation);
        if (edit.File is not { } file)
            return Problems.BadRequest(string.Join("; ", edit.Errors.Select(error => $"{error.Place}: {error.Message}")));
        await parts.ChangeRulesAsync(categories is null ? null : file.Categories, drop is null ? null : file.Drop, cancellation);
        return Show(taggers);
    }

    private static string? Problem(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return $"The body must be a JSON object: write {Example}.";
        foreach (var property in body.EnumerateObject())
        {
            if (property.Name is not ("categories" or "drop"))
                return $"{property.Name}: there is no such property; write {Example}.";
            if (property.Value.ValueKind != JsonValueKind.Array)
                return $"{property.Name}: must be a list of rules; write {Example}.";
        }

        return null;
    }

    private static List<JsonElement>? List(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : null;
}
