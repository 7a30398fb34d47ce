using FeedHub.Syndication.Reasons;

namespace FeedHub.Publishing.Pages;

/// <summary>The words of the stories and of what is around them.</summary>
public sealed partial class PageText
{
    public string Skip => Say("Skip to the stories", "Langsung ke berita");

    public string SkipToContent => Say("Skip to the content", "Langsung ke isi");

    public string Newest => Say("The newest stories", "Berita terbaru");

    public string Filters => Say("Filters", "Filter");

    public string Categories => Say("Categories", "Kategori");

    public string Folders => Say("Folders", "Folder");

    public string Sources => Say("Sources", "Sumber");

    public string Languages => Say("Languages", "Bahasa");

    public string All => Say("All", "Semua");

    public string Chosen => Say("Shown:", "Ditampilkan:");

    public string ClearAll => Say("Show everything", "Tampilkan semua");

    public string Subscribe => Say("Subscribe to this view", "Berlangganan pilihan ini");

    public string SubscribeWhole => Say("Subscribe", "Berlangganan");

    public string AlsoIn => Say("Also in", "Juga di");

    public string Older => Say("Older stories", "Berita sebelumnya");

    public string Details => Say("Details", "Detail");

    public string Search => Say("Search", "Cari");

    public string Original => Say("Read the original", "Baca di situs asalnya");

    /// <summary>Before the name of the publisher whose article an aggregator lists.</summary>
    public string From => Say("from", "dari");

    public string Items => Say("Where it appeared", "Dimuat di");

    public string WhyMerged => Say(
        "They carry the same article, so it is one story here.",
        "Semuanya memuat artikel yang sama, jadi di sini digabung menjadi satu berita.");

    public string WhyCategories => Say("Why these categories", "Mengapa masuk kategori ini");

    public string PublishersWords => Say("The publisher’s own labels", "Label dari penerbit");

    public string BeganStory => Say("began this story", "yang pertama ditemukan");

    public string Guessed =>
        Say("the publisher gives no date: this is when it was found", "penerbit tidak mencantumkan tanggal; ini waktu berita ditemukan");

    public string ForAdmins => Say("For admins", "Untuk admin");

    public string Hide => Say("Hide this story", "Sembunyikan berita ini");

    public string ShowAgain => Say("Show it again", "Tampilkan lagi");

    public string HideReason => Say("Reason", "Alasan");

    public string HiddenFromReaders => Say("Readers do not see this story.", "Pembaca tidak melihat berita ini.");

    public string OnDashboard => Say("On the dashboard", "Di dasbor");

    public string Untitled => Say("(untitled)", "(tanpa judul)");

    public string Home => Say("To the newest stories", "Ke berita terbaru");

    public string Dashboard => Say("Dashboard", "Dasbor");

    public string SourcesAsOpml => Say("List of sources (OPML)", "Daftar sumber (OPML)");

    public string TimesAreUtc => Say("Times are UTC.", "Waktu dalam UTC.");

    /// <summary>Where the script puts the reader's zone for <c>{0}</c>.</summary>
    public string TimesAreYours => Say("Times are in your zone: {0}.", "Waktu menurut zona waktu Anda: {0}.");

    public string OneNew => Say("1 new story – show", "1 berita baru – tampilkan");

    public string ManyNew => Say("{0} new stories – show", "{0} berita baru – tampilkan");

    public string Away => Say(
        "FeedHub cannot be reached right now. You are reading what it showed at {0}.",
        "FeedHub sedang tidak dapat dihubungi. Yang Anda baca adalah tampilan terakhir, {0}.");

    /// <summary>What a link that takes a filter away says to those who do not see its sign.</summary>
    public string Without(string filter) => Say($"Without {filter}", $"Tanpa {filter}");

    /// <summary>What a link that takes an exclusion away says: its visible words first, for those who speak to their browser.</summary>
    public string Again(string filter) => Say($"Without {filter}: show again", $"Tanpa {filter}: tampilkan lagi");

    /// <summary>What a link that turns a filter round says.</summary>
    public string AllBut(string filter) => Say($"Everything but {filter}", $"Semua kecuali {filter}");

    /// <summary>What a link that adds a filter to those that hold says.</summary>
    public string Add(string filter) => Say($"{filter} too", $"Tambahkan {filter}");

    /// <summary>How many more sources have the story.</summary>
    public string More(int count) => Say($"{count} more", $"{count} lagi");

    /// <summary>What is left out, such as sources of a long list.</summary>
    public string OnlyShownHere => Say("Only the sources on this page are listed.", "Hanya sumber di halaman ini yang tercantum.");

    public string HowSure => Say("How sure these are", "Tingkat keyakinan");

    public string Back => Say("Back to the list", "Kembali ke daftar");

    /// <summary>Why an item is in its story, in a reader's words.</summary>
    /// <param name="why">As it was decided.</param>
    public string WhySame(Reason why) => why.Code switch
    {
        ReasonCode.SameAddress => Say("leads to the same page", "mengarah ke halaman yang sama"),
        ReasonCode.JoinedByAdmin => Say("put here by the editors", "digabungkan oleh pengelola"),
        null => Say("was found to be the same article", "dinilai sebagai artikel yang sama"),
        _ => Say("has nearly the same text", "isinya hampir sama"),
    };

    /// <summary>A share in the reader's way of writing it.</summary>
    public string Percent(double share) => share.ToString(Say("0 %", "0%"), Culture);
}
