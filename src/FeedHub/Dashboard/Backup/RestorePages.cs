using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Backup;

/// <summary>Going back to a backup from the dashboard: asked for once more, with the password.</summary>
internal static class RestorePages
{
    /// <summary>The post behind an antiforgery check.</summary>
    public static async Task RestoreAsync(HttpContext context, IBackups backups, AuditLog audit, PendingRestore pending)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (backups.All().FirstOrDefault(backup => backup.Name == form["name"]) is not { } file || backups.Find(file.Name) is not { } path)
        {
            await BackupPages.GoneAsync(context);
            return;
        }

        var error = form["sure"] == "1" ? await WhyNotAsync(context, form["password"].ToString()) : null;
        if (form["sure"] != "1" || error is not null)
        {
            await AskAsync(context, file, error);
            return;
        }

        await audit.AddAsync(AuditArea.Backups, "restore begun", file.Name, context.RequestAborted);
        var actor = Actor.Current;
        context.Response.OnCompleted(() =>
        {
            pending.Begin(path, actor);
            return Task.CompletedTask;
        });
        await BackupPages.StoppingAsync(context);
    }

    private static Task AskAsync(HttpContext context, BackupFile file, string? error)
    {
        Actor.Current.DoesNothing();
        if (error is not null)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return HangfireShell.WriteAsync<RestorePage>(context, BackupsText.GoBackToABackup, new()
        {
            [nameof(RestorePage.Context)] = PageContext.Of(context, _ => null, error),
            [nameof(RestorePage.File)] = file,
            [nameof(RestorePage.AsksPassword)] = AsksPassword(context),
        });
    }

    // Who came by an OpenID provider has none to give.
    private static bool AsksPassword(HttpContext context) => context.RequestServices.GetRequiredService<Passwords>().HasAdmin
        && context.RequestServices.GetRequiredService<Sessions>().Of(context.User) is not { By: SessionMarks.OpenId };

    // A page left open must not be enough.
    private static async Task<string?> WhyNotAsync(HttpContext context, string password)
    {
        if (!AsksPassword(context))
            return null;
        var answer = await context.RequestServices.GetRequiredService<Passwords>()
            .CheckAsync(AccessRules.ClientOf(context), password, context.RequestAborted);
        return answer.Role == Roles.Admin ? null
            : answer.Wait > TimeSpan.Zero ? SignInText.For(context.Request).Wait(answer.Wait)
            : Say("The password is wrong: nothing was done.", "Kata sandi salah: tidak ada yang dilakukan.");
    }
}
