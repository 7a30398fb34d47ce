using FeedHub.Dashboard.Frame;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Sources;

/// <summary>The words of the pages of sources.</summary>
internal static class SourcesText
{
    public static string Sources => Say("Sources", "Sumber");

    public static string FeedsJsonCannotBeUsed => Say(
        "feeds.json cannot be used; FeedHub keeps running on what it had:",
        "feeds.json tidak dapat dipakai; FeedHub tetap berjalan dengan isi sebelumnya:");

    public static string UnknownOnes => Say(
        "Rules of feeds.json name sources that there are not; all else of it is in force:",
        "Aturan di feeds.json menyebut sumber yang tidak ada; selebihnya berlaku:");

    public static string AddASource => Say("Add a source", "Tambahkan sumber");

    public static string OrGiveTheFeedsAddress => Say(
        "Or give the feed's address yourself, with its settings",
        "Atau isi sendiri alamat feed beserta pengaturannya");

    public static string AddAndPoll => Say("Add and poll", "Tambahkan dan periksa");

    public static string ImportAListOPML => Say("Import a list (OPML)", "Impor daftar (OPML)");

    public static string ExportAndCompareWithFeeds => Say(
        "Export and compare with feeds.json",
        "Ekspor dan bandingkan dengan feeds.json");

    public static string NoSources => Say(
        "There are no sources yet. Add one above, import a list, or name some in feeds.json: FeedHub takes them in as "
            + "soon as the file is saved.",
        "Belum ada sumber. Tambahkan di atas, impor daftar, atau tulis di feeds.json: FeedHub membacanya begitu berkas "
            + "disimpan.");

    public static string Match(int matching, int all) => Say($"{matching} of {all} sources match", $"{matching} dari {all} sumber cocok");

    public static string Count(int all) => Say($"{(all == 1 ? "1 source" : $"{all} sources")}", $"{all} sumber");

    public static string OnPage(int page, int pages) => Say($"; page {page} of {pages}", $"; halaman {page} dari {pages}");

    public static string With => Say("With", "Untuk");

    public static string TheChosenOnes => Say("the chosen ones", "yang dipilih");

    public static string AllThatMatch(int count) => Say($"all {count} that match", $"semua {count} yang cocok");

    public static string DoThis => Say("do this", "lakukan");

    public static string PollNowLower => Say("poll now", "periksa sekarang");

    public static string PauseLower => Say("pause", "jeda");

    public static string ResumeLower => Say("resume", "lanjutkan");

    public static string SetTheCategoriesTo => Say("set the categories to …", "tetapkan kategori menjadi …");

    public static string SetTheFolderTo => Say("set the folder to …", "tetapkan folder menjadi …");

    public static string SetTo(string property) => Say($"set {property} to …", $"tetapkan {property} menjadi …");

    public static string DeleteLower => Say("delete …", "hapus …");

    public static string DoIt => Say("Do it", "Lakukan");

    public static string DeleteHowMany(int count) => Say(
        $"Delete {(count == 1 ? "1 source" : $"{count} sources")}?",
        $"Hapus {count} sumber?");

    public static string TheirItemsGo => Say(
        "Their items go with them, and the stories that no other source has. For a week each can be brought back; of its "
            + "items, what its feed still lists then.",
        "Butirnya ikut terhapus, juga berita yang tidak dimiliki sumber lain. Selama seminggu tiap sumber dapat "
            + "dikembalikan; dari butirnya, yang masih ada di feed saat itu.");

    public static string AndMore(int count) => Say($"and {count} more", $"dan {count} lagi");

    public static string DeleteWithItems(int count) => Say(
        $"Delete {(count == 1 ? "1 source" : $"{count} sources")} with all items",
        $"Hapus {count} sumber beserta semua butirnya");

    public static string KeepThem => Say("Keep them", "Jangan hapus");

    public static string DeleteSources => Say("Delete sources", "Hapus sumber");

