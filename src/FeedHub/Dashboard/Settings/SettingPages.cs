using FeedHub.Access;
using FeedHub.Alerting;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Settings;

/// <summary>The settings on the dashboard.</summary>
internal static class SettingPages
{
    private const string Home = "/hangfire/settings";

    /// <summary>Maps the page, and the posts behind an antiforgery check.</summary>
    public static void MapSettingPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/settings", context => ShowAsync(context, null));
        var writes = dashboard.MapAdminWrites("/settings");
        writes.MapPost(
            "",
            (HttpContext context, SettingChanges changes) => ChangeAsync(context, changes, form => form["value"].ToString().Trim()));
        writes.MapPost("/feed", ChangeTitlesAsync);
        writes.MapPost("/alerts-test", TestAlertsAsync);
        writes.MapPost("/default", (HttpContext context, SettingChanges changes) => ChangeAsync(context, changes, _ => null));
    }

    private static async Task ChangeAsync(HttpContext context, SettingChanges changes, Func<IFormCollection, string?> valueOf)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (key, value) = (form["key"].ToString(), valueOf(form));
        if (form["sure"] != "1" && changes.Problem(key, value) is null && await LossAsync(context, key, value) is { } loss)
        {
            await AskAsync(context, key, value, loss);
            return;
        }

        var change = changes.Change(key, value);
        if (change.Error is { } error)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(context, error, key, value);
            return;
        }

        if (change.IsSame)
        {
            Actor.Current.ChangesNothing();
            context.Response.SeeOther($"{Home}?done={FrameText.Same}");
            return;
        }

        await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(
            AuditArea.Settings, "setting changed", key, CancellationToken.None,
            new Dictionary<string, string?> { [key] = change.Before }, new Dictionary<string, string?> { [key] = change.After });
        context.Response.SeeOther($"{Home}?done={(value is null ? "default" : "changed")}");
    }

    private static Task<string?> LossAsync(HttpContext context, string key, string? value) =>
        context.RequestServices.GetRequiredService<SettingLoss>().OfAsync(key, value, context.RequestAborted);

    private static Task AskAsync(HttpContext context, string key, string? value, string loss)
    {
        Actor.Current.DoesNothing();
        return HangfireShell.WriteAsync<SurePage>(context, SettingsText.ChangeKey(key), new()
        {
            [nameof(SurePage.Context)] = PageContext.Of(context, DoneWords, null),
            [nameof(SurePage.Action)] = value is null ? $"{Home}/default" : Home,
            [nameof(SurePage.Key)] = key,
            [nameof(SurePage.Value)] = value,
            [nameof(SurePage.Loss)] = loss,
        });
    }

    private static async Task TestAlertsAsync(HttpContext context, AlertJob alerts, AuditLog audit)
    {
        var results = await alerts.TestAsync(context.RequestAborted);
        await audit.AddAsync(AuditArea.Settings, "alerts tested", null, CancellationToken.None);
        if (results.Where(result => result.Error is not null).ToList() is { Count: > 0 } failed)
            await ShowAsync(context, string.Join("; ", failed.Select(result => $"{result.Receiver}: {result.Error}")) + ".");
        else
            context.Response.SeeOther($"{Home}?done=tested");
    }

    private static async Task ChangeTitlesAsync(HttpContext context, DeclaredParts parts)
    {
        var form = FeedTitleForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        if (form.Errors.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(context, FrameText.NothingIsSaved, titles: form);
            return;
        }

        await parts.ChangeTitlesAsync(form.Title, form.Description, context.RequestAborted);
        context.Response.SeeOther($"{Home}?done={(Actor.Current.HasChangedNothing ? FrameText.Same : "titles")}");
    }

    private static async Task ShowAsync(
        HttpContext context, string? error, string? key = null, string? value = null, FeedTitleForm? titles = null)
    {
        var services = context.RequestServices;
        var settings = services.GetRequiredService<SettingsList>().All();
        var typed = key is not null && settings.Any(setting => setting.Key == key && SettingsPage.HasField(setting)) ? key : null;
        var page = PageContext.Of(
            context, DoneWords, typed is null || error is null ? error : FrameText.NothingIsSaved,
            typed is null || value is null ? null : new Dictionary<string, string> { [typed] = value });
        var parameters = new Dictionary<string, object?>
        {
            [nameof(SettingsPage.Context)] =
                typed is null || error is null ? page : page with { Errors = new Dictionary<string, string> { [typed] = error } },
            [nameof(SettingsPage.Settings)] = settings,
            [nameof(SettingsPage.Search)] = context.Request.Query["q"].ToString().Trim(),
            [nameof(SettingsPage.Receivers)] = services.GetRequiredService<AlertReceivers>().All
                .Select(receiver => (receiver.Shown, ToldReceivers.Find(services.GetRequiredService<ReadSessions>(), receiver.Name)?.Error))
                .ToList(),
            [nameof(SettingsPage.Titles)] = titles ?? FeedTitleForm.Of(services.GetRequiredService<FeedTitles>()),
            [nameof(SettingsPage.Problems)] = services.GetRequiredService<LiveSettings>().Problems,
        };
        await HangfireShell.WriteAsync<SettingsPage>(context, SettingsText.Settings, parameters);
    }

    private static string? DoneWords(string done) => done switch
    {
        "changed" => Say(
            "The setting is changed and holds now. Polls that are planned already come at the time they were "
                + "planned for.",
            "Pengaturan diubah dan berlaku sekarang. Pemeriksaan yang sudah terjadwal tetap pada waktunya."),
        "tested" => Say("The test was taken by everybody that trouble is told to.", "Percobaan diterima oleh semua yang diberi tahu."),
        "titles" => Say(
            "The merged feed has this title and description, until that part of feeds.json changes. Export has them "
                + "for the file.",
            "Feed gabungan kini berjudul dan berketerangan ini, sampai bagian itu di feeds.json berubah. Halaman "
                + "Ekspor memuatnya untuk berkas."),
        "default" => Say(
            "What was set here is forgotten; the setting has the value that is written elsewhere, or its default.",
            "Yang ditetapkan di sini dilupakan; pengaturan memakai nilai yang ditulis di tempat lain, atau "
                + "bawaannya."),
        _ => null,
    };
}
