using FeedHub.Dashboard.Frame;
using FeedHub.Model.Sources;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Lists;

/// <summary>The words of the pages that import and export lists.</summary>
internal static class ListsText
{
    public static string AllSources => Say("All sources", "Semua sumber");

    public static string Export => Say("Export", "Ekspor");

    public static string DownloadFeedsJson => Say("Download feeds.json", "Unduh feeds.json");

    public static string DownloadOPML => Say("Download OPML", "Unduh OPML");

    public static string ReadyToCommit => Say(
        "feeds.json as the sources are now, ready to commit.",
        "feeds.json menurut keadaan sumber sekarang, siap disimpan di repositori.");

    public static string PutInPlaceOfThe => Say(
        "Put in place of the file on disk, it changes nothing.",
        "Bila menggantikan berkas di disk, tidak ada yang berubah.");

    public static string PutInPlaceOfTheFile => Say(
        "Put in place of the file on disk, it changes nothing but this:",
        "Bila menggantikan berkas di disk, hanya ini yang berubah:");

    public static string SaysOtherwise(string file) => Say($"What {file} on disk says otherwise", $"Perbedaan {file} di disk");

    public static string ItCannotBeReadSo => Say(
        "It cannot be read, so it cannot be compared:",
        "Berkas tidak dapat dibaca, jadi tidak dapat dibandingkan:");

    public static string NothingTheFileAndFeedHub => Say(
        "Nothing: the file and FeedHub say the same.",
        "Tidak ada: berkas dan FeedHub sama isinya.");

    public static string None => Say("none", "tidak ada");

    public static string AndMore(int count) => Say($"and {count} more.", $"dan {count} lagi.");

    public static string TheFile => Say("The file", "Berkasnya");

    public static string ShowFeedsJson => Say("Show feeds.json", "Tampilkan feeds.json");

    public static string TooLongToShow => Say(
        "It is too long to be shown here: download it above.",
        "Terlalu panjang untuk ditampilkan di sini: unduh di atas.");

    public static string NotInFile => Say(
        "How items are recognised, corrections of stories and categories, and all that was read stay in the database: "
            + "feeds.json does not say them.",
        "Cara butir dikenali, koreksi berita dan kategori, serta semua yang sudah dibaca tetap di basis data: feeds.json "
            + "tidak memuatnya.");

    public static string NotInTheFile => Say("not in the file", "tidak ada di berkas");

    public static string OnlyInTheFile => Say("only in the file", "hanya ada di berkas");

    public static string Changed => Say("changed", "berubah");

    public static string ExportSources => Say("Export sources", "Ekspor sumber");

    public static string Imports => Say("Imports", "Impor");

    public static string ImportOf(string name) => Say($"Import of {name}", $"Impor {name}");

    public static string LinesDone(int done, int total) => Say(
        $"{done} of {FrameText.Count(total, "line", "lines")} done.",
        $"{done} dari {total} baris selesai.");

    public static string Imported => Say("Imported", "Terimpor");

    public static string DoneOf(int done, int total) => Say($"{done} of {total}", $"{done} dari {total}");

    public static string Reload => Say("Reload", "Muat ulang");

    public static string ToSeeHowFar => Say("to see how far it is.", "untuk melihat kemajuannya.");

    public static string Done => Say("Done", "Selesai");

    public static string WhatWasAdded => Say(
        ". What was added is polled in turn, host by host.",
        ". Yang ditambahkan diperiksa bergiliran, host demi host.");

    public static string SeeHowTheSourcesDo => Say("See how the sources do", "Lihat keadaan sumber");

    public static string UndoThisImport => Say("Undo this import", "Urungkan impor ini");

    public static string DeleteAdded(int count) => Say(
        $"Delete the {count} {(count == 1 ? "source" : "sources")} that it added",
        $"Hapus {count} sumber yang ditambahkannya");

    public static string NothingOfItIsLeft => Say(
        "This import is undone: no source that it added is there any more. Those that are being deleted are gone in a moment.",
        "Impor ini sudah diurungkan: sumber yang ditambahkannya sudah tidak ada. Yang sedang dihapus segera hilang.");

    public static string Outcomes => Say("Outcomes", "Hasil");

    public static string All(int count) => Say($"all {count}", $"semua {count}");

    public static string NoLineWasRefusedChoose => Say(
        "No line was refused. Choose above which lines to see.",
        "Tidak ada baris yang ditolak. Pilih di atas baris mana yang ditampilkan.");

    public static string Line => Say("Line", "Baris");

    public static string Feed => Say("Feed", "Feed");

    public static string Result => Say("Result", "Hasil");

    public static string Categories => Say("Categories", "Kategori");

    public static string In => Say("in", "di");

    public static string Lines(int count) => Say($"{count} {(count == 1 ? "line" : "lines")}: ", $"{count} baris: ");

    public static string ImportAList => Say("Import a list", "Impor daftar");

    public static string ImportHelp => Say(
        "OPML as feed readers export it, up to 5 MB. A folder whose name is one of FeedHub's categories, by slug, name or "
            + "alias, gives its sources that category. What is added gets its folder too, nested ones as a path such as "
            + "Regional/Sumatra. Nothing is added twice.",
        "OPML seperti yang diekspor pembaca feed, sampai 5 MB. Folder yang namanya kategori FeedHub, menurut slug, nama, "
            + "atau alias, memberi kategori itu kepada sumbernya. Yang ditambahkan juga mendapat foldernya, yang bertingkat "
            + "sebagai jalur seperti Regional/Sumatra. Tidak ada yang ditambahkan dua kali.");

    public static string OpmlFile => Say("OPML file", "Berkas OPML");

    public static string OrItsText => Say("Or its text", "Atau isinya");

    public static string Import => Say("Import", "Impor");

    public static string ImportsSoFar => Say("Imports so far", "Impor sejauh ini");

    public static string DoneSoFar(int done, int total) => Say($", {done} of {total} done", $", {done} dari {total} selesai");

    public static string ImportSources => Say("Import sources", "Impor sumber");

    public static string ThereIsNoImportWith => Say(
        "There is no import with this number, or no longer.",
        "Tidak ada impor dengan nomor ini, atau sudah tidak ada lagi.");

    public static string AFile => Say("a file", "sebuah berkas");

    public static string PastedText => Say("pasted text", "teks yang ditempel");

    /// <summary>What was imported; where it was not a file with a name, its words are stored in the language of who imported it.</summary>
    public static string NameOf(string import) => import switch
    {
        "pasted text" or "teks yang ditempel" => PastedText,
        "a file" or "sebuah berkas" => AFile,
        _ => import,
    };

    /// <summary>What came of a line.</summary>
    public static string NameOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Known => Say("already there", "sudah ada"),
        ImportOutcome.Added => Say("added", "ditambahkan"),
        ImportOutcome.Refused => Say("refused", "ditolak"),
        ImportOutcome.Waiting => Say("waiting", "menunggu"),
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
