using System.Globalization;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Briefings;
using FeedHub.Sources.Filtering;

namespace FeedHub.Publishing.Pages;

/// <summary>What the pages say where there is nothing to show, or something is wrong.</summary>
public sealed partial class PageText
{
    public string Empty => Say("No stories yet", "Belum ada berita");

    public string NoSources => Say("No sources yet", "Belum ada sumber");

    public string NoSourcesHelp => Say(
        "There is no news source yet. Name a feed in feeds.json, which is read as soon as it is saved, or add one on the dashboard.",
        "Belum ada sumber berita. Tulis alamat feed di feeds.json, yang langsung dibaca begitu disimpan, atau tambahkan lewat "
            + "dasbor.");

    public string ToDashboard => Say("Add a source on the dashboard", "Tambahkan sumber di dasbor");

    public string EmptyHelp => Say(
        "Once a source has answered, this page shows its stories; without JavaScript, reload it. If it stays empty, the "
            + "dashboard says what each source answers.",
        "Begitu ada sumber yang menjawab, beritanya tampil di sini; tanpa JavaScript, muat ulang halaman ini. Jika tetap kosong, dasbor "
            + "menunjukkan jawaban tiap sumber.");

    public string NothingFound => Say("Nothing found", "Tidak ada yang ditemukan");

    public string NothingHere => Say("Nothing here", "Tidak ada berita di sini");

    public string NothingOlder => Say("There is nothing older than this.", "Tidak ada berita yang lebih lama.");

    public string NothingMatches => Say(
        "No story matches all filters at once. Take one away:",
        "Tidak ada berita yang cocok dengan semua filter ini. Hapus salah satu:");

    public string SearchHelp => Say(
        "Every word must be in a story's title or text. Try fewer words, the beginning of one with a star (minist*), or OR between two.",
        "Semua kata harus ada di judul atau isi berita. Kurangi katanya, tulis awal kata dengan tanda bintang (menter*), atau pakai "
            + "OR di antara dua kata.");

    public string NotFound => Say("There is no such page", "Halaman ini tidak ada");

    public string NotFoundHelp => Say(
        "The address is misspelt, or the story is so old that it was removed.",
        "Mungkin alamatnya salah ketik, atau beritanya sudah terlalu lama sehingga dihapus.");

    public string NoSuchFeed => Say(
        "There is no feed at this address, or it was deleted.",
        "Tidak ada feed di alamat ini, atau feed itu sudah dihapus.");

    public string HiddenStory => Say("This story is not shown", "Berita ini tidak ditampilkan");

    public string HiddenStoryHelp => Say(
        "The editors of this page have taken it out of view. It may come back.",
        "Pengelola halaman ini menyembunyikannya. Mungkin nanti ditampilkan lagi.");

    public string DroppedStoryHelp => Say(
        "A rule of the editors of this page keeps it out. It comes back if the rule goes.",
        "Aturan pengelola halaman ini menyaringnya. Berita ini kembali jika aturan itu dicabut.");

    public string ErasedStory => Say("This story was removed for good", "Berita ini sudah dihapus permanen");

    public string ErasedStoryHelp => Say(
        "It was removed on request and will not come back.",
        "Berita ini dihapus atas permintaan dan tidak akan ditampilkan lagi.");

    public string BadFilter => Say("This view cannot be shown", "Pilihan berita ini tidak dapat ditampilkan");

    public string WithoutIt => Say("Show the view without it", "Tampilkan tanpa filter itu");

    public string Offline => Say("FeedHub cannot be reached", "FeedHub tidak dapat dihubungi");

    public string OfflineHelp => Say(
        "Either you are offline or FeedHub is being restarted. Nothing is lost. Stories that you have seen in the list can still be "
            + "opened.",
        "Perangkat Anda tidak terhubung ke internet, atau FeedHub sedang dimulai ulang. Tidak ada yang hilang. Berita yang tadi ada di "
            + "daftar masih dapat dibuka.");

    public string OfflineKept => Say("The newest stories as you last saw them", "Berita terbaru yang terakhir Anda lihat");

    public string TryAgain => Say("Try again", "Coba lagi");

    /// <summary>That the sources are being asked.</summary>
    public string AskingNow(int sources) => sources == 1
        ? Say("FeedHub is asking its source now.", "FeedHub sedang mengambil berita dari sumbernya.")
        : Say($"FeedHub is asking its {sources} sources now.", $"FeedHub sedang mengambil berita dari {sources} sumber.");

    /// <summary>That no source can be asked now, for no fault of theirs.</summary>
    public string NoNetwork => Say(
        "FeedHub has no network now. It asks its sources as soon as it has one.",
        "FeedHub sedang tidak terhubung ke jaringan. Berita akan diambil dari sumbernya begitu jaringan pulih.");

    /// <summary>What was searched for, as a heading of nothing.</summary>
    public string NothingFoundFor(string words) => $"{NothingFound}: “{words}”";

