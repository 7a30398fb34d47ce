using System.Net;
using System.Text;
using FeedHub.Dashboard.Overview;
using FeedHub.Dashboard.Sources;
using FeedHub.Fetching;
using FeedHub.Model.Words;
using FeedHub.Serving;
using Hangfire;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard.Frame;

/// <summary>Writes what Hangfire's layout makes into our frame; all else that Hangfire sends goes through.</summary>
internal static class PageFrame
{
    private const string JobDetails = "/hangfire/jobs/details/";

    /// <summary>Puts Hangfire's own pages into the frame, on its endpoint.</summary>
    public static T WithFrame<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } inner)
                endpoint.RequestDelegate = context => WriteAsync(context, () => inner(context));
        });
        return endpoints;
    }

    /// <summary>Sends what is written by Hangfire, in the frame if it is a page.</summary>
    public static async Task WriteAsync(HttpContext context, Func<Task> write)
    {
        var path = context.Request.OwnPath().TrimEnd('/');
        var (body, pathBase, own) = (context.Response.Body, context.Request.PathBase, context.Request.Path);
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await write();
        }
        finally
        {
            context.Response.Body = body;
            (context.Request.PathBase, context.Request.Path) = (pathBase, own);
        }

        var bytes = made.GetBuffer().AsMemory(0, (int)made.Length);
        if (made.Length > 0 && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            bytes = Encoding.UTF8.GetBytes(await InFrameAsync(context, path, Encoding.UTF8.GetString(bytes.Span)));
        if (bytes.Length > 0)
            await body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task<string> InFrameAsync(HttpContext context, string path, string html)
    {
        var services = context.RequestServices;
        var isSignedIn = services.GetRequiredService<FeedHub.Access.Sessions>().Of(context.User) is not null;
        var tokens = isSignedIn ? services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context) : null;
        var bar = await services.GetRequiredService<PageRenderer>().RenderAsync<TopBar>(new Dictionary<string, object?>
        {
            [nameof(TopBar.Path)] = path,
            [nameof(TopBar.IsSignedIn)] = isSignedIn,
            [nameof(TopBar.Field)] = tokens?.FormFieldName ?? "",
            [nameof(TopBar.Token)] = tokens?.RequestToken,
            [nameof(TopBar.Numbers)] = Numbers(services),
            [nameof(TopBar.Trouble)] = services.GetRequiredService<OwnNetwork>().Trouble?.Said(),
        });
        if (path == HangfireShell.Graph)
            html = Renamed(html);
        var root = services.GetRequiredService<PublicAddress>().Path.ToUriComponent();
        return FramedPage.Of(
            html, HangfireShell.IsOurs(context) ? Spoken.Language.Tag : "en", bar, Places.PageOf(path),
            root, SourceOf(services, path, root));
    }

    // Two pages would else be called Overview.
    private static string Renamed(string html) => html
        .Replace("<title>Overview", "<title>Jobs as a graph", StringComparison.Ordinal)
        .Replace("\">Overview</h1>", "\">Jobs as a graph</h1>", StringComparison.Ordinal);

    // A job that polls one source leads to it.
    private static string SourceOf(IServiceProvider services, string path, string root)
    {
        if (!path.StartsWith(JobDetails, StringComparison.OrdinalIgnoreCase))
            return "";
        var job = services.GetRequiredService<JobStorage>().GetMonitoringApi().JobDetails(path[JobDetails.Length..])?.Job;
        return services.GetRequiredService<SourceNames>().SourceOf(job) is var (title, slug)
            ? $" {FrameText.PollOf} <a href=\"{root}/hangfire/sources/{Uri.EscapeDataString(slug)}\"><bdi>"
                + $"{WebUtility.HtmlEncode(title)}</bdi></a>."
            : "";
    }

    private static Dictionary<string, MenuNumber> Numbers(IServiceProvider services)
    {
        var ailing = services.GetRequiredService<SourceNames>().Ailing;
        var crashed = services.GetRequiredService<CrashedJobs>().Count;
        var numbers = new Dictionary<string, MenuNumber>();
        if (ailing > 0)
            numbers["feedhub:ailing"] = new($"{ailing}", "metric-danger highlighted", FrameText.SourcesThatFailOrAre);
        if (crashed > 0)
            numbers["feedhub:crashed"] = new($"{crashed}", "metric-danger highlighted", FrameText.JobsThatFailedByNo);
        return numbers;
    }
}
