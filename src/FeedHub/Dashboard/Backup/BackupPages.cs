using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Serving;
using FeedHub.Storage.Files;
using Hangfire;

namespace FeedHub.Dashboard.Backup;

/// <summary>The backups on the dashboard.</summary>
internal static class BackupPages
{
    private const string Home = "/hangfire/backups";

    /// <summary>
    /// Maps the page, and what only an admin may do behind an antiforgery check: a download too, since a backup holds the headers that
    /// sources are asked with.
    /// </summary>
    public static void MapBackupPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/backups", context => ShowAsync(context, null));
        var writes = dashboard.MapAdminWrites("/backups");
        writes.MapPost("", Make);
        writes.MapPost("/download", DownloadAsync);
    }

    private static async Task ShowAsync(HttpContext context, string? error)
    {
        var services = context.RequestServices;
        var backups = services.GetRequiredService<IBackups>();
        var parameters = new Dictionary<string, object?>
        {
            [nameof(BackupsPage.Context)] = PageContext.Of(context, DoneWords, error),
            [nameof(BackupsPage.Files)] = backups.All(),
            [nameof(BackupsPage.Backups)] = backups,
            [nameof(BackupsPage.DataDirectory)] = services.GetRequiredService<IDataDirectory>().Directory,
        };
        await HangfireShell.WriteAsync<BackupsPage>(context, "Backups", parameters);
    }

    private static string? DoneWords(string done) =>
        done == "making"
            ? "A backup is being made. It stands in the list once it is whole and checked; reload the page in a moment."
            : null;

    private static void Make(HttpContext context, IBackgroundJobClient jobs)
    {
        jobs.Enqueue<BackupJob>(backup => backup.MakeAsync(CancellationToken.None));
        context.Response.SeeOther($"{Home}?done=making");
    }

    private static async Task DownloadAsync(HttpContext context, IBackups backups)
    {
        var name = (await context.Request.ReadFormAsync(context.RequestAborted))["name"].ToString();
        if (backups.Find(name) is not { } path)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await ShowAsync(context, "There is no such backup any more: a newer one has taken its place.");
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await TypedResults.PhysicalFile(path, "application/vnd.sqlite3", name).ExecuteAsync(context);
    }
}
