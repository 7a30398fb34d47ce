using FeedHub.Api.Description;
using FeedHub.Nodes;
using FeedHub.Serving;
using FeedHub.Storage.Writing;

namespace FeedHub.Api;

/// <summary>One running FeedHub of those that share a database.</summary>
/// <param name="Name">The setting <c>Node</c>, or the machine's name.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Since">Its start.</param>
/// <param name="Owner">True for the one that stores.</param>
/// <param name="Seen">Its last sign of life, by the database's clock.</param>
/// <param name="Polls">Ended within the last minute.</param>
/// <param name="Items">Stored within the last minute.</param>
/// <param name="Lag">How late it is: the owner with what is due, others with what the owner stored; or null.</param>
/// <param name="ClockAhead">How far its clock is ahead of the database's; negative: behind.</param>
public sealed record ApiNode(
    string Name, string Version, DateTimeOffset Since, bool Owner, DateTimeOffset Seen, int Polls, int Items, string? Lag,
    string ClockAhead)
{
    /// <summary>The node as the API shows it.</summary>
    public static ApiNode Of(NodeState node) => new(
        node.Identity.Name, node.Identity.Version, node.Identity.Since, node.IsOwner, node.Seen, node.Report.Polls, node.Report.Items,
        node.Report.Lag?.ToString("c"), node.ClockAhead.ToString("c"));
}

/// <summary>The API's call for the nodes.</summary>
internal static class NodeEndpoints
{
    /// <summary>Maps <c>GET /api/nodes</c>.</summary>
    public static void MapNodeApi(this IEndpointRouteBuilder app) => app.MapMethods("/api/nodes", ApiRoutes.Reading, Nodes)
        .Says("listNodes", "The running FeedHubs that share this database, the one that stores first").Gives(
            200,
            "The nodes, on one page.",
            Examples.Only(Examples.Node));

    private static ApiList<ApiNode> Nodes(INodes nodes, NodeReports reports) =>
        new([.. nodes.All(reports.Now()).Select(ApiNode.Of)], null);
}
