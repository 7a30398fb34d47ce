using FeedHub.Access;
using FeedHub.Articles;
using FeedHub.Dashboard.Frame;
using FeedHub.Discovering;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using FeedHub.Sources.Browsing;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>The pages of sources on the dashboard: plain forms, so that they work without JavaScript.</summary>
internal static class SourcePages
{
    private const int ShownPolls = 50;
    private const int ShownItems = 20;

    /// <summary>Field and parameter of the site at which further feeds were found.</summary>
    internal const string FoundAt = "site";

    // A search finds fewer.
    private const int MostAtOnce = 20;

    /// <summary>Maps the pages, and the posts behind an antiforgery check.</summary>
    public static void MapSourcePages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/sources/{id}", (string id, HttpContext context) => OneAsync(context, id, SourceFormState.None));
        var writes = dashboard.MapAdminWrites("/sources");
        writes.MapPost("", AddAsync);
        writes.MapPost("/find", FindAsync).ChangesNothing();
        writes.MapPost("/several", AddSeveralAsync);
        writes.MapPost("/{id}", EditAsync);
        writes.MapPost("/{id}/use", UseAsync);
        writes.MapPost("/{id}/poll", (string id, HttpContext context, SourceCatalogue sources) =>
            AfterAsync(context, sources.RefreshAsync(id, inFull: false, context.RequestAborted), $"/{id}", "polling"));
        writes.MapPost("/{id}/poll-in-full", (string id, HttpContext context, SourceCatalogue sources) =>
            AfterAsync(context, sources.RefreshAsync(id, inFull: true, context.RequestAborted), $"/{id}", "polling"));
        writes.MapPost("/{id}/article", TryAsync);
        writes.MapPost("/{id}/pause", async (string id, HttpContext context, SourceCatalogue sources, SourceEditing editing) =>
        {
            var before = PausedSource.Of(await sources.FindAsync(id, context.RequestAborted));
            await AfterAsync(context, editing.EditAsync(id, Enabled(false), context.RequestAborted), $"/{id}", "paused", before);
        });
        writes.MapPost("/{id}/resume", (string id, HttpContext context, SourceEditing editing) =>
            AfterAsync(context, editing.EditAsync(id, Enabled(true), context.RequestAborted), $"/{id}", "resumed"));
        writes.MapPost("/{id}/delete", (string id, HttpContext context, SourceCatalogue sources) =>
            AfterAsync(context, sources.DeleteAsync(id, context.RequestAborted), "", "deleted"));
    }

    private static async Task AddAsync(HttpContext context, SourceAdding adding, SourceEditing editing, SourceRules rules)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = SourceForm.Typed(form);
        var (edit, errors) = SourceForm.Read(typed, rules);
        errors = await editing.WithTakenAsync(errors, edit, id: null, context.RequestAborted);
        var result = errors.Count > 0 ? null : await adding.AddAsync(edit, context.RequestAborted);
        if (result is { Outcome: EditOutcome.Done, Source: { } added })
            Redirect(context, $"/{added.Slug}", form[FoundAt].ToString() is { Length: > 0 } site
                ? $"added&{FoundAt}={Uri.EscapeDataString(site)}"
                : "added");
        else
            await SourceListPages.ShowAsync(context, SourceFormState.Refused(result?.Error, errors, typed), StatusOf(result));
    }

    // Those of a search that are ticked; what cannot be added is said, and the others are.
    private static async Task AddSeveralAsync(HttpContext context, SourceAdding adding)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var results = new List<EditResult>();
        foreach (var url in form["feed"].OfType<string>().Distinct().Take(MostAtOnce))
            results.Add(await adding.AddAsync(new() { Url = url }, context.RequestAborted));
        var refused = results.Where(result => result.Outcome != EditOutcome.Done).Select(result => result.Error).ToList();
        if (results.Count > 0 && refused.Count == 0)
            SourcePageContext.Redirect(context, "/hangfire/sources", $"several&n={results.Count}");
        else
            await SourceListPages.ShowAsync(
                context, SourceFormState.None with { Error = Refused(results.Count, refused) }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string Refused(int count, IReadOnlyList<string?> refused) => count == 0
        ? Say("feed: none is ticked; tick what is to be added", "Tidak ada feed yang dicentang; centang yang akan ditambahkan")
        : Say(
            $"{count - refused.Count} of {count} were added; not these: {string.Join("; ", refused)}",
            $"{count - refused.Count} dari {count} ditambahkan; yang ini tidak: {string.Join("; ", refused)}");

    private static SourceEdit Enabled(bool enabled) => new SourceEdit().Say(SourceProperties.Enabled, enabled);

    private static int StatusOf(EditResult? result) => result?.Outcome switch
    {
        EditOutcome.Duplicate => StatusCodes.Status409Conflict,
        EditOutcome.Page => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    };

    private static async Task FindAsync(HttpContext context, FeedFinder finder, FeedPreview preview)
    {
        var typed = await context.Request.ReadFormAsync(context.RequestAborted);
        var findings = await finder.FindAsync(typed["site"].ToString().Trim(), context.RequestAborted);
        var (wrong, selectors) = Selectors(typed);
        if (selectors is not null)
            findings = await finder.ByAsync(findings, selectors, context.RequestAborted);
        var form = SourceFormState.None with
        {
            Error = findings.Error is { } error ? SourcesText.NothingFoundAt(ShownAddress.Of(findings.Url), error) : wrong
        };
        if (form.Error is not null)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await HangfireShell.WriteAsync<FoundFeedsPage>(context, SourcesText.FeedsFound, new()
        {
            [nameof(FoundFeedsPage.Context)] = SourcePageContext.Of(context, form),
            [nameof(FoundFeedsPage.Found)] = findings,
            [nameof(FoundFeedsPage.Previews)] = await PreviewsAsync(findings, preview, context.RequestAborted),
        });
    }

    private static (string? Wrong, ListSelectors? Selectors) Selectors(IFormCollection form)
    {
        var edit = new SourceEdit().SaySelectors(form[SourceProperties.Selectors.Name].ToString());
        return (edit.Problem, edit.Declared.Selectors);
    }

    private static async Task<IReadOnlyDictionary<string, PreviewedFeed>> PreviewsAsync(
        Findings findings,
        FeedPreview preview,
        CancellationToken cancellation)
    {
        var previews = new Dictionary<string, PreviewedFeed>();
        foreach (var feed in findings.Usable.Where(f => f.Source is null))
        {
            if (await preview.OfAsync(feed.Url, cancellation) is { } shown)
                previews[feed.Url] = shown;
        }

        return previews;
    }

    private static async Task EditAsync(string id, HttpContext context, SourceEditing editing, SourceRules rules)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, seen) = (SourceForm.Typed(form), SeenSource.In(form));
        var (edit, errors) = SourceForm.Read(typed, rules);
        errors = await editing.WithTakenAsync(errors, edit, id, context.RequestAborted);
        var result = errors.Count > 0
            ? null
            : await editing.EditAsync(id, edit with { SeenVersion = seen.Version }, context.RequestAborted);
        if (result is { Outcome: EditOutcome.Done })
            Redirect(context, $"/{id}", "saved");
        else if (result is { Outcome: EditOutcome.Stale, Source: { } source })
            await OneAsync(context, id, StaleForm.Of(typed, seen, source), StatusCodes.Status409Conflict);
        else
            await OneAsync(context, id, SourceFormState.Refused(result?.Error, errors, typed) with { Seen = seen });
    }

    // Only what the page itself named: the button is not a second way to edit.
    private static async Task UseAsync(string id, HttpContext context, SourceCatalogue sources, SourceEditing editing)
    {
        var url = (await context.Request.ReadFormAsync(context.RequestAborted))["feed"].ToString();
        if (await sources.FindAsync(id, context.RequestAborted) is not { } source || !source.Polling.OfferedFeeds.Contains(url))
        {
            await SourcePageContext.NotFoundAsync(context);
            return;
        }

        var result = await editing.EditAsync(id, new() { Url = url }, context.RequestAborted);
        if (result.Outcome == EditOutcome.Done)
            Redirect(context, $"/{id}", "saved");
        else
            await OneAsync(context, id, SourceFormState.None with { Error = result.Error });
    }

    // What came of it stands on the page itself: an address must not be able to put words there.
    private static async Task TryAsync(string id, HttpContext context, SourceCatalogue sources, PageTrial trial, AuditLog audit)
    {
        if (await sources.FindAsync(id, context.RequestAborted) is not { } source)
        {
            await SourcePageContext.NotFoundAsync(context);
            return;
        }

        await audit.AddAsync(AuditArea.Sources, "page of an item tried", id, context.RequestAborted);
        await OneAsync(context, id, SourceFormState.None with { Told = await trial.TryAsync(source, context.RequestAborted) });
    }

    // A button in the list leads back to the list.
    private static async Task AfterAsync(HttpContext context, Task<EditResult> edit, string to, string done, PausedSource? before = null)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await edit is not { Outcome: EditOutcome.Done, Source: { } source })
        {
            await SourcePageContext.NotFoundAsync(context);
            return;
        }

        var listed = form.ContainsKey("query") ? SourceQuery.Read(form["query"].ToString()).Query : null;
        if (before is not null)
            SourceUndo.OfPause(context, before, listed?.Address ?? $"/hangfire/sources{to}");
        else if (done == "deleted")
            SourceUndo.OfDeletion(context, source.Slug);
        if (listed is not null)
            SourcePageContext.Redirect(context, listed.Address, done);
        else
            Redirect(context, to, done);
    }

    private static void Redirect(HttpContext context, string to, string done) =>
        SourcePageContext.Redirect(context, $"/hangfire/sources{to}", done);

    private static async Task OneAsync(
        HttpContext context, string id, SourceFormState form, int refusal = StatusCodes.Status400BadRequest)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<SourceCatalogue>().FindAsync(id, context.RequestAborted) is not { } source)
        {
            await SourcePageContext.NotFoundAsync(context);
            return;
        }

        var parameters = new Dictionary<string, object?>
        {
            [nameof(SourcePage.Context)] = SourcePageContext.Of(context, form),
            [nameof(SourcePage.Site)] = context.Request.Query[FoundAt].ToString(),
            [nameof(SourcePage.View)] = await ViewAsync(services, source, form.Seen, context.RequestAborted),
        };
        if (form.Error is not null)
            context.Response.StatusCode = refusal;
        await HangfireShell.WriteAsync<SourcePage>(context, source.DisplayTitle, parameters);
    }

    private static ArticlePagesView PagesOf(IServiceProvider services, long sourceId)
    {
        var database = services.GetRequiredService<ReadSessions>();
        return new(
            PageFigures.Of(database, sourceId), PageQueue.CountOf(database, sourceId),
            !services.GetRequiredService<IOptions<FeedHubOptions>>().Value.IsClosed());
    }

    private static async Task<SourcePageView> ViewAsync(
        IServiceProvider services, Source source, SeenSource? seen, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync(cancellation);
        return new(
            source,
            services.GetRequiredService<SourceWords>().Of(source),
            await db.Polls.AsNoTracking().Where(p => p.SourceId == source.Id).OrderByDescending(p => p.At).Take(ShownPolls)
                .ToListAsync(cancellation),
            await db.Items.AsNoTracking().Where(i => i.SourceId == source.Id).OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id)
                .Take(ShownItems)
                .ToListAsync(cancellation),
            PagesOf(services, source.Id),
            await services.GetRequiredService<SourceBrowser>().FoldersAsync(cancellation),
            services.GetRequiredService<SourceJobs>().NewestOf(source.Id),
            seen);
    }
}
