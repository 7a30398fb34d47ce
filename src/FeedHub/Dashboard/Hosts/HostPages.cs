using FeedHub.Dashboard.Frame;
using FeedHub.Polling;

namespace FeedHub.Dashboard.Hosts;

/// <summary>The politeness ledger on the dashboard.</summary>
internal static class HostPages
{
    /// <summary>Maps the page.</summary>
    public static void MapHostPages(this RouteGroupBuilder dashboard) => dashboard.MapGet("/hosts", ShowAsync);

    private static async Task ShowAsync(HttpContext context, HostQueries hosts, TimeProvider time)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(HostsPage.Hosts)] = await hosts.MostAskedAsync(context.RequestAborted),
            [nameof(HostsPage.Now)] = time.GetUtcNow(),
        };
        await HangfireShell.WriteAsync<HostsPage>(context, HostsText.Hosts, parameters);
    }
}
