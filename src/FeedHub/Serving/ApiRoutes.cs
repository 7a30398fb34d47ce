namespace FeedHub.Serving;

/// <summary>Routes as the API has them.</summary>
internal static class ApiRoutes
{
    /// <summary>Methods of what can be read: GET, and HEAD with it, whose body the server leaves out by itself.</summary>
    public static IEnumerable<string> Reading { get; } = [HttpMethods.Get, HttpMethods.Head];
}
