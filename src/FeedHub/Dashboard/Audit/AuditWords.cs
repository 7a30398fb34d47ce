using System.Text.RegularExpressions;
using FeedHub.Access;
using FeedHub.Model.Access;
using FeedHub.Model.Words;

namespace FeedHub.Dashboard.Audit;

/// <summary>Entries of the audit log as a person says them, with a link to what they are about.</summary>
internal static partial class AuditWords
{
    private static readonly Dictionary<string, (string English, string Indonesian)> Said = new(StringComparer.Ordinal)
    {
        ["list imported"] = ("imported a list of sources:", "mengimpor daftar sumber:"),
        ["source added"] = ("added the source", "menambahkan sumber"),
        ["sources added"] = ("added", "menambahkan"),
        ["source changed"] = ("changed the source", "mengubah sumber"),
        ["source paused"] = ("paused the source", "menjeda sumber"),
        ["source resumed"] = ("resumed the source", "melanjutkan sumber"),
        ["source polled"] = ("polled the source {0} at once", "langsung memeriksa sumber {0}"),
        ["source polled in full"] = ("polled the source {0} at once, in full", "langsung memeriksa sumber {0}, utuh"),
        ["sources polled"] = ("polled these sources at once:", "langsung memeriksa sumber ini:"),
        ["source deleted"] = ("deleted the source", "menghapus sumber"),
        ["sources deleted"] = ("deleted these sources:", "menghapus sumber ini:"),
        ["story erased"] = ("erased", "menghapus permanen"),
        ["story hidden"] = ("hid {0} from readers", "menyembunyikan {0} dari pembaca"),
        ["story shown again"] = ("showed {0} to readers again", "menampilkan {0} lagi kepada pembaca"),
        ["story split"] = ("split", "memisahkan"),
        ["stories joined"] = ("joined", "menggabungkan"),
        ["split taken back"] = ("took back the split of", "mengurungkan pemisahan"),
        ["join taken back"] = ("took back the join into", "mengurungkan penggabungan ke"),
        ["verdict confirmed"] = ("confirmed the verdict on", "membenarkan putusan atas"),
        ["story taken out of an event"] = ("took {0} out of its event", "mengeluarkan {0} dari peristiwanya"),
        ["story put into an event"] = ("put {0} into another event", "memasukkan {0} ke peristiwa lain"),
        ["event of a story confirmed"] = ("confirmed the event of", "membenarkan peristiwa dari"),
        ["feed added"] = ("added the feed", "menambahkan feed"),
        ["feed changed"] = ("changed the feed", "mengubah feed"),
        ["feed deleted"] = ("deleted the feed", "menghapus feed"),
        ["rules changed"] = ("changed the rules:", "mengubah aturan:"),
        ["title or description changed"] = ("changed of the merged feed:", "mengubah pada feed gabungan:"),
        ["setting changed"] = ("changed the setting", "mengubah pengaturan"),
        ["key made"] = ("made the key", "membuat kunci"),
        ["key revoked"] = ("revoked the key", "mencabut kunci"),
        ["key refused"] = ("was refused with a key:", "ditolak dengan sebuah kunci:"),
        ["password set"] = ("set the password", "menetapkan kata sandi"),
        ["signed in"] = ("signed in by", "masuk dengan"),
        ["signed out"] = ("signed out", "keluar"),
        ["signed out everywhere"] = ("signed everybody out:", "mengeluarkan semua orang:"),
        ["session ended"] = ("ended the session of", "mengakhiri sesi"),
        ["sign-in failed"] = ("failed to sign in:", "gagal masuk:"),
        ["model retrained"] = ("trained the model:", "melatih model:"),
        ["model chosen"] = ("chose the model:", "memilih model:"),
        ["training asked for"] = ("asked for a training of the model", "meminta pelatihan model"),
        ["re-tagging asked for"] = ("asked to re-tag the stored items", "meminta butir tersimpan ditandai ulang"),
        ["word mapped"] = ("said what a word of publishers means:", "menetapkan arti kata penerbit:"),
        ["word forgotten"] = ("took back what a word of publishers means:", "mencabut arti kata penerbit:"),
        ["correction withdrawn"] = ("took back the correction of", "mencabut koreksi atas"),
        ["categories corrected"] = ("corrected the categories of", "mengoreksi kategori dari"),
        ["page of an item tried"] = ("tried the page of an item of", "mencoba halaman sebuah butir dari"),
        ["alerts tested"] = ("sent a test to those who are told of trouble", "mengirim percobaan kepada yang diberi tahu bila ada masalah"),
        ["backup made"] = ("made a backup", "membuat cadangan"),
        ["backup downloaded"] = ("downloaded the backup", "mengunduh cadangan"),
        ["backup deleted"] = ("deleted the backup", "menghapus cadangan"),
        ["restore begun"] = ("stopped FeedHub, to go back to the backup", "menghentikan FeedHub untuk kembali ke cadangan"),
        ["backup restored"] = ("went back to the backup", "kembali ke cadangan"),
    };

