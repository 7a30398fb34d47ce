using System.Security.Claims;
using FeedHub.Access;

namespace FeedHub.Hosting;

/// <summary>
/// Makes the dashboard's large pages once, for nobody, as soon as somebody looks at any of its pages or at the sign-in: what .NET and EF
/// Core do for a first view is done before that person comes there. A hub at whose dashboard nobody looks pays nothing for it
/// (docs/notes/start.md).
/// </summary>
internal sealed partial class FirstViews(IServiceProvider services, ILogger<FirstViews> logger)
{
    /// <summary>The pages, in the order in which a person is likely to come to them.</summary>
    public static readonly IReadOnlyList<string> Pages = ["/hangfire", "/hangfire/sources", "/hangfire/stories", "/hangfire/categories"];

    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody looked at the dashboard.</summary>
    public void Seen() => _seen.TrySetResult();

    /// <summary>Waits until somebody looks, then makes each page; returns their status codes.</summary>
    /// <param name="stopping">Ends it, in silence.</param>
    public async Task<IReadOnlyList<int>> PrepareAsync(CancellationToken stopping)
    {
        var made = new List<int>();
        try
        {
            await _seen.Task.WaitAsync(stopping);
            foreach (var page in Pages)
                made.Add(await MakeAsync(page, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            // A person who comes to the page meets it, and is told.
            LogNotMade(error.Message);
        }

        return made;
    }

    private async Task<int> MakeAsync(string page, CancellationToken stopping)
    {
        var endpoint = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(
            e => e.RoutePattern.RawText?.TrimEnd('/') == page
                && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true);
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stopping };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new("localhost");
        context.Request.Path = page;
        context.User = new(new ClaimsIdentity([new(ClaimTypes.Role, Roles.Admin)], nameof(FirstViews)));
        context.SetEndpoint(endpoint);
        await endpoint.RequestDelegate!(context);
        return context.Response.StatusCode;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A page of the dashboard was not made ahead: {Error}")]
    private partial void LogNotMade(string error);
}
