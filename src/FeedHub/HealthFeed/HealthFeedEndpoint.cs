using System.Security.Cryptography;
using System.Text;
using FeedHub.Access;
using FeedHub.Api;
using FeedHub.Model.Health;
using FeedHub.Model.Settings;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace FeedHub.HealthFeed;

/// <summary>
/// <c>/health.atom</c>: FeedHub's own health for an admin's feed reader. Those cannot sign in, so an address with the secret of
/// <c>Admin:FeedToken</c> opens it too, and nothing else.
/// </summary>
internal static class HealthFeedEndpoint
{
    private const string Path = "/health.atom";
    private const string TokenName = "token";
    private const string AtomType = "application/atom+xml";
    private const int Newest = 100;

    /// <summary>Maps it.</summary>
    public static void MapHealthFeed(this IEndpointRouteBuilder app) => app.MapMethods(Path, ApiRoutes.Reading, SendAsync).AsksForAdmins()
        .Says(
            "getHealthFeed",
            "FeedHub's own health as Atom",
            "Sources that fail, are gone, quiet, throttled or well again; storage and disk; models trained; subscribers dropped.")
        .Asks(new OpenApiParameter
        {
            Name = TokenName, In = ParameterLocation.Query, Description
                = "The secret of FeedHub:Admin:FeedToken, for feed readers; programs send the key, and this machine needs none.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        })
        .GivesText(200, "The newest events, one entry each.", AtomType)
        .GivesNothing(304, "If-None-Match or If-Modified-Since says that the client has it.")
        .Refuses(401, "The token is wrong, or there is none and the request is not an admin's.");

    private static async Task<IResult> SendAsync(
        HttpContext context, HealthEventQueries events, FeedTitles titles, PublicAddress address, HealthFeedMemory memory,
        IOptions<FeedHubOptions> options)
    {
        // Neither caches nor the pages that entries link to may learn the token.
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var token = context.Request.Query[TokenName].ToString();
        if (token.Length > 0 && !IsRight(token, options.Value.Admin.FeedToken))
            return Problems.Unauthorized("The token is wrong, or none is set (FeedHub:Admin:FeedToken).");
        if (token.Length == 0)
        {
            var who = await context.AuthenticateAsync(AdminAuthentication.Name);
            if (!who.Succeeded)
                return TypedResults.Challenge(authenticationSchemes: [AdminAuthentication.Name]);
            if (!Roles.IsRole(who.Principal.RoleOf()))
                return TypedResults.Forbid(authenticationSchemes: [AdminAuthentication.Name]);
        }

        var baseUrl = address.Of(context.Request);
        var self = baseUrl + Path + (token.Length > 0 ? $"?{TokenName}={Uri.EscapeDataString(token)}" : "");
        var newest = await events.NewestAsync(Newest, context.RequestAborted);
        var feed = Render(newest, titles.Title, baseUrl, self);
        return ConditionalGet.Send(context, memory.Follow(self, feed), "private, no-cache", HeaderNames.AcceptEncoding);
    }

    private static RenderedFeed Render(IReadOnlyList<HealthEvent> events, string title, string baseUrl, string self)
    {
        var notices = events.Select(e => new Notice(e.EntryId, e.Title, e.Text.ToString(), e.At, baseUrl + e.Path)).ToList();
        var document = NoticeWriter.Write(new($"{baseUrl}{Path}", $"{title}: health of FeedHub", self, $"{baseUrl}/hangfire", notices));
        return new(document, $"{AtomType}; charset=utf-8", events.Select(e => e.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }

    // In constant time over hashes: how long it takes tells nothing about the secret.
    private static bool IsRight(string given, string? secret) =>
        secret is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)),
            SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
