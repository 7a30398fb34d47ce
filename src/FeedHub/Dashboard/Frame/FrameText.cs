using System.Globalization;
using FeedHub.Model.Sources;
using FeedHub.Publishing.Pages;
using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Frame;

/// <summary>The words that all pages of the dashboard share.</summary>
internal static class FrameText
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string SkipToThePage => Say("Skip to the page", "Langsung ke isi halaman");

    public static string NewestStories => Say("Newest stories", "Berita terbaru");

    public static string SignOut => Say("Sign out", "Keluar");

    public static string Dashboard => Say("Dashboard", "Dasbor");

    public static string Undo => Say("Undo", "Urungkan");

    public static string ItIsUndone => Say("It is undone.", "Sudah diurungkan.");

    public static string Pages => Say("Pages", "Halaman");

    public static string PageOf(int number, int pages) => Say($"Page {number} of {pages}", $"Halaman {number} dari {pages}");

    public static string Choose => Say("choose …", "pilih …");

    public static string NoCategory => Say("no category.", "tanpa kategori.");

    public static string UseThisOne => Say("Use this one", "Pakai yang ini");

    public static string UseModel(string version) => Say($"Use model {version}", $"Pakai model {version}");

    public static string Never => Say("never", "belum pernah");

    public static string NotPlanned => Say("not planned", "tidak dijadwalkan");

    public static string Untitled => Say("(untitled)", "(tanpa judul)");

    public static string MoreAboutIt => Say("More about it", "Selengkapnya");

    public static string TimesAreInUtc => Say("Times are in UTC.", "Waktu dalam UTC.");

    public static string TimesAreInYourZone => Say("Times are in your zone ({0}).", "Waktu dalam zona Anda ({0}).");

    public static string Help => Say("Help", "Bantuan");

    public static string PollOf => Say("This job polls", "Tugas ini memeriksa");

    public static string JobsBy => Say("jobs by", "tugas dijalankan oleh");

    public static string YouSeeEverything => Say(
        "You see everything here and can change nothing.",
        "Anda dapat melihat semuanya di sini, tetapi tidak dapat mengubah apa pun.");

    public static string SourcesThatFailOrAre => Say("Sources that fail or are gone", "Sumber yang gagal atau sudah tiada");

    public static string JobsThatFailedByNo => Say(
        "Jobs that failed by no fault of a publisher",
        "Tugas yang gagal bukan karena penerbit");

    public static string TooLate => Say(
        "It was done more than an hour ago, or FeedHub was started since: it cannot be taken back with this button any "
            + "more.",
        "Sudah lebih dari satu jam, atau FeedHub sudah dimulai ulang sejak itu: tombol ini tidak dapat mengurungkannya "
            + "lagi.");

    public static string TakenBack => Say(
        "It was taken back already, by an earlier click: nothing is left to undo.",
        "Sudah diurungkan oleh klik sebelumnya: tidak ada lagi yang perlu diurungkan.");

    /// <summary>Names, as what was done, that all was so before.</summary>
    public const string Same = "same";

    public static string NothingIsSaved => Say(
        "Nothing is saved yet: look at what stands in red beside the fields below.",
        "Belum ada yang disimpan: lihat tulisan merah di samping bidang di bawah.");

    public static string NothingChanged => Say(
        "Nothing changed: it was so already.",
        "Tidak ada yang berubah: sudah begitu sebelumnya.");

    public static string TakenBackTitle => Say("Undone already", "Sudah diurungkan");

    public static string TooLateToUndo => Say("Too late to undo", "Terlambat untuk diurungkan");

    /// <summary>A category by its name, as on the pages for readers.</summary>
    public static string NameOf(Category category) => PageText.Capital(Say(category.English, category.Indonesian));

    /// <summary>The same, short enough for a badge.</summary>
    public static string ShortNameOf(Category category) => PageText.Short(category, NameOf(category));

    /// <summary>A state of a source.</summary>
    public static string NameOf(SourceState state) => state switch
    {
        SourceState.Active => Say("active", "aktif"),
        SourceState.Quiet => Say("quiet", "sepi"),
        SourceState.Throttled => Say("throttled", "dibatasi"),
        SourceState.Failing => Say("failing", "gagal"),
        SourceState.Gone => Say("gone", "tiada"),
        _ => Say("paused", "dijeda"),
    };

    /// <summary>A number with its noun, in English; Indonesian nouns have no plural.</summary>
    public static string Count(long number, string one, string many) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    /// <summary>How numbers and days are written.</summary>
    public static CultureInfo Culture => IsIndonesian ? Indonesian : CultureInfo.InvariantCulture;

    /// <summary>A number with a fraction.</summary>
    public static string Number(double value, string format) => value.ToString(format, Culture);
}
