using System.Text.RegularExpressions;
using FeedHub.Model.Words;
using FeedHub.Syndication;

namespace FeedHub.Dashboard.Overview;

/// <summary>What came of a job.</summary>
/// <param name="Words">In words.</param>
/// <param name="IsEnglish">Whether a visitor of another language gets them in English all the same.</param>
public sealed record JobResult(string Words, bool IsEnglish);

/// <summary>Names and results of jobs in the visitor's language. Hangfire keeps them in English, since a job runs for nobody.</summary>
internal static class JobWords
{
    // A job that polls many sources has a line of each.
    private const int LongestResult = 300;

    private static readonly Table Names = new("",
        ("Poll ([0-9]+) sources of (.*)", "Periksa $1 sumber di $2"),
        ("Poll (.*)", "Periksa $1"),
        ("Alerts: tell people of trouble", "Peringatan: beri tahu orang bila ada masalah"),
        ("Pages of articles: queue what is due", "Halaman artikel: antrekan yang sudah waktunya"),
        ("Pages of articles: (.*)", "Halaman artikel: $1"),
        ("Page of an article: (.*)", "Halaman sebuah artikel: $1"),
        ("Re-tag the stored items", "Tandai ulang butir tersimpan"),
        ("Train the categories' model on the hub's own items", "Latih model kategori dengan butir hub ini"),
        ("Backup: keep a copy of each day", "Cadangan: simpan salinan tiap hari"),
        ("Backup: make a copy now", "Cadangan: buat salinan sekarang"),
        ("Health digest: look at storage, polls and disk", "Kesehatan: lihat penyimpanan, pemeriksaan, dan disk"),
        ("Retention: purge old stories and polls", "Masa simpan: hapus berita dan pemeriksaan lama"),
        ("WebSub: announce what changed", "WebSub: umumkan yang berubah"),
        ("WebSub: queue what is due", "WebSub: antrekan yang sudah waktunya"),
        ("Icons: ask publishers for theirs", "Ikon: minta milik penerbit"),
        ("Dispatch: queue the polls that are due", "Penjadwalan: antrekan pemeriksaan yang sudah waktunya"),
        ("Import a list of sources", "Impor daftar sumber"),
        ("Delete sources with their items", "Hapus sumber beserta butirnya"),
        ("Subscriptions: ask WebSub hubs", "Langganan: hubungi hub WebSub"),
        ("a job that this version does not know", "tugas yang tidak dikenal versi ini"));

