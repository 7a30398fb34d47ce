using System.Globalization;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Publishing.Pages;

/// <summary>The words of the pages in the reader's language: Indonesian, else English.</summary>
public sealed class PageText
{
    private static readonly PageText English = new("en", CultureInfo.GetCultureInfo("en-GB"));
    private static readonly PageText Indonesian = new("id", CultureInfo.GetCultureInfo("id-ID"));

    private PageText(string language, CultureInfo culture) => (Language, Culture) = (language, culture);

    /// <summary>BCP 47 tag of the words.</summary>
    public string Language { get; }

    /// <summary>Culture that dates are written in.</summary>
    public CultureInfo Culture { get; }

    public string Skip => Say("Skip to the stories", "Langsung ke berita");

    public string Categories => Say("Categories", "Kategori");

    public string Sources => Say("Sources", "Sumber");

    public string All => Say("All", "Semua");

    public string Subscribe => Say("Subscribe to this view", "Berlangganan tampilan ini");

    public string AlsoIn => Say("Also in", "Juga di");

    public string Older => Say("Older stories", "Berita yang lebih lama");

    public string Details => Say("Details", "Rincian");

    public string Empty => Say("No stories yet", "Belum ada berita");

    public string EmptyView => Say("Nothing here", "Tidak ada apa-apa di sini");

    public string Search => Say("Search", "Cari");

    public string EmptyFilter => Say(
        "Nothing matches this view. Take a filter away, or wait for the next polls.",
        "Tidak ada yang cocok dengan tampilan ini. Hapus satu saringan, atau tunggu pengambilan berikutnya.");

    public string EmptyHub => Say(
        "FeedHub polls its sources right after it starts: reload in a few seconds. If it has no sources yet, name some in feeds.json or add one on the dashboard.",
        "FeedHub mengambil sumbernya segera setelah dimulai: muat ulang beberapa detik lagi. Jika belum ada sumber, tulis di feeds.json atau tambahkan di dasbor.");

    public string Original => Say("Read the original", "Baca aslinya");

    public string Items => Say("Where it appeared", "Di mana berita ini muncul");

    public string WhyCategories => Say("Why these categories", "Mengapa kategori ini");

    public string PublishersWords => Say("The publisher's own words", "Kata-kata penerbit");

    public string BeganStory => Say("began this story", "memulai berita ini");

    public string Guessed => Say("the publisher gives no date: this is when it was found", "penerbit tidak memberi tanggal: ini waktu ditemukan");

    public string NotFound => Say("There is no such page", "Halaman ini tidak ada");

    public string NotFoundHelp => Say("The story may have been purged, or the address is misspelt.", "Berita mungkin sudah dihapus, atau alamatnya salah.");

    public string BadFilter => Say("This view cannot be shown", "Tampilan ini tidak dapat ditunjukkan");

    public string Home => Say("To the newest stories", "Ke berita terbaru");

    public string Dashboard => Say("Dashboard", "Dasbor");

    /// <summary>The words for a request, by its Accept-Language.</summary>
    public static PageText For(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "en" or "id" or "ms");
        return first is "id" or "ms" ? Indonesian : English;
    }

    /// <summary>The category's name.</summary>
    public string NameOf(Category category) => Say(category.English, category.Indonesian);

    /// <summary>The day, such as <c>Sunday, 22 November 2026</c>.</summary>
    public string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("dddd, d MMMM yyyy", Culture);

    /// <summary>The time of day in UTC.</summary>
    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The instant for machines (RFC 3339).</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Say(string english, string indonesian) => Language == "id" ? indonesian : english;
}
