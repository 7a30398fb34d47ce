using System.Collections.Frozen;
using FeedHub.Model.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Access;

/// <summary>
/// The door of a hub that is closed (<c>FeedHub:Publishing:Access</c>): readers' addresses open with a reader key, <c>?key=</c> or as a
/// Basic password, with any key of a program, or to a person who signed in. Every address is a reader's unless it is named here.
/// </summary>
internal static class ReaderGate
{
    /// <summary>The parameter that a key stands in.</summary>
    public const string Parameter = "key";

    // Doors of their own (dashboard, health, callbacks, the hub, whose topics carry their keys), and files that say nothing of any story.
    private static readonly FrozenSet<string> Open = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "assets", "favicon.ico", "favicon.svg", "hangfire", "health.atom", "healthz", "metrics", "offline", "robots.txt",
        "service-worker.js", "setup", "sign-in", "signout-oidc", "websub");

    /// <summary>Whether the hub is closed.</summary>
    public static bool IsClosed(this FeedHubOptions options) => options.Publishing.Access == PublishingOptions.Closed;

    /// <summary>Whether this request waits at the door: then it is for readers, and who asks has to say so.</summary>
    public static bool IsAtGate(HttpContext context) => context.Items.ContainsKey(typeof(ReaderGate));

    /// <summary>Puts the door in, before anything that answers from memory; nothing where the hub is open.</summary>
    public static IApplicationBuilder UseReaderGate(this WebApplication app) =>
        app.Services.GetRequiredService<IOptions<FeedHubOptions>>().Value.IsClosed() ? app.Use(EnterAsync) : app;

    private static async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        if (IsOpen(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
        {
            await next(context);
            return;
        }

        context.Items[typeof(ReaderGate)] = true;
        context.Response.OnStarting(KeepPrivate, context);
        if (await HasKeyAsync(context) || await IsKnownAsync(context))
            await next(context);
        else
            await context.ChallengeAsync(AdminAuthentication.Name);
    }

    // Browsers send nothing that proves who asks ahead of a request to another origin (Fetch, CORS-preflight).
    private static bool IsOpen(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method)
        || Open.GetAlternateLookup<ReadOnlySpan<char>>().Contains(FirstOf(request.Path.Value.AsSpan().TrimStart('/')));

    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> path) => path.IndexOf('/') is >= 0 and var end ? path[..end] : path;

    // The key goes no further: no link, log or remembered address has it.
    private static async Task<bool> HasKeyAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Query.TryGetValue(Parameter, out var given))
            return false;
        request.QueryString = QueryString.Create(request.Query.Where(pair => pair.Key != Parameter));
        return given is [{ Length: > 0 } key]
            && await context.RequestServices.GetRequiredService<ApiKeys>().FindAsync(key, context.RequestAborted) is { Role: Roles.Reader };
    }

    private static async Task<bool> IsKnownAsync(HttpContext context) =>
        await context.AuthenticateAsync(AdminAuthentication.Name) is { Succeeded: true, Principal: var who }
        && who.Identity?.Name != Roles.AtThisMachine;

    private static Task KeepPrivate(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        var caching = headers.CacheControl.ToString();
        headers.CacheControl = caching.Length == 0 ? "private" : caching.Replace("public", "private", StringComparison.Ordinal);
        headers.Append(HeaderNames.Vary, $"{HeaderNames.Authorization}, {HeaderNames.Cookie}");
        return Task.CompletedTask;
    }
}
