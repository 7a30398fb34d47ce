using FeedHub.Dashboard.Frame;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Stories;

/// <summary>The words of the pages of stories.</summary>
internal static class StoriesText
{
    public static string Stories => Say("Stories", "Berita");

    public static string Event => Say("Event", "Peristiwa");

    public static string EventOf(long id) => Say($"Event {id}", $"Peristiwa {id}");

    public static string WhereAnAdminPutIt => Say(", where an admin put it", ", ditempatkan oleh admin");

    public static string TakeOut => Say("Take out", "Keluarkan");

    public static string NoneAnAdminTookIt => Say("None: an admin took it out.", "Tidak ada: admin mengeluarkannya.");

    public static string None => Say("None.", "Tidak ada.");

    public static string PutItInto => Say("Put it into", "Masukkan ke");

    public static string AnEventSNumberOr => Say(
        "an event’s number, or the address of its page",
        "nomor peristiwa, atau alamat halamannya");

    public static string PutIntoThisEvent => Say("Put into this event", "Masukkan ke peristiwa ini");

    public static string DoubtfulEvents => Say("Doubtful events", "Peristiwa yang meragukan");

    public static string NoneStoriesThatAreHardly => Say(
        "None. Stories that are hardly enough like the others of their event stand here until somebody decides.",
        "Tidak ada. Berita yang kurang mirip dengan berita lain dalam peristiwanya tampil di sini sampai seseorang "
            + "memutuskan.");

    public static string Certainty => Say("Certainty", "Kepastian");

    public static string Story => Say("Story", "Berita");

    public static string Decide => Say("Decide", "Putuskan");

    public static string Right => Say("Right", "Benar");

    public static string SearchStories => Say("Search stories", "Cari berita");

    public static string WordsOfTheHeadlineOr => Say("words of the headline or the text", "kata dari judul atau isi");

    public static string Search => Say("Search", "Cari");

    public static string NoStoryThatReadersSee => Say(
        "No story that readers see has these words. Try fewer or other ones.",
        "Tidak ada berita yang dilihat pembaca dengan kata ini. Kurangi katanya, atau coba kata lain.");

    public static string JoinTheTwoThatAre => Say("Join the two that are ticked", "Gabungkan dua yang dicentang");

    public static string Chosen => Say("Chosen", "Dipilih");

    public static string Sources => Say("Sources", "Sumber");

    public static string Hide => Say("Hide", "Sembunyikan");

    public static string Choose(string title) => Say($"Choose {title}", $"Pilih {title}");

    public static string Hidden => Say("Hidden", "Disembunyikan");

    public static string HideAStory => Say("Hide a story", "Sembunyikan berita");

    public static string ItsNumberOrTheAddress => Say("its number or its address", "nomor atau alamatnya");

    public static string Reason => Say("Reason", "Alasan");

    public static string Since => Say("Since", "Sejak");

    public static string Undo => Say("Undo", "Urungkan");

    public static string ShowAgain => Say("Show again", "Tampilkan lagi");

    public static string AllStories => Say("All stories", "Semua berita");

    public static string SplitFrom => Say("Somebody split it from", "Seseorang memisahkannya dari");

    public static string StaysApart => Say(", and it stays apart from there.", ", dan berita ini tetap terpisah dari sana.");

    public static string IdOfItsEntry => Say("Id of its entry", "Id entrinya");

    public static string Changes => Say("Changes", "Perubahan");

    public static string WhoHidShowedOrCorrected => Say(
        "who hid, showed or corrected it",
        "siapa yang menyembunyikan, menampilkan, atau mengoreksinya");

    public static string ItsPlace => Say("Its place", "Urutannya");

    public static string TextLastChanged => Say("Text last changed", "Isi terakhir berubah");

    public static string Items => Say("Items", "Butir");

    public static string Item => Say("Item", "Butir");

    public static string WhyItIsHere => Say("Why it is here", "Mengapa di sini");

    public static string Lead => Say("lead", "utama");

    public static string Dropped => Say("dropped", "disaring");

    public static string Split => Say("Split", "Pisahkan");

    public static string JoinAnotherStoryToThis => Say("Join another story to this one", "Gabungkan berita lain ke berita ini");

    public static string TheOther => Say("The other", "Yang lain");

    public static string TheOtherStory => Say("The other story:", "Berita yang lain:");

    public static string Join => Say("Join", "Gabungkan");

    public static string OfTheLastDay(int items, int stories) => Say(
        $"In the last 24 hours {FrameText.Count(items, "item", "items")} became {FrameText.Count(stories, "story", "stories")}.",
        $"Dalam 24 jam terakhir {items} butir menjadi {stories} berita.");