    /// <summary>What is wrong with a filter, and what to write instead.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="value">What was given for it.</param>
    public string BadFilterHelp(string parameter, string value) => parameter switch
    {
        "category" => Say($"There is no category “{value}”.", $"Tidak ada kategori “{value}”."),
        "source" => Say($"There is no source “{value}”; it may have been removed.", $"Tidak ada sumber “{value}”; mungkin sudah dihapus."),
        "language" => Say(
            $"“{value}” is not a language; write one such as id or en.",
            $"“{value}” bukan kode bahasa; tulis misalnya id atau en."),
        "folder" => Say(
            $"There is no folder “{value}”; it may have been renamed.", $"Tidak ada folder “{value}”; mungkin namanya sudah diganti."),
        "limit" => Say(
            $"“{value}” is not a number of stories; write one from 1 to {StoryFilter.MaxLimit}.",
            $"“{value}” bukan jumlah berita yang sah; tulis angka 1 sampai {StoryFilter.MaxLimit}."),
        "coverage" => Say(
            $"“{value}” is not a number of sources; write one from 2 to {StoryFilter.MostSources}.",
            $"“{value}” bukan jumlah sumber yang sah; tulis angka 2 sampai {StoryFilter.MostSources}."),
        "group" => Say($"“{value}” is not known; write event.", $"“{value}” tidak dikenal; tulis event."),
        "order" => Say(
            $"“{value}” is not an order; write found, published or top.", $"“{value}” bukan urutan; tulis found, published, atau top."),
        "dates" => Say($"“{value}” is not known; write found.", $"“{value}” tidak dikenal; tulis found."),
        "titles" => Say($"“{value}” is not known; write source.", $"“{value}” tidak dikenal; tulis source."),
        "at" => Say(
            $"“{value}” is not a time of day; write one to {BriefingPlan.MostHours}, such as 06:00,18:00.",
            $"“{value}” bukan jam; tulis satu sampai {BriefingPlan.MostHours} jam, misalnya 06:00,18:00."),
        "zone" => Say(
            $"There is no time zone “{value}”; write one such as Asia/Jakarta.",
            $"Tidak ada zona waktu “{value}”; tulis misalnya Asia/Jakarta."),
        "before" => Say(
            "The place where this page was to begin cannot be read, or is one of another list.",
            "Titik awal halaman ini tidak dapat dibaca, atau milik daftar lain."),
        "q" => Say($"“{value}” has no word to search for.", $"“{value}” tidak berisi kata yang bisa dicari."),
        _ => Say($"There is no filter “{parameter}”.", $"Tidak ada filter “{parameter}”."),
    };

    /// <summary>What is wrong with a filter that has more values than are taken.</summary>
    /// <param name="parameter">Its name.</param>
    public string TooManyValues(string parameter) => Say(
        $"Too many values of {parameter}; write at most {StoryFilterReader.MaxValues}.",
        $"Nilai {parameter} terlalu banyak; tulis paling banyak {StoryFilterReader.MaxValues}.");

    /// <summary>Heading of the page that a status is answered with.</summary>
    public string HeadingOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Say("This request cannot be read", "Permintaan ini tidak dapat dibaca"),
        StatusCodes.Status401Unauthorized => Say("Please sign in", "Silakan masuk"),
        StatusCodes.Status403Forbidden => Say("This is not open to you", "Anda tidak punya akses ke halaman ini"),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => Say("This cannot be done here", "Tindakan ini tidak dapat dilakukan di sini"),
        StatusCodes.Status429TooManyRequests => Say("Too many requests", "Terlalu banyak permintaan"),
        StatusCodes.Status503ServiceUnavailable => Say("Not just now", "Sedang tidak tersedia"),
        _ => Say("Something went wrong", "Terjadi kesalahan"),
    };

    /// <summary>What the reader can do about a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="wait">Retry-After in seconds, or empty.</param>
    public string HelpOf(int status, string wait) => status switch
    {
        StatusCodes.Status404NotFound => NotFoundHelp,
        StatusCodes.Status403Forbidden or StatusCodes.Status401Unauthorized =>
            Say("It is for FeedHub's admins.", "Halaman ini khusus untuk admin FeedHub."),
        StatusCodes.Status429TooManyRequests => Say(
            $"More requests came from your address than FeedHub answers in a minute. Try again in {(wait.Length > 0 ? wait : "60")} "
                + $"seconds.",
            $"Terlalu banyak permintaan dari alamat internet Anda dalam satu menit. Coba lagi dalam "
                + $"{(wait.Length > 0 ? wait : "60")} detik."),
        StatusCodes.Status503ServiceUnavailable => Say(
            "FeedHub cannot store anything at the moment and waits until it can. Its admin sees why on the dashboard.",
            "FeedHub sedang tidak dapat menyimpan data dan menunggu sampai bisa. Admin dapat melihat penyebabnya di dasbor."),
        >= 500 => Say(
            "FeedHub made a mistake and has written it down for its admin. Reloading may help.",
            "Terjadi kesalahan di FeedHub dan sudah dicatat untuk admin. Coba muat ulang halaman ini."),
        _ => Say(
            $"The answer is {status.ToString(CultureInfo.InvariantCulture)}.",
            $"Kode respons: {status.ToString(CultureInfo.InvariantCulture)}."),
    };
}