    public static string DeletedInTheLastWeek(int count) => Say(
        $"Deleted in the last week: {count}",
        $"Dihapus dalam seminggu terakhir: {count}");

    public static string Source => Say("Source", "Sumber");

    public static string Deleted => Say("Deleted", "Dihapus");

    public static string Undo => Say("Undo", "Urungkan");

    public static string BringBack => Say("Bring back", "Kembalikan");

    public static string Chosen => Say("Chosen", "Dipilih");

    public static string ChooseAllOnThisPage => Say("Choose all on this page", "Pilih semua di halaman ini");

    public static string Choose(string title) => Say($"Choose {title}", $"Pilih {title}");

    public static string State => Say("State", "Keadaan");

    public static string LastPolls => Say("Last polls", "Pemeriksaan terakhir");

    public static string ItemsADay => Say("Items a day", "Butir per hari");

    public static string LastSuccess => Say("Last success", "Terakhir berhasil");

    public static string NextPoll => Say("Next poll", "Pemeriksaan berikutnya");

    public static string Delay => Say("Delay", "Keterlambatan");

    public static string Actions => Say("Actions", "Tindakan");

    public static string NoFolder => Say("no folder", "tanpa folder");

    public static string In => Say("in", "di");

    public static string PollNow => Say("Poll now", "Periksa sekarang");

    public static string PollNowInFull => Say("Poll now, in full", "Periksa sekarang, utuh");

    public static string Pause => Say("Pause", "Jeda");

    public static string Resume => Say("Resume", "Lanjutkan");

    public static string TheOtherWayRound => Say("The other way round", "Urutan sebaliknya");

    public static string OrderBy(string column) => Say($"Order by {column}", $"Urutkan menurut {column}");

    public static string SearchTitleAddressOrHost => Say("Search title, address or host", "Cari judul, alamat, atau host");

    public static string Category => Say("Category", "Kategori");

    public static string Language => Say("Language", "Bahasa");

    public static string Folder => Say("Folder", "Folder");

    public static string All => Say("all", "semua");

    public static string AllOf(int count) => Say($"all {count}", $"semua {count}");

    public static string OrderBy2 => Say("Order by", "Urutkan menurut");

    public static string Reversed => Say("reversed", "terbalik");

    public static string Show => Say("Show", "Tampilkan");

    public static string ShowAll => Say("Show all", "Tampilkan semua");

    public static string StatesOfSources => Say("States of sources", "Keadaan sumber");

    public static string SortTitle => Say("title", "judul");

    public static string SortFolder => Say("folder", "folder");

    public static string SortState => Say("state, the worst first", "keadaan, yang terburuk dahulu");

    public static string SortItems => Say("items a day", "butir per hari");

    public static string SortSuccess => Say("last success", "terakhir berhasil");

    public static string SortNext => Say("next poll", "pemeriksaan berikutnya");

    public static string SortDelay => Say("delay", "keterlambatan");

    public static string AllSources => Say("All sources", "Semua sumber");

    public static string PollInstead(string address) => Say($"Poll {address} instead", $"Periksa {address} saja");

    public static string WhatFeedHubKnowsOfIt => Say("What FeedHub knows of it", "Yang diketahui FeedHub tentangnya");

    public static string LastPoll => Say("Last poll", "Pemeriksaan terakhir");

    public static string ItsRhythm => Say("Its rhythm", "Irama terbitnya");

    public static string Polls => Say("Polls", "Pemeriksaan");

    public static string NewestItems => Say("Newest items", "Butir terbaru");

    public static string WhatIsDeclaredOfIt => Say("What is declared of it", "Yang ditetapkan untuknya");

    public static string Nothing => Say("nothing", "tidak ada");

    public static string WhoChangedIt => Say("Who changed it", "Siapa yang mengubahnya");

    public static string ItsNewestJob => Say("Its newest job", "Tugas terbarunya");

    public static string AllTimeZones => Say("All time zones", "Semua zona waktu");

