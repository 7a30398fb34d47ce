using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Backup;

/// <summary>The words of the page of backups.</summary>
internal static class BackupsText
{
    public static string Backups => Say("Backups", "Cadangan");

    public static string OfPostgres => Say(
        "The database is a PostgreSQL server's, and so are its backups: this command makes one, pg_restore brings it "
            + "back.",
        "Basis data ini milik server PostgreSQL, begitu pula cadangannya: perintah ini membuatnya, pg_restore "
            + "mengembalikannya.");

    public static string HoldsOfPostgres => Say(
        "It holds everything: sources with the headers they are asked with, items, stories, corrections, settings and "
            + "keys. Keep it where only you can read it. Not in it: feeds.json.",
        "Isinya semua: sumber beserta header permintaannya, butir, berita, koreksi, pengaturan, dan kunci. Simpan di "
            + "tempat yang hanya dapat Anda baca. Tidak termasuk: feeds.json.");

    public static string TheBackupOf => Say("The backup of", "Pencadangan");

    public static string HasFailed => Say("failed:", "gagal:");

    public static string NoneIsMadeByItself => Say(
        "None is made by itself, since the setting Backup:Keep is 0.",
        "Tidak dibuat otomatis, karena pengaturan Backup:Keep bernilai 0.");

    public static string MadeEachDay(int keep) => Say(
        $"One is made each day and checked; the newest {keep} are kept (setting Backup:Keep).",
        $"Dibuat setiap hari dan diperiksa; {keep} yang terbaru disimpan (pengaturan Backup:Keep).");

    public static string TheyAreIn => Say("They are in", "Letaknya di");

    public static string TheNextOne => Say("; the next one:", "; berikutnya:");

    public static string SameDisk => Say(
        "The backups are on the same disk as the database: if it fails, both are gone. Name a folder on another disk with "
            + "the setting",
        "Cadangan ada di disk yang sama dengan basis data: bila disk rusak, keduanya hilang. Tentukan folder di disk lain "
            + "dengan pengaturan");

    public static string OrDownload => Say(", or download one now and then.", ", atau unduh sesekali.");

    public static string MakeOneNow => Say("Make one now", "Buat sekarang");

    public static string ThereIsNoBackupYet => Say(
        "There is no backup yet: make the first one now.",
        "Belum ada cadangan: buat yang pertama sekarang.");

    public static string Backup => Say("Backup", "Cadangan");

    public static string Made => Say("Made", "Dibuat");

    public static string Size => Say("Size", "Ukuran");

    public static string Actions => Say("Actions", "Tindakan");

    public static string Download => Say("Download", "Unduh");

    public static string Delete => Say("Delete", "Hapus");

    public static string DeleteIt => Say("Delete it", "Hapus cadangan ini");

    public static string NoWayBack => Say("There is no way back", "Tidak dapat dikembalikan");

    public static string GoBackToIt => Say("Go back to it …", "Kembali ke sini …");

    public static string ByHand => Say("Going back to one by hand", "Kembali ke cadangan secara manual");

    public static string ByHandHelp => Say(
        "Where the dashboard does not answer: stop FeedHub, run this, and start it again. The database "
            + "that was there is kept beside the restored one.",
        "Bila dasbor tidak menjawab: hentikan FeedHub, jalankan ini, lalu mulai lagi. Basis "
            + "data yang ada disimpan di samping yang dipulihkan.");

    public static string Holds(string folder) => Say(
        "A backup holds everything that is in the database: sources with the headers they are asked with, items, stories, "
            + "corrections, the search index. Keep it where only you can read it. It keeps what is erased later too, though going "
            + "back to it brings none of that back: where law asks for that, delete the backups that were made before. "
            + "Not in it: feeds.json, settings.json and the "
            + $"folder keys in {folder}; without the keys, forms and sign-ins that are open have to be opened again.",
        "Cadangan memuat seluruh isi basis data: sumber beserta header permintaannya, butir, berita, koreksi, indeks "
            + "pencarian. Simpan di tempat yang hanya dapat Anda baca. Isinya juga berita yang baru dihapus permanen kemudian, "
            + "walau tidak muncul lagi bila cadangan dipulihkan: bila hukum mewajibkan, hapus cadangan yang dibuat "
            + "sebelumnya. Tidak termasuk: feeds.json, settings.json, dan folder "
            + $"keys di {folder}; tanpa kunci itu, formulir dan sesi masuk yang terbuka harus dibuka lagi.");

    public static string Grew(string from, string to) => Say(
        $"The backups grew from {from} to {to}.",
        $"Ukuran cadangan berubah dari {from} menjadi {to}.");

    public static string GoBackQuestion => Say("Go back to this backup?", "Kembali ke cadangan ini?");

    public static string MadeAt => Say(", made", ", dibuat");

    public static string Stops => Say(
        "FeedHub stops, puts the backup in the database's place, and starts again. Readers get no answer meanwhile: "
            + "seconds for a small database, minutes for a large one.",
        "FeedHub berhenti, menaruh cadangan di tempat basis data, lalu mulai lagi. Sementara itu pembaca tidak mendapat "
            + "jawaban: beberapa detik untuk basis data kecil, beberapa menit untuk yang besar.");

    public static string IsGone => Say(
        "What came in since then is gone from FeedHub; sources are polled again, and what their feeds still list comes "
            + "back.",
        "Yang masuk sejak itu hilang dari FeedHub; sumber diperiksa lagi, dan yang masih ada di feed-nya kembali.");

    public static string IsKept => Say(
        "The database that is there now is kept beside it. Passwords, keys and who is signed in stay as they are now; "
            + "so does the audit log, and what was erased stays erased. Stories hidden since then are seen again.",
        "Basis data yang sekarang disimpan di sampingnya. Kata sandi, kunci, dan siapa yang sedang masuk tetap seperti "
            + "sekarang; begitu pula log audit, dan yang sudah dihapus permanen tetap terhapus. Berita yang disembunyikan "
            + "sejak itu tampak lagi.");

    public static string YourPassword => Say("Your password", "Kata sandi Anda");

    public static string GoBack => Say("Go back to it", "Kembali ke sini");

    public static string LeaveEverythingAsItIs => Say("Leave everything as it is", "Biarkan semuanya");

    public static string GoBackToABackup => Say("Go back to a backup", "Kembali ke cadangan");
}
