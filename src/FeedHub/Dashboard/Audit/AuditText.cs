using FeedHub.Model.Access;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Audit;

/// <summary>The words of the page of the audit log.</summary>
internal static class AuditText
{
    public static string AuditLog => Say("Audit log", "Log audit");

    public static string Who => Say("Who", "Siapa");

    public static string Everybody => Say("everybody", "semua orang");

    public static string About => Say("About", "Tentang");

    public static string Everything => Say("everything", "semuanya");

    public static string From => Say("From", "Dari");

    public static string To => Say("To", "Sampai");

    public static string Words => Say("Words", "Kata");

    public static string Show => Say("Show", "Tampilkan");

    public static string ShowAll => Say("Show all", "Tampilkan semua");

    public static string OnlyWhatWasDoneTo => Say("Only what was done to", "Hanya yang dilakukan terhadap");

    public static string NothingHasBeenChangedYet => Say("Nothing has been changed yet.", "Belum ada yang diubah.");

    public static string NothingMatches => Say("Nothing matches.", "Tidak ada yang cocok.");

    public static string When => Say("When", "Kapan");

    public static string WhoDidWhat => Say("Who did what", "Siapa melakukan apa");

    public static string BeforeAfter => Say("Before → after", "Sebelum → sesudah");

    public static string WhoLabel => Say("Who", "Siapa");

    public static string Newest => Say("Newest", "Terbaru");

    public static string Older => Say("Older", "Lebih lama");

    public static string KeptFor(double days) => Say(
        $"Entries are kept for {days} days.",
        $"Catatan disimpan {days} hari.");

    public static string DaysAreOf(string zone) => Say($"Days are those of {zone}.", $"Hari menurut {zone}.");

    public static string Nothing => Say("nothing", "tidak ada");

    public static string NoDay(string field, string written) => Say(
        $"{field}: \"{written}\" is not a day, so entries of every day are shown. Write one such as 2026-11-30.",
        $"{field}: \"{written}\" bukan tanggal, jadi catatan semua hari ditampilkan. Tulis misalnya 2026-11-30.");

    public static string NoArea(string written) => Say(
        $"{About}: there is nothing called \"{written}\", so everything is shown. Choose from the list.",
        $"{About}: tidak ada yang bernama \"{written}\", jadi semuanya ditampilkan. Pilih dari daftar.");

    /// <summary>What entries are about.</summary>
    public static string NameOf(AuditArea area) => area switch
    {
        AuditArea.Sources => Say("sources", "sumber"),
        AuditArea.Categories => Say("categories", "kategori"),
        AuditArea.Stories => Say("stories", "berita"),
        AuditArea.Access => Say("access", "akses"),
        AuditArea.Jobs => Say("jobs", "tugas"),
        AuditArea.Settings => Say("settings", "pengaturan"),
        AuditArea.Feeds => Say("feeds", "feed"),
        AuditArea.Backups => Say("backups", "cadangan"),
        _ => Say("other requests", "permintaan lain"),
    };
}
