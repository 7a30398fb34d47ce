using FeedHub.Model.Sources;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>A form that was sent after somebody else had changed its source: both states are shown, and the person decides.</summary>
internal static class StaleForm
{
    /// <summary>The form to show: what the person wrote, and in the fields left alone what is there now.</summary>
    /// <param name="typed">What came in.</param>
    /// <param name="seen">What the person had before the eyes.</param>
    /// <param name="source">The source as it is now.</param>
    public static SourceFormState Of(IReadOnlyDictionary<string, string> typed, SeenSource seen, Source source)
    {
        var now = SourceForm.ValuesOf(source, whole: true);
        var kept = typed.Where(field => !now.ContainsKey(field.Key) || IsWritten(field.Key, field.Value, seen)).ToDictionary();
        return new(Words(kept, seen, now), kept);
    }

    private static bool IsWritten(string field, string value, SeenSource seen) =>
        !seen.Values.TryGetValue(field, out var before) || value != before.Trim();

    private static string Words(Dictionary<string, string> kept, SeenSource seen, IReadOnlyDictionary<string, string> now)
    {
        var differences = now.Select(field => WordsOf(field.Key, field.Value, kept, seen)).OfType<string>().ToList();
        return Say(
            "Somebody changed this source after this form was opened, so nothing is saved yet.",
            "Seseorang mengubah sumber ini setelah formulir dibuka, jadi belum ada yang disimpan.") + " "
            + string.Concat(differences.Select(difference => difference + " "))
            + Say(
                "Below stands what you wrote, and in the fields that you left alone what is there now: save that, "
                    + "or change it first.",
                "Di bawah ini tulisan Anda, dan isi terkini di bidang yang tidak Anda ubah: simpan itu, atau ubah "
                    + "dahulu.");
    }

    private static string? WordsOf(string field, string now, Dictionary<string, string> kept, SeenSource seen) =>
        kept.TryGetValue(field, out var written)
            ? written == now ? null : Say(
                $"{SourceForm.LabelOf(field)}: you wrote {Quoted(written)}, and there is {Quoted(now)} now.",
                $"{SourceForm.LabelOf(field)}: Anda menulis {Quoted(written)}, sekarang isinya {Quoted(now)}.")
            : seen.Values.TryGetValue(field, out var before) && before != now
                ? Say(
                    $"{SourceForm.LabelOf(field)}: there is {Quoted(now)} now, in place of {Quoted(before)}.",
                    $"{SourceForm.LabelOf(field)}: sekarang {Quoted(now)}, sebelumnya {Quoted(before)}.")
                : null;

    private static string Quoted(string value) => value.Length == 0 ? SourcesText.Nothing : $"“{value}”";
}