    public static string ItsHost => Say("Its host", "Host-nya");

    public static string ItsStories => Say("Its stories", "Beritanya");

    public static string Edit => Say("Edit", "Ubah");

    public static string Save => Say("Save", "Simpan");

    public static string Id => Say("Id", "Id");

    public static string Address => Say("Address", "Alamat");

    public static string MovedFrom => Say("Moved from", "Pindah dari");

    public static string WasAt => Say("Was at", "Dulu di");

    public static string Site => Say("Site", "Situs");

    public static string ItemsAndStories => Say("Items and stories", "Butir dan berita");

    public static string ItemsInStories(long items, long stories) => Say(
        $"{FrameText.Count(items, "item", "items")} in {FrameText.Count(stories, "story", "stories")}",
        $"{items} butir dalam {stories} berita");

    public static string Interval => Say("Interval", "Selang");

    public static string AboutEvery(string span) => Say($"about every {span}", $"kira-kira setiap {span}");

    public static string Every(string span) => Say($"every {span}", $"setiap {span}");

    public static string RarelyByPushes => Say(
        ": polled rarely, since its news comes by pushes",
        ": jarang diperiksa, karena beritanya datang lewat push");

    public static string DelayRecently(string span) => Say(
        $"{span} from publication to FeedHub, recently",
        $"{span} dari terbit sampai ke FeedHub, belakangan ini");

    public static string Rhythm => Say("Rhythm", "Irama terbit");

    public static string Validators => Say("Validators", "Validator");

    public static string NoneGivenTheWholeFeed => Say(
        "none given: the whole feed is fetched each time",
        "tidak diberikan: seluruh feed diambil setiap kali");

    public static string NotModified => Say("Not modified", "Tidak berubah");

    public static string HidesNews(string at) => Say(
        $"its server said so though there was news ({at}): it is asked without validators",
        $"servernya menyatakan begitu padahal ada berita baru ({at}): jadi diminta tanpa validator");

    public static string TrulyNotModified(string at) => Say(
        $"its server said so for longer than usual, and it was true ({at})",
        $"servernya menyatakan begitu lebih lama dari biasanya, dan memang benar ({at})");

    public static string Repaired => Say("Repaired", "Diperbaiki");

    public static string IdentityOfItems => Say("Identity of items", "Identitas butir");

    public static string ByGuid => Say("by guid", "menurut guid");

    public static string ByLink => Say("by link", "menurut tautan");

    public static string AsAnAdminChose => Say(", as an admin chose", ", sesuai pilihan admin");

    public static string Why => Say("Why", "Sebab");

    public static string Headers => Say("Headers", "Header");

    public static string ValuesHidden => Say(" (values hidden)", " (nilai disembunyikan)");

    public static string NotSent => Say(
        ", not sent since it moved to another host; save them again to send them there",
        ", tidak dikirim sejak pindah ke host lain; simpan lagi untuk mengirimnya ke sana");

    public static string ArticlePages => Say("Article pages", "Halaman artikel");

    public static string TryOneItem => Say("Try one item", "Coba satu butir");

    public static string OpenHub => Say(
        "This hub is open: what content \"article\" reads are whole texts of others, and everybody can read them here. "
            + "Publishing:Access closed asks readers for a key.",
        "Hub ini terbuka: isi \"article\" adalah teks lengkap milik orang lain, dan semua orang dapat membacanya di sini. "
            + "Publishing:Access closed meminta kunci dari pembaca.");

    public static string PagesRead(long read, long refused, long empty, long queued) => Say(
        $"{read} read, {refused} refused, {empty} without an article; {queued} to be read.",
        $"{read} dibaca, {refused} ditolak, {empty} tanpa artikel; {queued} akan dibaca.");

    public static string Delete => Say("Delete …", "Hapus …");

    public static string DeleteItsItems(long count) => Say(
        count == 1 ? "Delete it with its one item" : $"Delete it with its {count} items",
        $"Hapus beserta {count} butirnya");

