namespace FeedHub.Api;

/// <summary>Routes as the API has them.</summary>
internal static class ApiRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET, and HEAD with it: without a body, the server leaves that out by itself.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate handler) => app.MapMethods(pattern, Reading, handler);
}
