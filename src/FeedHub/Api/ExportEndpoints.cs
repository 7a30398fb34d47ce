using FeedHub.Dashboard;
using FeedHub.Dashboard.Access;

namespace FeedHub.Api;

/// <summary>The sources as files, for programs of admins.</summary>
internal static class ExportEndpoints
{
    /// <summary>Maps the downloads behind the admin policy.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/export").RequireAuthorization(AdminAuthentication.Name);
        api.MapGet("/feeds.json", ExportPages.FeedsFileAsync);
        api.MapGet("/sources.opml", ExportPages.OpmlAsync);
    }
}
