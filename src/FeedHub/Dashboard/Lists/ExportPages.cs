using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Sources.Exporting;

namespace FeedHub.Dashboard.Lists;

/// <summary>The sources as files, and what the file on disk says otherwise.</summary>
internal static class ExportPages
{
    /// <summary>Maps the page and its downloads.</summary>
    public static void MapExportPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/sources/export", ShowAsync);
        dashboard.MapGet("/sources/export/feeds.json", ExportDownloads.FeedsFileAsync);
        dashboard.MapGet("/sources/export/sources.opml", ExportDownloads.OpmlAsync);
    }

    private static async Task ShowAsync(HttpContext context, SourceExport export)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ExportPage.View)] = await export.FeedsFileAsync(context.User.MayChange(), context.RequestAborted)
        };
        await HangfireShell.WriteAsync<ExportPage>(context, ListsText.ExportSources, parameters);
    }
}