    // Commands of Hangfire's pages and what was asked for without saying what it is.
    private static readonly (Regex Request, (string English, string Indonesian) Words)[] Requests =
    [
        (new("^POST /hangfire/poll-due$"), ("polled all that was due", "memeriksa semua yang sudah waktunya")),
        (new("^POST /hangfire/backups$"), ("made a backup", "membuat cadangan")),
        (new("^POST /hangfire/backups/download$"), ("downloaded a backup", "mengunduh cadangan")),
        (new("^POST /hangfire/sources/import$"), ("imported a list of sources", "mengimpor daftar sumber")),
        (new("^POST /hangfire/sources/import/.*/undo$"), ("took back an import", "mengurungkan impor")),
        (new("^POST /hangfire/undo$"), ("took back the last step", "mengurungkan langkah terakhir")),
        (new("^POST /hangfire/(jobs|retries).*/requeue(/.*)?$"), ("started jobs again:", "memulai lagi tugas:")),
        (new("^POST /hangfire/(jobs|retries).*/(delete|enqueue)(/.*)?$"),
            ("deleted or queued jobs:", "menghapus atau mengantrekan tugas:")),
        (new("^POST /hangfire/recurring/trigger$"), ("started the recurring jobs", "memulai tugas berkala")),
        (new("^POST /hangfire/recurring/remove$"), ("removed the recurring jobs", "menghapus tugas berkala")),
        (new("^POST /hangfire/sources/bulk$"), ("changed many sources", "mengubah banyak sumber")),
        (new("^POST /hangfire/sources/[^/]+$"), ("saved a source as it was", "menyimpan sumber tanpa perubahan")),
        (new("^POST /hangfire/stories/doubts/.*$"), ("confirmed a verdict on two stories", "membenarkan putusan atas dua berita")),
        (new("^POST /hangfire/feeds.*$"), ("saved a feed as it was", "menyimpan feed tanpa perubahan")),
        (new("^POST /hangfire/categories/.*$"), ("saved something of the categories as it was", "menyimpan kategori tanpa perubahan")),
    ];

    /// <summary>What was done: what stands before its target, and what behind it.</summary>
    public static (string Before, string After) Of(AuditEntry entry)
    {
        var (english, indonesian) = WordsOf(entry);
        var words = Spoken.Say(english, indonesian).Split("{0}");
        return (words[0].TrimEnd(), words.ElementAtOrDefault(1) ?? "");
    }

