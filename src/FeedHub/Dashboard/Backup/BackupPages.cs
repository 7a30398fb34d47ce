using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using Hangfire;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Backup;

/// <summary>The backups on the dashboard.</summary>
internal static class BackupPages
{
    /// <summary>What the audit log says of a download.</summary>
    public const string Downloaded = "backup downloaded";

    private const string Home = "/hangfire/backups";

    /// <summary>
    /// Maps the page, and what only an admin may do behind an antiforgery check: a download too, since a backup holds the headers that
    /// sources are asked with.
    /// </summary>
    public static void MapBackupPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/backups", context => ShowAsync(context, null));
        var writes = dashboard.MapAdminWrites("/backups");
        writes.MapPost("", MakeAsync);
        writes.MapPost("/download", DownloadAsync);
        writes.MapPost("/restore", RestorePages.RestoreAsync);
        writes.MapPost("/delete", DeleteAsync);
    }

    /// <summary>Says that FeedHub stops, to go back to a backup. Not by a redirect, which would find nobody: the browser comes back once
    /// FeedHub has started again.</summary>
    public static Task StoppingAsync(HttpContext context)
    {
        context.Response.Headers["Refresh"] = "10; url=../backups?done=restoring";
        return ShowAsync(context, null, _ => Say(
            "FeedHub stops now, goes back to the backup and starts again. This page comes back by itself in ten seconds; where it does "
                + "not, reload it.",
            "FeedHub sekarang berhenti, kembali ke cadangan, lalu dimulai lagi. Halaman ini kembali sendiri dalam sepuluh detik; bila "
                + "tidak, muat ulang."));
    }

    private static async Task ShowAsync(HttpContext context, string? error, Func<string, string?>? done = null)
    {
        var services = context.RequestServices;
        var backups = services.GetRequiredService<IBackups>();
        var parameters = new Dictionary<string, object?>
        {
            [nameof(BackupsPage.Context)] = PageContext.Of(context, done ?? DoneWords, error),
            [nameof(BackupsPage.Files)] = backups.All(),
            [nameof(BackupsPage.Backups)] = backups,
            [nameof(BackupsPage.DataDirectory)] = services.GetRequiredService<IDataDirectory>().Directory,
        };
        await HangfireShell.WriteAsync<BackupsPage>(context, BackupsText.Backups, parameters);
    }

    private static string? DoneWords(string done) => done switch
    {
        "making" => Say(
            "A backup is being made. It stands in the list once it is whole and checked; reload the page in a "
                + "moment.",
            "Cadangan sedang dibuat. Cadangan tampil di daftar setelah lengkap dan diperiksa; muat ulang halaman "
                + "sebentar lagi."),
        "deleted" => Say("The backup is deleted.", "Cadangan dihapus."),
        "restoring" => Say(
            "FeedHub has started again on the backup. Look at the console or the log if something of it is missing.",
            "FeedHub sudah dimulai lagi dari cadangan. Lihat konsol atau log bila ada yang hilang."),
        _ => null,
    };

    private static async Task MakeAsync(HttpContext context, IBackgroundJobClient jobs, AuditLog audit)
    {
        await audit.AddAsync(AuditArea.Backups, "backup made", null, context.RequestAborted);
        jobs.Enqueue<BackupJob>(backup => backup.MakeAsync(CancellationToken.None));
        context.Response.SeeOther($"{Home}?done=making");
    }

    /// <summary>Says that there is no such backup any more.</summary>
    public static Task GoneAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return ShowAsync(context, Say(
            "There is no such backup any more: a newer one has taken its place.",
            "Cadangan itu sudah tidak ada: sudah digantikan yang lebih baru."));
    }

    private static async Task DeleteAsync(HttpContext context, IBackups backups, AuditLog audit)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString();
        if (form["sure"] != "1")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(context, Say(
                "Nothing was deleted: say that you are sure.",
                "Tidak ada yang dihapus: nyatakan bahwa Anda yakin."));
            return;
        }

        if (!backups.Delete(name))
        {
            await GoneAsync(context);
            return;
        }

        await audit.AddAsync(AuditArea.Backups, "backup deleted", name, CancellationToken.None);
        context.Response.SeeOther($"{Home}?done=deleted");
    }

    private static async Task DownloadAsync(HttpContext context, IBackups backups, AuditLog audit)
    {
        var name = (await context.Request.ReadFormAsync(context.RequestAborted))["name"].ToString();
        if (backups.Find(name) is not { } path)
        {
            await GoneAsync(context);
            return;
        }

        await audit.AddAsync(AuditArea.Backups, Downloaded, name, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await TypedResults.PhysicalFile(path, "application/vnd.sqlite3", name).ExecuteAsync(context);
    }
}
