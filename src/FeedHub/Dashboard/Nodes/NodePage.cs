using FeedHub.Dashboard.Frame;
using FeedHub.Nodes;
using FeedHub.Storage.Writing;

namespace FeedHub.Dashboard.Nodes;

/// <summary>The running FeedHubs that share the database.</summary>
internal static class NodePage
{
    /// <summary>Maps the page.</summary>
    public static void MapNodePage(this RouteGroupBuilder dashboard) => dashboard.MapGet("/nodes", ShowAsync);

    private static async Task ShowAsync(HttpContext context, INodes nodes, NodeReports reports, TimeProvider time)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(NodesPage.Nodes)] = nodes.All(reports.Now()),
            [nameof(NodesPage.Now)] = time.GetUtcNow(),
        };
        await HangfireShell.WriteAsync<NodesPage>(context, NodesText.Nodes, parameters);
    }
}
