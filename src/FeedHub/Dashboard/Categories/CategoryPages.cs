using FeedHub.Access;
using FeedHub.Categories;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Items;
using FeedHub.Syndication.Reasons;
using Hangfire;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Categories;

/// <summary>The page of categories on the dashboard: plain forms, so that it works without JavaScript.</summary>
internal static class CategoryPages
{
    private const string Home = "/hangfire/categories";

    private const string Threshold = "Categories:Threshold";

    /// <summary>What forms send for no category; no slug, since nothing has it.</summary>
    private const string None = "none";

    /// <summary>Maps the page, and the posts behind an antiforgery check.</summary>
    public static void MapCategoryPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/categories", ShowAsync);
        dashboard.MapGet("/categories/labels.jsonl", ExportAsync);
        var writes = dashboard.MapAdminWrites("/categories");
        writes.MapPost("/words", MapWordAsync);
        writes.MapPost("/words/forget", ForgetWordAsync);
        writes.MapPost("/try", TryAsync).ChangesNothing().OpenToReaders();
        writes.MapPost("/dry-run", DryRunAsync).ChangesNothing().OpenToReaders();
        writes.MapPost("/rules", SaveRuleAsync);
        writes.MapPost("/rules/delete", DeleteRuleAsync);
        writes.MapPost("/correct", CorrectAsync);
        writes.MapPost("/withdraw", WithdrawAsync);
        writes.MapPost("/retag", RetagAsync);
        writes.MapPost("/threshold", MoveThresholdAsync);
        writes.MapPost("/train", TrainAsync);
        writes.MapPost("/model", UseModelAsync);
    }

    private static Task ShowAsync(HttpContext context)
    {
        if (context.Request.Query["item"].ToString() is { Length: > 0 } item)
            return TryAsync(context, new Dictionary<string, string> { ["item"] = item });
        var rule = context.RequestServices.GetRequiredService<RulePosts>().Fields(context.Request.Query["rule"].ToString());
        return CategoriesView.WriteAsync(context, rule is null ? new() : new() { Typed = rule, Places = rule["in"].Split(' ') });
    }

    private static async Task ExportAsync(HttpContext context, LabelExport labels)
    {
        context.Response.ContentType = "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"feedhub-labels.jsonl\"";
        context.Response.Headers.CacheControl = "no-store";
        await labels.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task MapWordAsync(HttpContext context, AliasBook aliases)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var slug = form["slug"].ToString();
        var error = slug.Length == 0
            ? Say("category: choose what the word means", "Pilih arti kata ini")
            : await aliases.MapAsync(form["word"].ToString(), slug == None ? "" : slug, context.RequestAborted);
        await AfterAsync(context, error, "words", "mapped");
    }

    private static async Task ForgetWordAsync(HttpContext context, AliasBook aliases)
    {
        var word = (await context.Request.ReadFormAsync(context.RequestAborted))["word"].ToString();
        var known = await aliases.ForgetAsync(word, context.RequestAborted);
        await AfterAsync(context, known ? null : Say(
            $"word: '{word}' is not mapped",
            $"Kata '{word}' tidak dipetakan"), "words", "forgotten");
    }

    private static async Task TryAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await TryAsync(context, Typed(form, "item", "title", "text"));
    }

    private static async Task TryAsync(HttpContext context, IReadOnlyDictionary<string, string> typed)
    {
        var trial = context.RequestServices.GetRequiredService<Trial>();
        var (item, title, text) = (typed["item"], typed.GetValueOrDefault("title", ""), typed.GetValueOrDefault("text", ""));
        if (item.Length > 0)
        {
            var found = await context.RequestServices.GetRequiredService<ItemFinder>().FindAsync(item, context.RequestAborted);
            await CategoriesView.WriteAsync(context, found is null
                ? new()
                {
                    Typed = typed, Error = Say(
                    $"item: there is no item with the id or address '{item}', and no story of that number",
                    $"Tidak ada butir dengan id atau alamat '{item}', dan tidak ada berita bernomor itu")
                }
                : new() { Typed = typed, Trial = trial.Of(found) });
        }
        else
        {
            await CategoriesView.WriteAsync(context, title.Length + text.Length == 0
                ? new()
                {
                    Typed = typed, Error = Say(
                    "text: write a title or a text to try, or name an item",
                    "Tulis judul atau isi untuk dicoba, atau sebutkan sebuah butir")
                }
                : new() { Typed = typed, Trial = trial.Of(title, text) });
        }
    }

    private static async Task DryRunAsync(HttpContext context, RuleDrafts drafts, DryRun dryRun)
    {
        var form = await DraftAsync(context, drafts);
        var result = form.Draft switch
        {
            { Drop: { } drop } => await dryRun.TryAsync(drop, context.RequestAborted),
            { Rule: { } rule } => await dryRun.TryAsync(rule, form.Typed["mode"] == "replace", context.RequestAborted),
            _ => null,
        };
        await CategoriesView.WriteAsync(context, form with { DryRun = result });
    }

    private static async Task SaveRuleAsync(HttpContext context, RuleDrafts drafts, RulePosts rules)
    {
        var form = await DraftAsync(context, drafts);
        if (form.Error is null)
            form = form with { Error = await rules.SaveAsync(form.Draft!, form.Typed["was"], context.RequestAborted) };
        if (form.Error is not null)
            await CategoriesView.WriteAsync(context, form);
        else
            await AfterAsync(context, null, "rules", "rule");
    }

    private static async Task DeleteRuleAsync(HttpContext context, RulePosts rules)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var back = rules.BringingBack(form["kind"] == RuleDrafts.DropKind, form["was"].ToString());
        var error = await rules.DeleteAsync(form["kind"] == RuleDrafts.DropKind, form["was"].ToString(), context.RequestAborted);
        if (error is null)
            context.RequestServices.GetRequiredService<UndoBook>().Offer(context, "rule-deleted", Home, back);
        await AfterAsync(context, error, "rules", "rule-deleted");
    }

    private static async Task<CategoryFormState> DraftAsync(HttpContext context, RuleDrafts drafts)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = Typed(form, "kind", "slug", "title", "any", "all", "none", "sources", "mode", "was");
        var places = form["in"].OfType<string>().ToList();
        var draft = await drafts.ReadAsync(typed, places, context.RequestAborted);
        return new()
        {
            Typed = typed,
            Places = places,
            Error = draft.Errors.Count > 0 ? CategoriesText.ToMend(draft.Errors.Count) : null,
            Draft = draft,
        };
    }

    private static async Task CorrectAsync(HttpContext context, Corrections corrections)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var slugs = form["primary"].Concat(form["slug"]).OfType<string>().Where(slug => slug is not ("" or None)).ToList();
        await AfterCorrectionAsync(
            context,
            form["story"].ToString(),
            story => corrections.CorrectAsync(story, slugs, context.RequestAborted),
            "corrected");
    }

    private static async Task WithdrawAsync(HttpContext context, Corrections corrections)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await AfterCorrectionAsync(
            context,
            form["story"].ToString(),
            story => corrections.WithdrawAsync(story, context.RequestAborted),
            "withdrawn");
    }

    private static async Task AfterCorrectionAsync(
        HttpContext context,
        string story,
        Func<long, Task<CorrectionResult>> correct,
        string done)
    {
        var result = long.TryParse(story, out var id) ? await correct(id) : CorrectionResult.NotFound;
        if (result.Error is null && (await context.Request.ReadFormAsync(context.RequestAborted))["back"] == "story")
        {
            context.RequestServices.GetRequiredService<CategoryFigures>().Forget();
            context.Response.SeeOther(
                $"/hangfire/stories/{id}?done={(Actor.Current.HasChangedNothing ? FrameText.Same : done)}#categories");
            return;
        }

        await AfterAsync(context, result.Error, "try", done, $"item={id}&");
    }

    private static async Task RetagAsync(HttpContext context, Retagging retagging)
    {
        retagging.Request(Reason.Of(ReasonCode.AdminAsked));
        await NoteAsync(context, "re-tagging asked for");
        await AfterAsync(context, null, "", "retagging");
    }

    private static async Task MoveThresholdAsync(HttpContext context, SettingChanges changes, Retagging retagging, AuditLog audit)
    {
        var typed = (await context.Request.ReadFormAsync(context.RequestAborted))["value"].ToString().Trim();
        var change = changes.Change(Threshold, typed.Length == 0 ? null : typed);
        if (change.IsSame)
            Actor.Current.ChangesNothing();
        else if (change.Error is null)
        {
            retagging.Request(Reason.Of(ReasonCode.AdminAsked));
            await audit.AddAsync(
                AuditArea.Settings,
                "setting changed",
                Threshold,
                CancellationToken.None,
                new Dictionary<string, string?> { [Threshold] = change.Before },
                new Dictionary<string, string?> { [Threshold] = change.After });
        }

        await AfterAsync(context, change.Error, "threshold", "threshold");
    }

    private static async Task TrainAsync(HttpContext context, IBackgroundJobClient jobs)
    {
        jobs.Enqueue<TrainingJob>(job => job.RunAsync(CancellationToken.None));
        await NoteAsync(context, "training asked for");
        await AfterAsync(context, null, "model", "training");
    }

    private static async Task UseModelAsync(HttpContext context, ModelVersions versions)
    {
        var id = (await context.Request.ReadFormAsync(context.RequestAborted))["version"].ToString();
        long? version = long.TryParse(id, out var number) ? number : null;
        var used = (id == "shipped" || version is not null) && await versions.UseAsync(version, context.RequestAborted);
        await AfterAsync(context, used ? null : Say(
            "version: there is no such model any more; reload the page",
            "Model itu sudah tidak ada; muat ulang halaman"), "model", "model");
    }

    private static Task NoteAsync(HttpContext context, string what) =>
        context.RequestServices.GetRequiredService<AuditLog>().AddAsync(AuditArea.Categories, what, null, context.RequestAborted);

    private static async Task AfterAsync(HttpContext context, string? error, string section, string done, string query = "")
    {
        context.RequestServices.GetRequiredService<CategoryFigures>().Forget();
        if (error is not null)
        {
            await CategoriesView.WriteAsync(context, new() { Error = error });
            return;
        }

        context.Response.SeeOther($"{Home}?{query}done={(Actor.Current.HasChangedNothing ? FrameText.Same : done)}#{section}");
    }

    private static Dictionary<string, string> Typed(IFormCollection form, params IEnumerable<string> fields) =>
        fields.ToDictionary(field => field, field => form[field].ToString().Trim());
}
