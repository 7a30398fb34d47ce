using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Serving;
using FeedHub.Sources.Exporting;

namespace FeedHub.Api;

/// <summary>The sources as files, for programs of admins.</summary>
internal static class ExportEndpoints
{
    /// <summary>Maps the downloads behind the admin policy.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/export").RequireAuthorization(AdminAuthentication.Name);
        api.MapMethods("/feeds.json", ApiRoutes.Reading, ExportDownloads.FeedsFileAsync)
            .Says(
                "exportFeedsFile",
                "The sources as they are, as feeds.json",
                "Ready to be put in place of the file: that changes nothing. Secrets become references to the environment.")
            .Gives(200, "The file.", Examples.FeedsFile);
        api.MapMethods("/sources.opml", ApiRoutes.Reading, ExportDownloads.OpmlAsync)
            .Says("exportOpml", "All sources as OPML 2.0, those that are paused too").GivesText(200, "The list.", "text/x-opml");
    }
}