    /// <summary>What is stored of all that is shown with this word in it, in either language.</summary>
    public static IReadOnlyList<string> StoredFor(string word) =>
    [
        .. Said.Where(said => $"{said.Value.English} {said.Value.Indonesian}".Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(said => said.Key),
    ];

    /// <summary>What it was done to, in words.</summary>
    public static string TargetOf(string target) => target switch
    {
        "the shipped one" => Spoken.Say(target, "bawaan FeedHub"),
        SessionMarks.Password => Spoken.Say(target, "kata sandi"),
        _ when Import().Match(target) is { Success: true } import => Spoken.Say(target, $"impor {import.Groups[1].Value}"),
        _ when Story().Match(target) is { Success: true } story => Spoken.Say(target, $"berita {story.Groups[1].Value}"),
        _ when ItemOfStory().Match(target) is { Success: true } item =>
            Spoken.Say(target, $"berita {item.Groups[1].Value}, butir {item.Groups[2].Value}"),
        _ when TwoStories().Match(target) is { Success: true } two =>
            Spoken.Say(target, $"berita {two.Groups[1].Value} dan {two.Groups[2].Value}"),
        _ when AndMore().Match(target) is { Success: true } more =>
            Spoken.Say(target, $"{more.Groups[1].Value} dan {more.Groups[2].Value} lainnya"),
        _ when Version().Match(target) is { Success: true } version => Spoken.Say(target, $"versi {version.Groups[1].Value}"),
        _ when Sessions().Match(target) is { Success: true } sessions => Spoken.Say(target, $"{sessions.Groups[1].Value} sesi"),
        _ => target,
    };

    /// <summary>Who did it, in words.</summary>
    public static string WhoOf(string who) => who switch
    {
        "somebody" => Spoken.Say(who, "seseorang"),
        "key of the settings" => Spoken.Say(who, "kunci dari pengaturan"),
        _ => who,
    };

    private static (string English, string Indonesian) WordsOf(AuditEntry entry)
    {
        if (Said.TryGetValue(entry.What, out var said))
            return said;
        foreach (var (request, words) in Requests)
        {
            if (request.IsMatch(entry.What))
                return words;
        }

        return RequestLine().Match(entry.What) is { Success: true } line
            ? ($"sent a request to {line.Groups[1].Value}", $"mengirim permintaan ke {line.Groups[1].Value}")
            : (entry.What, entry.What);
    }

    /// <summary>Where that is which it was done to; null: nowhere, or to several.</summary>
    public static string? LinkOf(AuditEntry entry) => (entry.Area, entry.Target) switch
    {
        (_, null) => null,
        (AuditArea.Sources, { } target) when Import().Match(target) is { Success: true } import && entry.What == "list imported" =>
            $"/hangfire/sources/import/{import.Groups[1].Value}",
        (AuditArea.Sources, { } slug) when entry.What.StartsWith("source ", StringComparison.Ordinal) && entry.What != "source deleted" =>
            $"/hangfire/sources/{Uri.EscapeDataString(slug)}",
        (AuditArea.Stories or AuditArea.Categories, { } target) when Story().Match(target) is { Success: true } story =>
            $"/hangfire/stories/{story.Groups[1].Value}",
        (AuditArea.Stories, _) when entry.After.GetValueOrDefault("story") is { Length: > 0 } story => $"/hangfire/stories/{story}",
        (AuditArea.Settings, { } key) when entry.What == "setting changed" => $"/hangfire/settings#{key.Replace(':', '-')}",
        (AuditArea.Feeds, _) => "/hangfire/feeds",
        (AuditArea.Backups, _) => "/hangfire/backups",
        _ => null,
    };

    [GeneratedRegex("^(?:GET|POST|PUT|PATCH|DELETE) (.*)$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^version (\d+)$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(\d+) sessions$")]
    private static partial Regex Sessions();

    [GeneratedRegex(@"^import (\d+)$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^story (\d+)$")]
    private static partial Regex Story();

    [GeneratedRegex(@"^story (\d+), item (\d+)$")]
    private static partial Regex ItemOfStory();

    [GeneratedRegex(@"^stories (\d+) and (\d+)$")]
    private static partial Regex TwoStories();

    [GeneratedRegex(@"^(.*) and (\d+) more$")]
    private static partial Regex AndMore();
}
