using System.Globalization;
using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Dashboard.Sources;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Syndication.Reading.Opml;
using Microsoft.AspNetCore.Http.Features;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Lists;

/// <summary>Imports of subscription lists: the form, the imports there were, and what came of each line.</summary>
internal static class ImportPages
{
    private const string Home = "/hangfire/sources/import";

    // The parts around the file and the form's other fields.
    private const int MostOfRequest = Imports.MaxBytes + (64 * 1024);

    /// <summary>Maps the pages, and the post behind a limit and an antiforgery check.</summary>
    public static void MapImportPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/sources/import", (HttpContext context) => ShowAsync(context, SourceFormState.None));
        dashboard.MapGet("/sources/import/{id:long}", OneAsync);
        dashboard.MapAdminWrites("/sources/import").MapPost("/{id:long}/undo", UndoAsync);
        dashboard.MapGroup("").AddEndpointFilter(LimitAsync).MapAdminWrites("/sources")
            .MapPost("/import", (HttpContext context) => ImportAsync(context));
    }

    // Before anything of the body is read. Browsers always say how long a form is.
    private static async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;

        // Pasted text may be as long as a file.
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { ValueLengthLimit = MostOfRequest }));
        return context.Request.ContentLength switch
        {
            null => TypedResults.Problem(Say(
                "Say how long the form is (Content-Length).",
                "Sebutkan panjang formulir (Content-Length)."), statusCode: StatusCodes.Status411LengthRequired),
            > MostOfRequest => TypedResults.Problem(
                TooLarge,
                statusCode: StatusCodes.Status413PayloadTooLarge,
                title: Say("The list is too large", "Daftar terlalu besar")),
            _ => await next(invocation),
        };
    }

    private static string TooLarge =>
        Say(
            $"The list has more than {Imports.MaxBytes / 1024 / 1024} MB, the most that is taken at once. Cut it "
                + "into several, such as one for each folder, and import one after the other: nothing is added twice.",
            $"Daftar ini lebih dari {Imports.MaxBytes / 1024 / 1024} MB, batas sekali impor. Bagi menjadi beberapa, "
                + "misalnya satu per folder, lalu impor satu per satu: tidak ada yang ditambahkan dua kali.");

    private static async Task ImportAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var imports = context.RequestServices.GetRequiredService<Imports>();
        var (list, name) = await ReadAsync(form, context.RequestAborted);
        var (import, error) = name is null
            ? (null, Say("file: choose an OPML file, or paste its text", "Pilih berkas OPML, atau tempel isinya"))
            : await imports.BeginAsync(list, name, context.RequestAborted);
        if (import is null)
            await ShowAsync(context, SourceFormState.None with { Error = error });
        else
            SourcePageContext.Redirect(context, string.Create(CultureInfo.InvariantCulture, $"{Home}/{import.Id}"), "importing");
    }

    // A browser sends an empty part where no file was chosen.
    private static async Task<(OpmlList? List, string? Name)> ReadAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            var name = Path.GetFileName(file.FileName);
            return (OpmlReader.Read(bytes.ToArray()), name is { Length: > 0 and < 200 } ? name : ListsText.AFile);
        }

        return form["text"].ToString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text)
            ? (OpmlReader.Read(text), ListsText.PastedText)
            : (null, null);
    }

    private static async Task ShowAsync(HttpContext context, SourceFormState form)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ImportsPage.Context)] = SourcePageContext.Of(context, form),
            [nameof(ImportsPage.Imports)] = await context.RequestServices.GetRequiredService<Imports>().LatestAsync(context.RequestAborted),
        };
        if (form.Error is not null)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await HangfireShell.WriteAsync<ImportsPage>(context, ListsText.ImportSources, parameters);
    }

    private static async Task UndoAsync(
        long id, HttpContext context, Imports imports, SourceBulk bulk, SourceUndeletion undeletion)
    {
        var added = imports.Undo(await imports.AddedAsync(id, context.RequestAborted));
        if (added.Count == 0)
        {
            await TypedResults.Problem(
                ListsText.NothingOfItIsLeft, statusCode: StatusCodes.Status410Gone, title: FrameText.TakenBackTitle).ExecuteAsync(context);
            return;
        }

        await DeleteAsync(added, imports, bulk);
        context.RequestServices.GetRequiredService<UndoBook>().Offer(context, "unimported", Home, cancellation =>
        {
            imports.Redo(added);
            return undeletion.BringBackAsync([.. added.Keys], cancellation);
        });
        SourcePageContext.Redirect(context, Home, string.Create(CultureInfo.InvariantCulture, $"unimported&n={added.Count}"));
    }

    private static async Task DeleteAsync(IReadOnlyDictionary<string, long> added, Imports imports, SourceBulk bulk)
    {
        try
        {
            await bulk.DeleteAsync([.. added.Values], CancellationToken.None);
        }
        catch
        {
            // Nothing deletes them: the next click may.
            imports.Redo(added);
            throw;
        }
    }

    private static async Task OneAsync(long id, HttpContext context, Imports imports)
    {
        var asked = context.Request.Query["outcome"].ToString();
        ImportOutcome? outcome = Enum.TryParse<ImportOutcome>(asked, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 100_000 ? number : 1;
        if (asked.Length == 0 && !context.Request.Query.ContainsKey("page")
            && await imports.FindAsync(id, outcome, page, context.RequestAborted) is { } whole && ImportPage.IsLong(whole))
            outcome = ImportOutcome.Refused;
        if (await imports.FindAsync(id, outcome, page, context.RequestAborted) is not { } view)
        {
            await SourcePageContext.NotFoundAsync(context, ListsText.ThereIsNoImportWith);
            return;
        }

        var parameters = new Dictionary<string, object?>
        {
            [nameof(ImportPage.Context)] = SourcePageContext.Of(context, SourceFormState.None),
            [nameof(ImportPage.View)] = view,
            [nameof(ImportPage.Left)] = (await imports.AddedAsync(id, context.RequestAborted)).Count,
            [nameof(ImportPage.Outcome)] = outcome,
            [nameof(ImportPage.All)] = asked == ImportPage.Everything,
            [nameof(ImportPage.Page)] = page,
        };
        await HangfireShell.WriteAsync<ImportPage>(context, ListsText.Import, parameters);
    }
}