    // A poll among others stands behind its source's title.
    private static readonly Table Results = new("(?<source>.*: )?",
        ("([0-9]+), nothing new", "$1, tidak ada yang baru"),
        ("([0-9]+), ([0-9]+) new", "$1, $2 baru"),
        ("([0-9]+), ([0-9]+) new, ([0-9]+) changed", "$1, $2 baru, $3 berubah"),
        ("not due, or being polled already", "belum waktunya, atau sedang diperiksa"),
        ("its host is busy with other polls: tried again in a few seconds", "host sedang sibuk: dicoba lagi sebentar lagi"),
        ("this machine has no network: polled once it has one", "mesin ini tidak punya jaringan: diperiksa setelah ada"),
        ("polled; what came is kept for the node that stores", "diperiksa; hasilnya disimpan untuk node yang menyimpan"),
        ("polled, but edited or removed meanwhile: what came is not kept", "diperiksa, tetapi sementara itu diubah: tidak disimpan"),
        ("([0-9]+) added, ([0-9]+) known already, ([0-9]+) refused", "$1 ditambahkan, $2 sudah ada, $3 ditolak"),
        ("([0-9]+) sources deleted", "$1 sumber dihapus"),
        ("([0-9]+) sources deleted, ([0-9]+) left alone or gone before", "$1 sumber dihapus, $2 dibiarkan atau sudah tidak ada"),
        ("([0-9]+) queued", "$1 diantrekan"),
        ("([0-9]+) hosts queued, ([0-9]+) items waited long enough", "$1 host diantrekan, $2 butir sudah cukup lama menunggu"),
        ("([0-9]+) asked", "$1 diminta"),
        ("([0-9]+) wanted, ([0-9]+) asked, ([0-9]+) changed", "$1 diperlukan, $2 diminta, $3 berubah"),
        ("([0-9]+) to verify, ([0-9]+) to push", "$1 untuk diverifikasi, $2 untuk dikirim"),
        ("([0-9]+) calls under way, ([0-9]+) wait", "$1 panggilan berjalan, $2 menunggu"),
        ("([0-9]+) stories and ([0-9]+) polls purged", "$1 berita dan $2 pemeriksaan dihapus"),
        ("([0-9]+) polls and ([0-9]+) stories purged", "$1 pemeriksaan dan $2 berita dihapus"),
        ("([0-9]+) of ([0-9]+) items looked at, ([0-9]+) changed [(](.*)[)]", "$1 dari $2 butir dilihat, $3 berubah"),
        ("(.*), ([0-9.]+) MB, checked", "$1, $2 MB, sudah diuji"),
        ("([0-9]+) kept", "$1 disimpan"),
        ("read, ([0-9]+) characters", "dibaca, $1 karakter"),
        ("read, ([0-9]+) characters of ([0-9]+) pages", "dibaca, $1 karakter dari $2 halaman"),
        ("not wanted any more", "tidak diperlukan lagi"),
        ("the page is to be read no more", "halaman tidak perlu dibaca lagi"),
        ("another long job is under way: tried again in a few seconds", "tugas panjang lain sedang berjalan: dicoba lagi sebentar lagi"),
        ("another long job is under way: tried again in two minutes", "tugas panjang lain sedang berjalan: dicoba lagi dalam dua menit"),
        ("given up: another walk over everything was asked for", "dihentikan: penelusuran baru sudah diminta"),
        ("all is well", "semua baik"),
        ("no source names a hub", "tidak ada sumber yang menyebut hub"),
        ("nobody to ask", "tidak ada yang perlu dihubungi"),
        ("nothing that is to be told", "tidak ada yang perlu diberitahukan"),
        ("nothing new", "tidak ada yang baru"),
        ("([0-9]+) events? told", "$1 peristiwa diberitahukan"),
        ("([0-9]+) events? not told yet: (.*)", "$1 peristiwa belum diberitahukan: $2"),
        ("tried again at (.*)", "dicoba lagi pada $1"),
        ("all was over before it could be told", "semua sudah usai sebelum sempat diberitahukan"),
        ("nobody is to be told [(]FeedHub:Alerts[)]", "belum ada yang diberi tahu (FeedHub:Alerts)"),
        ("quiet hours [(](.*)[)]", "jam tenang ($1)"),
        ("the run before is still telling", "putaran sebelumnya masih memberi tahu"));

    /// <summary>A name in the visitor's language; one that is not known, such as of another version, as it is.</summary>
    public static string Name(string english) => Spoken.Say(english, Names.Of(english) ?? english);

    /// <summary>A result, on one line: each of its sentences, one behind the title of its source too.</summary>
    public static JobResult Result(string english)
    {
        var sentences = english.ReplaceLineEndings("; ");
        var said = Spoken.IsIndonesian ? sentences.Split("; ").Select(Results.Of).ToList() : [];
        return said.Count == 0 || said.Contains(null)
            ? new(Bounds.Cut(sentences, LongestResult), Spoken.IsIndonesian)
            : new(Bounds.Cut(string.Join("; ", said), LongestResult), false);
    }

    private sealed class Table(string before, params (string English, string Indonesian)[] words)
    {
        private readonly IReadOnlyList<(Regex English, string Indonesian)> _words =
        [
            .. words.Select(one => (
                new Regex($"^{before}{one.English}$", RegexOptions.CultureInvariant),
                (before.Length > 0 ? "${source}" : "") + one.Indonesian)),
        ];

        public string? Of(string english) =>
            _words.Select(one => one.English.IsMatch(english) ? one.English.Replace(english, one.Indonesian) : null)
                .FirstOrDefault(words => words is not null);
    }
}