    public static string NoneYetPollNowStarts => Say("None yet. \"Poll now\" starts one.", "Belum ada. \"Periksa sekarang\" memulainya.");

    public static string When => Say("When", "Kapan");

    public static string Status => Say("Status", "Status");

    public static string Outcome => Say("Outcome", "Hasil");

    public static string New => Say("New", "Baru");

    public static string Merged => Say("Merged", "Digabung");

    public static string Changed => Say("Changed", "Berubah");

    public static string Bytes => Say("Bytes", "Byte");

    public static string Took => Say("Took", "Lama");

    public static string Notes => Say("Notes", "Catatan");

    public static string RepairedNote => Say("repaired:", "diperbaiki:");

    public static string NoneYet => Say("none yet", "belum ada");

    public static string WellOf(int well, int count) => Say($"{well} of {count} well", $"{well} dari {count} berhasil");

    public static string WentWell(int well, int count, int news) => Say(
        $"{well} of the last {count} polls went well, {news} brought news",
        $"{well} dari {count} pemeriksaan terakhir berhasil, {news} membawa berita baru");

    public static string LastFailure(string when) => Say($"; the last failure was {when}", $"; yang terakhir gagal {when}");

    public static string Failed => Say("failed", "gagal");

    public static string NewAndChanged(int fresh, int changed) => Say(
        $"{fresh} new, {changed} changed",
        $"{fresh} baru, {changed} berubah");

    public static string NothingNew => Say("nothing new", "tidak ada yang baru");

    /// <summary>What stands at a source's address.</summary>
    public static string NameOf(SourceKind kind) => kind switch
    {
        SourceKind.Sitemap => NewsSitemap,
        SourceKind.Page => ListPage,
        _ => FeedKind,
    };

    /// <summary>What came of a poll.</summary>
    public static string NameOf(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Failed => Failed,
        PollOutcome.Changed => Say("changed", "berubah"),
        _ => Say("unchanged", "tidak berubah"),
    };

    public static string BusiestHours => Say("Busiest hours:", "Jam tersibuk:");

    public static string BusiestDay(string day) => Say($"The busiest day is {day}.", $"Hari teramai adalah {day}.");

    public static string NoneYet2 => Say("None yet.", "Belum ada.");

    public static string ItsDateGuessed => Say(", its date guessed", ", tanggalnya diduga");

    public static string KeptOutByThe => Say("Kept out of stories by the", "Tidak dijadikan berita oleh");

    public static string DropRule => Say("drop rule", "aturan penyaring");

    public static string MergedInto => Say("Merged into", "Digabungkan ke");

    public static string AStoryThatWasThere => Say("a story that was there", "berita yang sudah ada");

    public static string BeganItsStory => Say("Began its story", "Memulai beritanya sendiri");

    public static string Updated => Say("; updated", "; diperbarui");

    public static string AddressOfASiteOr => Say("Address of a site or feed", "Alamat situs atau feed");

    public static string WwwExampleOrgUserHost => Say(
        "www.example.org, @user@host or r/name",
        "www.example.org, @user@host atau r/nama");

    public static string FindFeeds => Say("Find feeds", "Cari feed");

    public static string FeedsFound => Say("Feeds found", "Feed yang ditemukan");

    public static string Why1(string why) => Say($"Why: {why}.", $"Sebab: {why}.");

    public static string IsSourceAlready => Say("It is a source already:", "Ini sudah menjadi sumber:");

    public static string OtherFeedsFound => Say("See the other feeds found there", "Lihat feed lain yang ditemukan di sana");

    public static string YesAdd => Say("Yes, add", "Ya, tambahkan");

    public static string Add => Say("Add", "Tambahkan");

    public static string OrTickItToAdd => Say("or tick it, to add several at once", "atau centang, untuk menambahkan beberapa sekaligus");

    public static string AddAllThatAreTicked => Say("Add all that are ticked", "Tambahkan semua yang dicentang");

