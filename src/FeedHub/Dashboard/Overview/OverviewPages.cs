using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Polling;
using FeedHub.Serving;
using FeedHub.Storage.Files;

namespace FeedHub.Dashboard.Overview;

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

    private static async Task ShowAsync(HttpContext context, OverviewFigures figures, Concerns concerns, IBackups backups)
    {
        var numbers = await figures.GetAsync(context.RequestAborted);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(OverviewPage.Context)] = PageContext.Of(
                context,
                done => done == "polling" ? "All that is due is on its way to the workers." : null,
                error: null),
            [nameof(OverviewPage.Numbers)] = numbers,
            [nameof(OverviewPage.Concerns)] = concerns.Of(numbers),
            [nameof(OverviewPage.Backup)] = backups.All().FirstOrDefault(),
        };
        await HangfireShell.WriteAsync<OverviewPage>(context, "Overview", parameters);
    }

    private static void PollDue(HttpContext context, PollTrigger polling)
    {
        polling.DispatchNow();
        context.Response.SeeOther($"{Home}?done=polling");
    }
}
