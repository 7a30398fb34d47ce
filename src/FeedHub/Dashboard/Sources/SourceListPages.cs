using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Browsing;
using FeedHub.Storage.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>The list of sources, and what is done to many of them.</summary>
internal static class SourceListPages
{
    /// <summary>Maps the list and the posts behind an antiforgery check.</summary>
    public static void MapSourceListPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/sources", (HttpContext context) => ShowAsync(context, SourceFormState.None));
        var writes = dashboard.MapAdminWrites("/sources");
        writes.MapPost("/bulk", DoAsync);
        writes.MapPost("/back", BringBackAsync);
    }

    /// <summary>Writes the list that the request's query asks for.</summary>
    public static async Task ShowAsync(HttpContext context, SourceFormState form, int? status = null)
    {
        var (query, error) = SourceQuery.Read(context.Request.Query);
        if (query is null)
            await TypedResults.Problem(error, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        else
            await ShowAsync(context, query, form, status);
    }

    private static async Task ShowAsync(HttpContext context, SourceQuery query, SourceFormState form, int? status)
    {
        var services = context.RequestServices;
        var parameters = new Dictionary<string, object?>
        {
            [nameof(SourcesPage.Context)] = SourcePageContext.Of(context, form),
            [nameof(SourcesPage.Listing)] = await services.GetRequiredService<SourceBrowser>().PageAsync(query, context.RequestAborted),
            [nameof(SourcesPage.Deleted)] = await services.GetRequiredService<SourceUndeletion>().DeletedAsync(context.RequestAborted),
            [nameof(SourcesPage.Words)] = services.GetRequiredService<SourceWords>(),
            [nameof(SourcesPage.StorageTrouble)] = services.GetRequiredService<IStorageHealth>().Trouble,
            [nameof(SourcesPage.FileErrors)] = services.GetRequiredService<FeedsFileSync>().Errors,
            [nameof(SourcesPage.UnknownSources)] = services.GetRequiredService<FeedsFileSync>().UnknownSources,
        };
        context.Response.StatusCode = status ?? (form.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        await HangfireShell.WriteAsync<SourcesPage>(context, SourcesText.Sources, parameters);
    }

    private static async Task DoAsync(HttpContext context, SourceBrowser browser, SourceBulk bulk)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (query, error) = SourceQuery.Read(form["query"].ToString());
        if (query is null)
        {
            await TypedResults.Problem(error, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        var all = form["which"] == "all";
        var chosen = all
            ? await browser.MatchingAsync(query, context.RequestAborted)
            : await browser.OfSlugsAsync(form["id"].OfType<string>().ToHashSet(), context.RequestAborted);
        if (Problem(form, chosen.Count, all) is { } problem)
            await ShowAsync(context, query, SourceFormState.None with { Error = problem }, null);
        else if (form["action"] == "delete" && form["sure"] != "1")
            await AskAsync(context, chosen, query, all);
        else
            await CarryOutAsync(context, bulk, form, query, chosen);
    }

    private static async Task BringBackAsync(HttpContext context, SourceUndeletion undeletion)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var back = await undeletion.BringBackAsync([.. form["id"].OfType<string>()], context.RequestAborted);
        SourcePageContext.Redirect(context, "/hangfire/sources", $"back&n={back}");
    }

    // "All" is what the admin saw: others that match by now were not meant.
    private static string? Problem(IFormCollection form, int count, bool all) => (all, count) switch
    {
        (false, 0) => Say(
            "No source is chosen: tick some, or choose all that match.",
            "Tidak ada sumber yang dipilih: centang beberapa, atau pilih semua yang cocok."),
        (true, _) when form["count"] != count.ToString(System.Globalization.CultureInfo.InvariantCulture) =>
            Say(
                $"{count} sources match now, and it was {form["count"]} when the page was shown: look at them again, "
                    + "and send it once more.",
                $"Sekarang {count} sumber yang cocok, tadi {form["count"]} saat halaman ditampilkan: periksa lagi, "
                    + "lalu kirim sekali lagi."),
        (true, 0) => Say("No source matches.", "Tidak ada sumber yang cocok."),
        _ => null,
    };

    private static async Task AskAsync(HttpContext context, IReadOnlyList<SourceRow> chosen, SourceQuery query, bool all)
    {
        Actor.Current.DoesNothing();
        var parameters = new Dictionary<string, object?>
        {
            [nameof(BulkDeletePage.Context)] = SourcePageContext.Of(context, SourceFormState.None),
            [nameof(BulkDeletePage.Chosen)] = chosen,
            [nameof(BulkDeletePage.Query)] = query,
            [nameof(BulkDeletePage.All)] = all,
        };
        await HangfireShell.WriteAsync<BulkDeletePage>(context, SourcesText.DeleteSources, parameters);
    }

    private static async Task CarryOutAsync(
        HttpContext context,
        SourceBulk bulk,
        IFormCollection form,
        SourceQuery query,
        IReadOnlyList<SourceRow> chosen)
    {
        long[] ids = [.. chosen.Select(row => row.Id)];
        var action = form["action"].ToString();
        var (done, error) = action switch
        {
            "poll" => (await bulk.RefreshAsync(ids, context.RequestAborted), null),
            "delete" => (await DeleteAsync(bulk, ids, context.RequestAborted), null),
            _ when BulkEdit(action, form) is { } edit => await bulk.EditAsync(ids, edit, context.RequestAborted),
            _ => (0, Say(
                $"action: '{action}' is nothing that can be done to sources; choose one of the list",
                $"'{action}' bukan tindakan untuk sumber; pilih salah satu dari daftar")),
        };
        if (error is not null)
            await ShowAsync(context, query, SourceFormState.None with { Error = Worded(error) }, null);
        else
        {
            SourceUndo.OfMany(context, action, query.Address, chosen);
            var said = BulkForm.SetBy(action) is null ? action : "set";
            SourcePageContext.Redirect(context, query.Address, $"bulk-{said}&n={done}&left={ids.Length - done}");
        }
    }

    private static string Worded(string error) =>
        SourceForm.FieldOf(error) is var (field, words) ? $"{SourceForm.LabelOf(field)}: {words}" : error;

    private static SourceEdit? BulkEdit(string action, IFormCollection form) => action switch
    {
        "pause" => new SourceEdit().Say(SourceProperties.Enabled, false),
        "resume" => new SourceEdit().Say(SourceProperties.Enabled, true),
        "category" => new SourceEdit().SayCategories(SourceForm.Slugs(form["category"].ToString())),
        "folder" => new SourceEdit().Say(SourceProperties.Folder, form["folder"].ToString() is { Length: > 0 } folder ? folder : null),
        _ when BulkForm.SetBy(action) is { } property =>
            new SourceEdit().Say(property, form[action].ToString().Trim() is { Length: > 0 } value ? value : null),
        _ => null,
    };

    private static async Task<int> DeleteAsync(SourceBulk bulk, long[] ids, CancellationToken cancellation)
    {
        await bulk.DeleteAsync(ids, cancellation);
        return ids.Length;
    }
}
