using System.Text.Json;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Model.Access;
using FeedHub.Serving;

namespace FeedHub.Api;

/// <summary>A key, without the key itself.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Name">What it is for.</param>
/// <param name="For">Whom it lets in: <c>reader</c>, <c>read-only</c> or <c>admin</c>.</param>
/// <param name="Begins">Its first characters, to recognise it by.</param>
/// <param name="Made">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="Used">When it was used last, to the minute, or null.</param>
public sealed record ApiKeyLine(
    long Id, string Name, string For, string Begins, DateTimeOffset Made, string MadeBy, DateTimeOffset? Used)
{
    /// <summary>The key as the API shows it.</summary>
    public static ApiKeyLine Of(ApiKey key) => new(key.Id, key.Name, key.Role, key.Begins, key.MadeAt, key.MadeBy, key.UsedAt);
}

/// <summary>A key that has just been made.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Key">The key itself, shown this once.</param>
public sealed record ApiNewKey(long Id, string Key);

/// <summary>The body that makes a key.</summary>
/// <param name="Name">What it is for, in 1 to 60 characters; no two have the same.</param>
/// <param name="For">Whom it lets in: <c>reader</c>, <c>read-only</c> or <c>admin</c>.</param>
public sealed record KeyRequest(string Name, string For);

/// <summary>The API's calls for keys of readers and programs; for admins only.</summary>
internal static class KeyEndpoints
{
    private const string Example = """{ "name": "Reader at home", "for": "reader" }""";

    /// <summary>Maps <c>/api/keys</c>.</summary>
    public static void MapKeyApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/keys").RequireAuthorization(AdminAuthentication.Name);
        api.MapMethods("", ApiRoutes.Reading, (ApiKeys keys) => new ApiList<ApiKeyLine>([.. keys.All.Select(ApiKeyLine.Of)], null))
            .Says("listKeys", "Keys of readers and programs, by name", "Never the keys themselves.")
            .Gives(200, "All of them, on one page.", Examples.Only(Examples.Key));
        api.MapPost("", MakeAsync)
            .Says("makeKey", "Makes a key", "The answer is the only place where it is ever shown.")
            .Expects<KeyRequest>(Example)
            .Gives(201, "The key.", new ApiNewKey(7, "fh_…"))
            .Refuses(400, "Name or purpose cannot be used.")
            .Refuses(409, "There is a key of this name already.");
        api.MapDelete("/{id:long}", RevokeAsync)
            .Says("revokeKey", "Revokes a key", "It opens nothing from now on, and hub subscriptions that were made with it end.")
            .Names("id", "The key's id, as /api/keys lists it.", System.Text.Json.Nodes.JsonValue.Create(7L))
            .GivesNothing(204, "It is revoked.")
            .Refuses(404, "There is no key with this id.");
    }

    private static async Task<IResult> MakeAsync(JsonElement body, HttpContext context, ApiKeys keys)
    {
        if (JsonBody.Problem(body, ["name", "for"], Example) is { } problem)
            return Problems.BadRequest(problem);
        if (JsonBody.Text(body, "name") is not { } name)
            return Problems.BadRequest($"name: must be a text; write {Example}.");
        if (JsonBody.Text(body, "for") is not { } role || !Roles.IsRoleOfKey(role))
            return Problems.BadRequest($"for: write \"{Roles.Reader}\", \"{Roles.ReadOnly}\" or \"{Roles.Admin}\".");
        var (key, error) = await keys.AddAsync(name.Trim(), role, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return key is null
            ? keys.IsInUse(name.Trim()) ? Problems.Conflict(error!) : Problems.BadRequest(error!)
            : TypedResults.Created(context.Request.AddressOf("/api/keys"), new ApiNewKey(key.Id, key.Secret));
    }

    private static async Task<IResult> RevokeAsync(long id, ApiKeys keys, CancellationToken cancellation) =>
        await keys.RevokeAsync(id, cancellation) ? TypedResults.NoContent() : Problems.NotFound("There is no key with this id.");
}
