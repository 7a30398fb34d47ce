using System.Security.Claims;
using System.Text;
using FeedHub.Access;

namespace FeedHub.Sources.Exporting;

/// <summary>The sources as files over HTTP, for the dashboard and for programs.</summary>
internal static class ExportDownloads
{
    /// <summary>feeds.json as a download.</summary>
    public static async Task<IResult> FeedsFileAsync(SourceExport export, ClaimsPrincipal user, CancellationToken cancellation) =>
        TypedResults.File(
            Encoding.UTF8.GetBytes((await export.FeedsFileAsync(user.MayChange(), cancellation)).Text),
            "application/json; charset=utf-8",
            "feeds.json");

    /// <summary>OPML as a download.</summary>
    public static async Task<IResult> OpmlAsync(SourceExport export, ClaimsPrincipal user, CancellationToken cancellation) =>
        TypedResults.File(await export.OpmlAsync(user.MayChange(), cancellation), "text/x-opml; charset=utf-8", "sources.opml");
}