    public static string JoinTwoStories => Say("Join two stories", "Gabungkan dua berita");

    public static string OneStory => Say("One story", "Satu berita");

    public static string Doubtful => Say("Doubtful", "Meragukan");

    public static string NoneVerdictsNearTheLine => Say(
        "None. Verdicts near the line between same and different stand here until somebody decides.",
        "Tidak ada. Putusan di dekat batas antara sama dan berbeda tampil di sini sampai seseorang memutuskan.");

    public static string Score => Say("Score", "Skor");

    public static string Verdict => Say("Verdict", "Putusan");

    public static string Why => Say("Why", "Sebab");

    public static string OneStoryVerdict => Say("one story", "satu berita");

    public static string TwoStoriesVerdict => Say("two stories", "dua berita");

    public static string With => Say("with", "dengan");

    public static string And => Say("and", "dan");

    public static string StoryOf(long id) => Say($"Story {id}", $"Berita {id}");

    public static string LessDoubtfulOnes => Say("Less doubtful ones", "Yang kurang meragukan");

    public static string NewestMerges => Say("Newest merges", "Penggabungan terbaru");

    public static string NoneYetItemsThatAre => Say(
        "None yet. Items that are the same article as another, by their text, stand here with their scores.",
        "Belum ada. Butir yang artikelnya sama dengan yang lain, menurut isinya, tampil di sini beserta skornya.");

    public static string LedByThisItemNow => Say("led by this item now", "kini dipimpin butir ini");

    public static string OlderMerges => Say("Older merges", "Penggabungan yang lebih lama");

    public static string LabelledPairs => Say("Labelled pairs", "Pasangan yang dinilai");

    public static string PairsJudged(int pairs) => Say(
        $"{pairs} {(pairs == 1 ? "pair" : "pairs")} judged by hand.",
        $"{pairs} pasangan dinilai oleh orang.");

    public static string DownloadAsJSONLines => Say("Download as JSON Lines", "Unduh sebagai JSON Lines");

    public static string Categories => Say("Categories", "Kategori");

    public static string First => Say("First", "Pertama");

    public static string FirstCategory => Say("First category", "Kategori pertama");

    public static string NoneAtAll => Say("none at all", "tanpa kategori");

    public static string Also => Say("Also", "Juga");

    public static string SetItsCategories => Say("Set its categories", "Tetapkan kategorinya");

    public static string LeaveThemToFeedHubAgain => Say("Leave them to FeedHub again", "Serahkan lagi kepada FeedHub");

    public static string TakeItAway => Say("Take it away", "Tarik dari pembaca");

    public static string HiddenSince => Say("Readers do not see this story since", "Pembaca tidak melihat berita ini sejak");

    public static string HideFromReaders => Say("Hide from readers", "Sembunyikan dari pembaca");

    public static string EraseForGood => Say("Erase for good", "Hapus permanen");

    public static string EraseHelp => Say(
        "Texts, items and search words are deleted, and its items never come in again. Backups made before hold them "
            + "still.",
        "Teks, butir, dan kata pencariannya dihapus, dan butirnya tidak akan masuk lagi. Cadangan yang dibuat sebelumnya "
            + "masih memuatnya.");

    public static string IAmSure => Say("I am sure: this cannot be undone", "Saya yakin: ini tidak dapat diurungkan");

    public static string Erase => Say("Erase", "Hapus");

    public static string GiveBoth => Say(
        "give both stories by their number, or by the address of their page",
        "berikan nomor kedua berita, atau alamat halamannya");

    public static string TickTwo => Say("tick two stories, no more", "centang dua berita saja");

    public static string GiveStory => Say(
        "give the story by its number, or by the address of its page",
        "berikan nomor berita, atau alamat halamannya");

    public static string TickSure => Say(
        "tick that you are sure, since an erased story cannot be brought back",
        "centang bahwa Anda yakin, karena berita yang dihapus tidak dapat dikembalikan");

    public static string TheFormNamesNoItem => Say("the form names no item", "formulir tidak menyebut butir");

    public static string GiveEvent => Say(
        "give the event by its number, or by the address of its page",
        "berikan nomor peristiwa, atau alamat halamannya");

    public static string NothingWasDone(string why) => Say($"Nothing was done: {why}.", $"Tidak ada yang dilakukan: {why}.");

    public static string NoSuchStory => Say(
        "There is no story with this number: it was purged, or joined with another.",
        "Tidak ada berita dengan nomor ini: sudah dibersihkan, atau digabungkan dengan yang lain.");
}
