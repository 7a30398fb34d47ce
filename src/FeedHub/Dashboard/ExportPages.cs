using System.Security.Claims;
using System.Text;
using FeedHub.Dashboard.Access;
using FeedHub.Dashboard.Pages;
using FeedHub.Sources.Exporting;

namespace FeedHub.Dashboard;

/// <summary>The sources as files, and what the file on disk says otherwise.</summary>
internal static class ExportPages
{
    /// <summary>Maps the page and its downloads.</summary>
    public static void MapExportPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/sources/export", ShowAsync);
        dashboard.MapGet("/sources/export/feeds.json", FeedsFileAsync);
        dashboard.MapGet("/sources/export/sources.opml", OpmlAsync);
    }

    /// <summary>feeds.json as a download.</summary>
    public static async Task<IResult> FeedsFileAsync(SourceExport export, ClaimsPrincipal user, CancellationToken cancellation) =>
        TypedResults.File(Encoding.UTF8.GetBytes((await export.FeedsFileAsync(user.MayChange(), cancellation)).Text), "application/json; charset=utf-8", "feeds.json");

    /// <summary>OPML as a download.</summary>
    public static async Task<IResult> OpmlAsync(SourceExport export, ClaimsPrincipal user, CancellationToken cancellation) =>
        TypedResults.File(await export.OpmlAsync(user.MayChange(), cancellation), "text/x-opml; charset=utf-8", "sources.opml");

    private static async Task ShowAsync(HttpContext context, SourceExport export)
    {
        var parameters = new Dictionary<string, object?> { [nameof(ExportPage.View)] = await export.FeedsFileAsync(context.User.MayChange(), context.RequestAborted) };
        await HangfireShell.WriteAsync<ExportPage>(context, "Export sources", parameters);
    }
}
