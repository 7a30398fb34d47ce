using System.Globalization;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;

namespace FeedHub.Publishing.Pages;

/// <summary>What the pages say where there is nothing to show, or something is wrong.</summary>
public sealed partial class PageText
{
    public string Empty => Say("No stories yet", "Belum ada berita");

    public string NoSources => Say("No sources yet", "Belum ada sumber");

    public string NoSourcesHelp => Say(
        "FeedHub has nobody to ask. Name a feed in feeds.json, which is taken in as soon as it is saved, or add one on the dashboard.",
        "FeedHub belum tahu siapa yang harus ditanya. Tulis sebuah umpan di feeds.json, yang dibaca begitu disimpan, atau tambahkan "
            + "di dasbor.");

    public string ToDashboard => Say("Add a source on the dashboard", "Tambahkan sumber di dasbor");

    public string EmptyHelp => Say(
        "The first stories come within seconds, and this page then shows them; without JavaScript, reload it. If it stays empty, the "
            + "dashboard says what each source answers.",
        "Berita pertama datang dalam hitungan detik dan langsung tampil di sini; tanpa JavaScript, muat ulang halaman ini. Jika tetap "
            + "kosong, dasbor menyebut jawaban tiap sumber.");

    public string NothingFound => Say("Nothing found", "Tidak ada yang ditemukan");

    public string NothingHere => Say("Nothing here", "Tidak ada apa-apa di sini");

    public string NothingOlder => Say("There is nothing older than this.", "Tidak ada yang lebih lama dari ini.");

    public string NothingMatches => Say(
        "No story matches all filters at once. Take one away:",
        "Tidak ada berita yang cocok dengan semua saringan sekaligus. Hapus salah satu:");

    public string SearchHelp => Say(
        "Every word must be in a story's title or text. Try fewer words, the beginning of one with a star (minist*), or OR between two.",
        "Semua kata harus ada di judul atau teks berita. Coba kata yang lebih sedikit, awal kata dengan bintang (menter*), atau OR di "
            + "antara dua kata.");

    public string NotFound => Say("There is no such page", "Halaman ini tidak ada");

    public string NotFoundHelp => Say(
        "The address is misspelt, or the story is so old that it was removed.",
        "Alamatnya salah tulis, atau beritanya sudah terlalu lama dan dihapus.");

    public string NoSuchFeed => Say(
        "There is no feed at this address, or it was deleted.",
        "Tidak ada umpan di alamat ini, atau umpannya sudah dihapus.");

    public string BadFilter => Say("This view cannot be shown", "Tampilan ini tidak dapat ditunjukkan");

    public string WithoutIt => Say("Show the view without it", "Tampilkan tanpa itu");

    public string Offline => Say("FeedHub cannot be reached", "FeedHub tidak dapat dihubungi");

    public string OfflineHelp => Say(
        "Either you are offline or FeedHub is being restarted. Nothing is lost: it goes on where it was, and your feed reader notices "
            + "nothing.",
        "Anda sedang luring atau FeedHub sedang dimulai ulang. Tidak ada yang hilang: FeedHub melanjutkan dari tempatnya, dan pembaca "
            + "umpan Anda tidak terganggu.");

    public string OfflineKept => Say("The newest stories as you last saw them", "Berita terbaru seperti terakhir Anda lihat");

    public string TryAgain => Say("Try again", "Coba lagi");

    /// <summary>That the sources are being asked.</summary>
    public string AskingNow(int sources) => sources == 1
        ? Say("FeedHub is asking its source now.", "FeedHub sedang menanyai sumbernya.")
        : Say($"FeedHub is asking its {sources} sources now.", $"FeedHub sedang menanyai {sources} sumbernya.");

    /// <summary>What was searched for, as a heading of nothing.</summary>
    public string NothingFoundFor(string words) => $"{NothingFound}: “{words}”";

    /// <summary>What is wrong with a filter, and what to write instead.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="value">What was given for it.</param>
    public string BadFilterHelp(string parameter, string value) => parameter switch
    {
        "category" => Say($"There is no category “{value}”.", $"Tidak ada kategori “{value}”."),
        "source" => Say($"There is no source “{value}”; it may have been removed.", $"Tidak ada sumber “{value}”; mungkin sudah dihapus."),
        "language" => Say($"“{value}” is no language; write one such as id or en.", $"“{value}” bukan bahasa; tulis misalnya id atau en."),
        "limit" => Say(
            $"“{value}” is no number of stories; write one from 1 to {StoryFilter.MaxLimit}.",
            $"“{value}” bukan jumlah berita; tulis angka dari 1 sampai {StoryFilter.MaxLimit}."),
        "order" => Say($"“{value}” is no order; write found or published.", $"“{value}” bukan urutan; tulis found atau published."),
        "dates" => Say($"“{value}” is not known; write found.", $"“{value}” tidak dikenal; tulis found."),
        "before" => Say("The place where this page was to begin cannot be read.", "Tempat mulai halaman ini tidak dapat dibaca."),
        _ => TooManyValues(parameter),
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
        StatusCodes.Status403Forbidden => Say("This is not open to you", "Halaman ini tidak terbuka untuk Anda"),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => Say("This cannot be done here", "Ini tidak dapat dilakukan di sini"),
        StatusCodes.Status429TooManyRequests => Say("Too many requests", "Terlalu banyak permintaan"),
        StatusCodes.Status503ServiceUnavailable => Say("Not just now", "Belum bisa sekarang"),
        _ => Say("Something went wrong", "Ada yang salah"),
    };

    /// <summary>What the reader can do about a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="wait">Retry-After in seconds, or empty.</param>
    public string HelpOf(int status, string wait) => status switch
    {
        StatusCodes.Status404NotFound => NotFoundHelp,
        StatusCodes.Status403Forbidden or StatusCodes.Status401Unauthorized =>
            Say("It is for FeedHub's admins.", "Halaman ini untuk admin FeedHub."),
        StatusCodes.Status429TooManyRequests => Say(
            $"More requests came from your address than FeedHub answers in a minute. Try again in {(wait.Length > 0 ? wait : "60")} "
                + $"seconds.",
            $"Permintaan dari alamat Anda lebih banyak daripada yang dijawab FeedHub dalam semenit. Coba lagi dalam "
                + $"{(wait.Length > 0 ? wait : "60")} detik."),
        StatusCodes.Status503ServiceUnavailable => Say(
            "FeedHub cannot store anything at the moment and waits until it can. Its admin sees why on the dashboard.",
            "FeedHub sedang tidak dapat menyimpan apa pun dan menunggu sampai bisa. Adminnya melihat sebabnya di dasbor."),
        >= 500 => Say(
            "FeedHub made a mistake and has written it down for its admin. Reloading may help.",
            "FeedHub membuat kesalahan dan sudah mencatatnya untuk adminnya. Memuat ulang mungkin membantu."),
        _ => Say(
            $"The answer is {status.ToString(CultureInfo.InvariantCulture)}.",
            $"Jawabannya {status.ToString(CultureInfo.InvariantCulture)}."),
    };
}
