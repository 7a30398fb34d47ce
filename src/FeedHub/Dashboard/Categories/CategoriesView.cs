using FeedHub.Categories;
using FeedHub.Dashboard.Frame;
using static FeedHub.Model.Words.Spoken;

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
        await HangfireShell.WriteAsync<CategoriesPage>(context, CategoriesText.Categories, parameters);
    }

    private static string? DoneWords(string done) => done switch
    {
        "mapped" => Say(
            "The word is mapped; the stored items are being re-tagged.",
            "Kata dipetakan; butir tersimpan sedang ditandai ulang."),
        "forgotten" => Say(
            "The word is mapped no more; the stored items are being re-tagged.",
            "Kata tidak dipetakan lagi; butir tersimpan sedang ditandai ulang."),
        "rule" => Say(
            "The rule is in force; the stored items are being looked at again. Export has it for feeds.json.",
            "Aturan berlaku; butir tersimpan sedang diperiksa lagi. Halaman Ekspor memuatnya untuk feeds.json."),
        "rule-deleted" => Say(
            "The rule is deleted; the stored items are being looked at again.",
            "Aturan dihapus; butir tersimpan sedang diperiksa lagi."),
        "corrected" => Say(
            "The story has these categories now. The next training learns from that.",
            "Berita ini kini berkategori itu. Pelatihan berikutnya belajar darinya."),
        "withdrawn" => Say("The story has the categories that FeedHub finds.", "Berita ini berkategori menurut FeedHub."),
        "retagging" => Say(
            "The stored items are being re-tagged. Reload the page to see how far it is.",
            "Butir tersimpan sedang ditandai ulang. Muat ulang halaman untuk melihat kemajuannya."),
        "threshold" => Say(
            "The least certainty is changed; the stored items are being re-tagged.",
            "Batas keyakinan diubah; butir tersimpan sedang ditandai ulang."),
        "training" => Say(
            "A training is under way. Reload the page in a minute to see what it came to.",
            "Pelatihan sedang berjalan. Muat ulang halaman sebentar lagi untuk melihat hasilnya."),
        "model" => Say(
            "The model is in use, for items that are new. Re-tag the stored items to have them by it too.",
            "Model dipakai untuk butir baru. Tandai ulang butir tersimpan agar ikut memakainya."),
        _ => null,
    };
}
