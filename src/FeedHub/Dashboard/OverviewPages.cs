using FeedHub.Dashboard.Access;
using FeedHub.Dashboard.Overview;
using FeedHub.Dashboard.Pages;
using FeedHub.Polling;
using FeedHub.Publishing.Pages;
using FeedHub.Storage.Backup;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard;

/// <summary>The dashboard's first page; Hangfire's own, with its graph of jobs, is beside it.</summary>
internal static class OverviewPages
{
    private const string Home = "/hangfire";

    /// <summary>Maps them, and the post behind an antiforgery check.</summary>
    public static void MapOverviewPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("", ShowAsync);
        dashboard.MapGet("/graph", HangfireShell.WriteHomeAsync);
        dashboard.MapAdminWrites("").MapPost("/poll-due", PollDue);
    }

    private static async Task ShowAsync(HttpContext context, OverviewFigures figures, Concerns concerns, Backups backups)
    {
        var numbers = await figures.GetAsync(context.RequestAborted);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(OverviewPage.Context)] = new PageContext(
                context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
                [],
                context.Request.Query["done"] == "polling" ? "All that is due is on its way to the workers." : null,
                null,
                new Dictionary<string, string>()),
            [nameof(OverviewPage.Numbers)] = numbers,
            [nameof(OverviewPage.Concerns)] = concerns.Of(numbers),
            [nameof(OverviewPage.Backup)] = backups.All().FirstOrDefault(),
        };
        await HangfireShell.WriteAsync(context, "Overview", await context.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<OverviewPage>(parameters));
    }

    private static void PollDue(HttpContext context, PollingStart polling)
    {
        polling.DispatchNow();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Home}?done=polling";
    }
}