    public static string WhatWasTriedInThis => Say("What was tried, in this order", "Yang dicoba, menurut urutan");

    public static string Items(int count) => Say($"{(count == 1 ? "1 item" : $"{count} items")}", $"{count} butir");

    public static string NewsSitemap => Say("news sitemap", "sitemap berita");

    public static string ListPage => Say("list page", "halaman daftar");

    public static string FeedKind => Say("feed", "feed");

    public static string TakeAnotherListOfThe => Say(
        "Take another list of the page, or write a selector",
        "Ambil daftar lain di halaman itu, atau tulis selektor");

    public static string HeadlinesPartOfTheProposal => Say("headlines, part of the proposal", "judul, bagian dari usulan");

    public static string Headlines => Say("headlines", "judul");

    public static string ShowThisList => Say("Show this list", "Tampilkan daftar ini");

    public static string SelectorsALineEachItem => Say(
        "Selectors, a line each: item, and within it link, title, date, summary, image",
        "Selektor, satu per baris: item, dan di dalamnya link, title, date, summary, image");

    public static string ShowWhatTheseTake => Say("Show what these take", "Tampilkan hasilnya");

    public static string WithoutADateItsPlace => Say(
        "without a date: its place is the time at which it is stored",
        "tanpa tanggal: urutannya menurut waktu disimpan");

    public static string SeemsASource => Say("It seems to be a source already:", "Tampaknya ini sudah menjadi sumber:");

    public static string Since => Say(", since", ", karena");

    public static string TheFeedGivesNoDate => Say(
        "(the feed gives no date of publication: as its text or its update says)",
        "(feed tidak memberi tanggal terbit: menurut teks atau pembaruannya)");

    public static string LanguageUnknown => Say("language unknown", "bahasa tidak diketahui");

    public static string JoinsTheStory => Say("Joins the story", "Bergabung ke berita");

    public static string NoCategory => Say("no category", "tanpa kategori");

    public static string NothingFoundAt(string address, string why) => Say(
        $"Nothing was found at {address}: {why}",
        $"Tidak ada yang ditemukan di {address}: {why}");

    public static string FeedHubsChoice => Say("FeedHub's choice", "pilihan FeedHub");

    public static string OneOnALine => Say("One on a line.", "Satu per baris.");

    public static string NoneAreSet => Say("None are set.", "Belum ada.");

    public static string HeadersSet(string names) => Say(
        $"Set are {names}; their values are not shown. What you leave out stays as it is, and a name with nothing after "
            + "its colon is taken out.",
        $"Yang ada: {names}; nilainya tidak ditampilkan. Yang tidak Anda tulis tetap seperti semula, dan nama tanpa isi "
            + "setelah titik dua dihapus.");

    public static string WithArticle => Say(
        "With “article”, whole texts of others stand in this hub: where it is open, everybody can read them.",
        "Dengan “article”, teks lengkap milik orang lain ada di hub ini: bila hub terbuka, semua orang dapat membacanya.");

    public static string AddressOfTheFeed => Say("Address of the feed", "Alamat feed");

    public static string RecogniseItsItemsBy => Say("Recognise its items by", "Kenali butirnya menurut");

    public static string ThereIsNoSourceWith => Say("There is no source with this id.", "Tidak ada sumber dengan id ini.");

    /// <summary>A value that can be picked, as the form shows it.</summary>
    public static string ChoiceOf(string value) => value switch
    {
        "sitemap" => Say("news sitemap", "sitemap berita"),
        "page" => Say("list page", "halaman daftar"),
        "full" => Say("all that the feed has", "seluruh isi feed"),
        "article" => Say("the article's page", "halaman artikel"),
        "summary" => Say("summary", "ringkasan"),
        "link" => Say("link", "tautan"),
        "obey" => Say("obey", "patuhi"),
        "ignore" => Say("ignore", "abaikan"),
        _ => value,
    };
}
