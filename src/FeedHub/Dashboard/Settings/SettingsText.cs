using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Settings;

/// <summary>The words of the page of settings.</summary>
internal static class SettingsText
{
    public static string Settings => Say("Settings", "Pengaturan");

    public static string TheSettingsWereChangedAnd => Say(
        "The settings were changed and cannot be used; FeedHub keeps running on what it had:",
        "Pengaturan diubah dan tidak dapat dipakai; FeedHub tetap berjalan dengan yang sebelumnya:");

    public static string SearchSettings => Say("Search settings", "Cari pengaturan");

    public static string IntervalBackupReaders => Say("interval, backup, readers", "interval, backup, pembaca");

    public static string Show => Say("Show", "Tampilkan");

    public static string ShowAll => Say("Show all", "Tampilkan semua");

    public static string TheMergedFeed => Say("The merged feed", "Feed gabungan");

    public static string Title => Say("Title", "Judul");

    public static string Description => Say("Description", "Keterangan");

    public static string SaveTitleAndDescription => Say("Save title and description", "Simpan judul dan keterangan");

    public static string WhoIsToldOfTrouble => Say("Who is told of trouble", "Siapa yang diberi tahu bila ada masalah");

    public static string NobodyIsTold => Say("Nobody: write where to in", "Belum ada: tulis tujuannya di");

    public static string CouldNotBeTold(string why) => Say(
        $"could not be told ({why.TrimEnd('.')}); it is tried again",
        $"tidak dapat diberi tahu ({why.TrimEnd('.')}); akan dicoba lagi");

    public static string SendATest => Say("Send a test", "Kirim percobaan");

    public static string NoSetting => Say(
        "No setting has these words. Try fewer, or",
        "Tidak ada pengaturan dengan kata ini. Kurangi katanya, atau");

    public static string LookAtAll => Say("look at all", "lihat semua");

    public static string Setting => Say("Setting", "Pengaturan");

    public static string Value => Say("Value", "Nilai");

    public static string From => Say("From", "Asal");

    public static string Save => Say("Save", "Simpan");

    public static string BackToDefault => Say("Back to default", "Kembali ke bawaan");

    public static string NeedsARestartToChange => Say("needs a restart to change", "perlu dimulai ulang untuk diubah");

    public static string IsWritten(string value) => Say(
        $"{value} is written, and holds once FeedHub is started again.",
        $"{value} sudah ditulis, dan berlaku setelah FeedHub dimulai ulang.");

    public static string Default(string value) => Say($" (default: {value})", $" (bawaan: {value})");

    public static string None => Say("none", "tidak ada");

    public static string Yes => Say("yes", "ya");

    public static string No => Say("no", "tidak");

    public static string OriginDefault => Say("default", "bawaan");

    public static string WhoChangedIt => Say("Who changed it", "Siapa yang mengubahnya");

    public static string WhereKept => Say(
        "What is changed here is kept in settings.json in the data directory. It stands over appsettings.json; the "
            + "environment and the command line stand over it. Settings that need a restart are read once: change them where "
            + "they are written, and start FeedHub again.",
        "Yang diubah di sini disimpan di settings.json di direktori data. Nilainya mengalahkan appsettings.json; "
            + "environment dan baris perintah mengalahkannya. Pengaturan yang perlu dimulai ulang dibaca sekali: ubah di "
            + "tempatnya ditulis, lalu mulai ulang FeedHub.");

    public static string SetNeverShown => Say("set (never shown)", "diisi (tidak pernah ditampilkan)");

    public static string NotSet => Say("not set", "tidak diisi");

    public static string ChangeKey(string key) => Say($"Change {key}?", $"Ubah {key}?");

    public static string BackToTheDefaultAnd => Say("Back to the default, and delete", "Kembali ke bawaan, dan hapus");

    public static string SetAndDelete(string value) => Say($"Set it to {value}, and delete", $"Jadikan {value}, dan hapus");

    public static string LeaveItAsItIs => Say("Leave it as it is", "Biarkan saja");
}
