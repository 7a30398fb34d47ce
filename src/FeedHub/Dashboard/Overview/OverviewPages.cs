using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Polling;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Storage.Files;

namespace FeedHub.Dashboard.Overview;

/// <summary>The dashboard's first page; Hangfire's own, with its graph of jobs, is beside it.</summary>
internal static class OverviewPages
{
    private const string Home = "/hangfire";
    private const int ShownEvents = 5;
    private const int LookedAtEvents = 100;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    /// <summary>Maps them, and the post behind an antiforgery check.</summary>
    public static void MapOverviewPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("", ShowAsync);
        dashboard.MapGet(HangfireShell.Graph[Home.Length..], HangfireShell.WriteHomeAsync);
        dashboard.MapAdminWrites("").MapPost("/poll-due", PollDue);
    }

    private static async Task ShowAsync(HttpContext context, OverviewFigures figures, Concerns concerns, FirstSteps steps, IBackups backups)
    {
        var numbers = await figures.GetAsync(context.RequestAborted);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(OverviewPage.Context)] = PageContext.Of(
                context,
                done => done == "polling" ? OverviewText.OnItsWay : null,
                error: null),
            [nameof(OverviewPage.Numbers)] = numbers,
            [nameof(OverviewPage.Concerns)] = concerns.Of(numbers),
            [nameof(OverviewPage.Events)] = await EventsAsync(context.RequestServices.GetRequiredService<CoverageQueries>(), numbers.At),
            [nameof(OverviewPage.Steps)] = await steps.LeftAsync(numbers.Sources, context.RequestAborted),
            [nameof(OverviewPage.Backup)] = backups.All().FirstOrDefault(),
        };
        await HangfireShell.WriteAsync<OverviewPage>(context, OverviewText.Overview, parameters);
    }

    // Of those that most sources report the ones that still go on.
    private static async Task<IReadOnlyList<CoveredEvent>> EventsAsync(CoverageQueries events, DateTimeOffset now)
    {
        var covered = new List<CoveredEvent>();
        foreach (var one in (await events.ListAsync(null, LookedAtEvents)).Where(one => one.LastAt > now - Fresh).Take(ShownEvents))
            if (await events.FindAsync(one.Id) is { } found)
                covered.Add(found);
        return covered;
    }

    private static void PollDue(HttpContext context, PollTrigger polling)
    {
        polling.DispatchNow();
        context.Response.SeeOther($"{Home}?done=polling");
    }
}
