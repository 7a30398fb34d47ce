namespace FeedHub.Publishing.Pages;

/// <summary>The words of the stories and of what is around them.</summary>
public sealed partial class PageText
{
    public string Skip => Say("Skip to the stories", "Langsung ke berita");

    public string SkipToContent => Say("Skip to the content", "Langsung ke isi");

    public string Newest => Say("The newest stories", "Berita terbaru");

    public string Filters => Say("Filters", "Saringan");

    public string Categories => Say("Categories", "Kategori");

    public string Folders => Say("Folders", "Folder");

    public string Sources => Say("Sources", "Sumber");

    public string Languages => Say("Languages", "Bahasa");

    public string All => Say("All", "Semua");

    public string Chosen => Say("Shown:", "Ditampilkan:");

    public string ClearAll => Say("Show everything", "Tampilkan semua");

    public string Subscribe => Say("Subscribe to this view", "Berlangganan tampilan ini");

    public string SubscribeWhole => Say("Subscribe", "Berlangganan");

    public string AlsoIn => Say("Also in", "Juga di");

    public string Older => Say("Older stories", "Berita yang lebih lama");

    public string Details => Say("Details", "Rincian");

    public string Search => Say("Search", "Cari");

    public string Original => Say("Read the original", "Baca aslinya");

    public string Items => Say("Where it appeared", "Di mana berita ini muncul");

    public string WhyMerged => Say(
        "These items are the same article, so they are one story here.",
        "Butir-butir ini artikel yang sama, jadi di sini menjadi satu berita.");

    public string WhyCategories => Say("Why these categories", "Mengapa kategori ini");

    public string PublishersWords => Say("The publisher's own words", "Kata-kata penerbit");

    public string BeganStory => Say("began this story", "memulai berita ini");

    public string Guessed =>
        Say("the publisher gives no date: this is when it was found", "penerbit tidak memberi tanggal: ini waktu ditemukan");

    public string Untitled => Say("(untitled)", "(tanpa judul)");

    public string Home => Say("To the newest stories", "Ke berita terbaru");

    public string Dashboard => Say("Dashboard", "Dasbor");

    public string ForPrograms => Say("For programs", "Untuk program");

    public string SourcesAsOpml => Say("Sources as OPML", "Sumber sebagai OPML");

    public string TimesAreUtc => Say("Times are UTC.", "Waktu dalam UTC.");

    /// <summary>Where the script puts the reader's zone for <c>{0}</c>.</summary>
    public string TimesAreYours => Say("Times are in your zone: {0}.", "Waktu dalam zona Anda: {0}.");

    public string OneNew => Say("1 new story – show", "1 berita baru – tampilkan");

    public string ManyNew => Say("{0} new stories – show", "{0} berita baru – tampilkan");

    public string Away => Say(
        "FeedHub cannot be reached right now. You are reading what it showed at {0}.",
        "FeedHub sedang tidak dapat dihubungi. Yang Anda baca adalah tampilannya pada {0}.");

    /// <summary>What a link that takes a filter away says to those who do not see its sign.</summary>
    public string Without(string filter) => Say($"Without {filter}", $"Tanpa {filter}");

    /// <summary>What a link that adds a filter to those that hold says.</summary>
    public string Add(string filter) => Say($"{filter} too", $"{filter} juga");

    /// <summary>How many more sources have the story.</summary>
    public string More(int count) => Say($"{count} more", $"{count} lagi");

    /// <summary>What is left out, such as sources of a long list.</summary>
    public string OnlyShownHere => Say("Only the sources on this page are listed.", "Hanya sumber di halaman ini yang tercantum.");

    /// <summary>How sure a category is.</summary>
    public string Sure(double confidence) => Say($"{Percent(confidence)} sure", $"yakin {Percent(confidence)}");

    private string Percent(double share) => share.ToString("0 %", Culture);
}
