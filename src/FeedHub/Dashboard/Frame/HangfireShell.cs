using FeedHub.Access;
using FeedHub.Serving;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.Dashboard.Pages;
using Microsoft.AspNetCore.Components;

namespace FeedHub.Dashboard.Frame;

/// <summary>
/// Puts our pages into Hangfire's own layout: Hangfire renders an empty page of its own, into which the markup that a component
/// made is written.
/// </summary>
internal static class HangfireShell
{
    /// <summary>The address of Hangfire's own first page.</summary>
    public const string Graph = "/hangfire/graph";

    private const string ContentKey = "FeedHub.Dashboard.Content";
    private static readonly Hangfire.Dashboard.RouteCollection Routes = new();

    static HangfireShell() => Routes.AddRazorPage("/", _ => new ShellPage());

    /// <summary>Writes the page; links and the active entry of the menu come from the path that the request is given here.</summary>
    /// <typeparam name="T">The component that makes its markup.</typeparam>
    public static async Task WriteAsync<T>(HttpContext context, string title, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        context.Items[ContentKey] = (title, await context.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<T>(parameters));
        await PageFrame.WriteAsync(context, () => DispatchAsync(context, Routes));
    }

    /// <summary>Writes Hangfire's own first page, whose place ours has taken.</summary>
    public static Task WriteHomeAsync(HttpContext context) =>
        PageFrame.WriteAsync(context, () => DispatchAsync(context, DashboardRoutes.Routes));

    private static async Task DispatchAsync(HttpContext context, Hangfire.Dashboard.RouteCollection routes)
    {
        context.Request.Path = context.Request.Path.Value!["/hangfire".Length..];
        context.Request.PathBase = context.Request.PathBase.Add("/hangfire");
        var dashboard = new AspNetCoreDashboardContext(
            context.RequestServices.GetRequiredService<JobStorage>(), context.RequestServices
                .GetRequiredService<DashboardOptions>(), context);
        await routes.FindDispatcher("/").Item1.Dispatch(dashboard);
    }

    /// <summary>Whether the answer is a page of ours, and so in the visitor's language.</summary>
    public static bool IsOurs(HttpContext context) => context.Items.ContainsKey(ContentKey);

    private sealed class ShellPage : RazorPage
    {
        public override void Execute()
        {
            var (title, html) = ((string, string))Context.GetHttpContext().Items[ContentKey]!;
            Layout = new LayoutPage(title);
            var mayChange = Context.GetHttpContext().User.MayChange();
            WriteLiteral(mayChange ? html
                : $"<div class=\"fh-read-only\"><p class=\"alert alert-info\">{FrameText.YouSeeEverything}</p>"
                    + $"{ReadOnlyPage.Of(html)}</div>");
        }
    }
}
