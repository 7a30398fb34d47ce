using System.Globalization;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Serving;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>What was wrong with a form, and what was typed into it.</summary>
internal sealed record SourceFormState(string? Error, IReadOnlyDictionary<string, string> Typed)
{
    public static readonly SourceFormState None = new(null, new Dictionary<string, string>());

    /// <summary>What is wrong with each field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>The form with what was wrong with it: beside its fields, where it is a field's.</summary>
    public static SourceFormState Refused(
        string? error, IReadOnlyDictionary<string, string> errors, IReadOnlyDictionary<string, string> typed)
    {
        if (errors.Count == 0 && SourceForm.FieldOf(error) is var (field, words))
            errors = new Dictionary<string, string> { [field] = words };
        return new(errors.Count > 0 ? FrameText.NothingIsSaved : error, typed) { Errors = errors };
    }

    /// <summary>What it was opened with, where it is that form still; null: it is opened again, over the state of now.</summary>
    public SeenSource? Seen { get; init; }

    /// <summary>What has just been done, in words of its own; null: as the address says.</summary>
    public string? Told { get; init; }
}

/// <summary>What pages of sources are made with.</summary>
internal static class SourcePageContext
{
    public static PageContext Of(HttpContext context, SourceFormState form) => PageContext.Of(
        context, done => form.Told ?? DoneWords(done, Number(context, "n"), Number(context, "left")), form.Error, form.Typed)
        with
    { Errors = form.Errors };

    /// <summary>Leads to a page that says what was done.</summary>
    public static void Redirect(HttpContext context, string to, string done) => context.Response.SeeOther(
        $"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={(Actor.Current.HasChangedNothing ? FrameText.Same : done)}");

    public static Task NotFoundAsync(HttpContext context, string? what = null) =>
        TypedResults.Problem(what ?? SourcesText.ThereIsNoSourceWith, statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);

    private static string? DoneWords(string done, int count, int left) => done switch
    {
        "added" => Say(
            "The source is added; its first poll is under way, and what it brings stands below in a moment.",
            "Sumber ditambahkan; pemeriksaan pertamanya sedang berjalan, dan hasilnya segera tampil di bawah."),
        "several" => Say(
            $"{Sources(count)} added; the first polls are under way.",
            $"{count} sumber ditambahkan; pemeriksaan pertamanya sedang berjalan."),
        "saved" => Say("The source is saved.", "Sumber disimpan."),
        "polling" => Say(
            "A poll is under way; what it brings stands among its polls in a moment.",
            "Pemeriksaan sedang berjalan; hasilnya segera tampil di daftar pemeriksaan."),
        "paused" => Say("The source is paused.", "Sumber dijeda."),
        "resumed" => Say("The source is resumed; a poll is under way.", "Sumber dilanjutkan; pemeriksaan sedang berjalan."),
        "deleted" => Say("The source is deleted with its items.", "Sumber dihapus beserta butirnya."),
        "importing" => Say("The list is read and is being imported.", "Daftar sudah dibaca dan sedang diimpor."),
        "bulk-poll" =>
            Say(
                $"{Sources(count)} polled, as their hosts "
                    + $"allow.{Left(left, "paused, gone, or resting because their server asked for it")}",
                $"{count} sumber diperiksa, sejauh diizinkan "
                    + $"host-nya.{Left(left, "dijeda, sudah tiada, atau diistirahatkan atas permintaan servernya")}"),
        "bulk-pause" => Say(
            $"{Sources(count)} paused now.{Left(left, "paused already")}",
            $"{count} sumber kini dijeda.{Left(left, "sudah dijeda")}"),
        "bulk-resume" => Say(
            $"{Sources(count)} resumed and polled.{Left(left, "not paused")}",
            $"{count} sumber dilanjutkan dan diperiksa.{Left(left, "tidak dijeda")}"),
        "unimported" => Say(
            $"{Sources(count)} being deleted that the import had added. Each can be brought back for a week.",
            $"{count} sumber dari impor itu sedang dihapus. Masing-masing dapat dikembalikan selama seminggu."),
        "back" => Say(
            $"{Sources(count)} back; what their feeds still list comes with the next poll.",
            $"{count} sumber dikembalikan; yang masih ada di feed-nya datang pada pemeriksaan berikutnya."),
        "bulk-set" => Say(
            $"{Sources(count)} changed.{Left(left, "as it says already")}",
            $"{count} sumber diubah.{Left(left, "sudah seperti itu")}"),
        "bulk-folder" => Say(
            $"{Sources(count)} in this folder now.{Left(left, "in it already")}",
            $"{count} sumber kini ada di folder ini.{Left(left, "sudah di sana")}"),
        "bulk-category" => Say(
            $"{Sources(count)} of other categories now.{Left(left, "of these already")}",
            $"{count} sumber kini berkategori lain.{Left(left, "sudah berkategori itu")}"),
        "bulk-delete" => Say(
            $"{Sources(count)} being deleted with their items. Reload the page to see how far it is.",
            $"{count} sumber sedang dihapus beserta butirnya. Muat ulang halaman untuk melihat kemajuannya."),
        _ => null,
    };

    private static string Sources(int count) =>
        count == 1 ? "1 source is" : string.Create(CultureInfo.InvariantCulture, $"{count} sources are");

    private static string Left(int left, string why) => left == 0 ? "" : Say($" Left alone: {left}, {why}.", $" Dilewati: {left}, {why}.");

    private static int Number(HttpContext context, string name) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
