using FeedHub.Categories;
using FeedHub.Dashboard.Frame;

namespace FeedHub.Dashboard.Categories;

/// <summary>What a form of the page of categories came to.</summary>
public sealed record CategoryFormState
{
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Places { get; init; } = ["title", "text"];

    public string? Error { get; init; }

    public TrialResult? Trial { get; init; }

    public RuleDraft? Draft { get; init; }

    public DryRunResult? DryRun { get; init; }
}

/// <summary>Gathers what the page of categories shows, and writes it.</summary>
internal static class CategoriesView
{
    private const int ShownWalks = 3;
    private const int ShownTrainings = 10;

    public static async Task WriteAsync(HttpContext context, CategoryFormState form)
    {
        var (services, cancellation) = (context.RequestServices, context.RequestAborted);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(CategoriesPage.Context)] = PageContext.Of(context, DoneWords, form.Error, form.Typed),
            [nameof(CategoriesPage.Figures)] = await services.GetRequiredService<CategoryFigures>().GetAsync(cancellation),
            [nameof(CategoriesPage.Threshold)] = services.GetRequiredService<Taggers>().Threshold,
            [nameof(CategoriesPage.Aliases)] = services.GetRequiredService<AliasBook>().All(),
            [nameof(CategoriesPage.Walks)] = await services.GetRequiredService<Retagging>().LatestAsync(ShownWalks, cancellation),
            [nameof(CategoriesPage.Trainings)] = (await services.GetRequiredService<ModelVersions>().AllAsync(cancellation)).Take(
                ShownTrainings).ToList(),
            [nameof(CategoriesPage.Labels)] = await services.GetRequiredService<LabelExport>().CountAsync(cancellation),
            [nameof(CategoriesPage.Drops)] = await services.GetRequiredService<DropFigures>().CountAsync(cancellation),
            [nameof(CategoriesPage.Form)] = form,
        };
        if (form.Error is not null)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await HangfireShell.WriteAsync<CategoriesPage>(context, "Categories", parameters);
    }

    private static string? DoneWords(string done) => done switch
    {
        "mapped" => "The word is mapped; the stored items are being re-tagged.",
        "forgotten" => "The word is mapped no more; the stored items are being re-tagged.",
        "rule" => "The rule is in force; the stored items are being looked at again. Export has it for feeds.json.",
        "rule-deleted" => "The rule is deleted; the stored items are being looked at again.",
        "corrected" => "The story has these categories now. The next training learns from that.",
        "withdrawn" => "The story has the categories that FeedHub finds.",
        "retagging" => "The stored items are being re-tagged. Reload the page to see how far it is.",
        "threshold" => "The least certainty is changed; the stored items are being re-tagged.",
        "training" => "A training is under way. Reload the page in a minute to see what it came to.",
        "model" => "The model is in use, for items that are new. Re-tag the stored items to have them by it too.",
        _ => null,
    };
}
