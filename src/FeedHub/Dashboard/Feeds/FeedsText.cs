using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Feeds;

/// <summary>The words of the page of feeds.</summary>
internal static class FeedsText
{
    public static string Feeds => Say("Feeds", "Feed");

    public static string WhatItIs => Say(
        "A feed of your own is a choice of stories with an address and a name, in every format and on a page. Readers are "
            + "what aggregators state, and else the clients of one day, the most in a week. No address of anybody is kept.",
        "Feed Anda sendiri adalah pilihan berita dengan alamat dan nama, dalam setiap format dan di sebuah halaman. "
            + "Pembaca adalah yang dinyatakan agregator, selain itu klien dalam sehari, yang terbanyak dalam seminggu. Alamat "
            + "siapa pun tidak disimpan.");

    public static string HowToFilter => Say(
        "The simplest way to a filter: choose categories, a language or words on",
        "Cara termudah membuat filter: pilih kategori, bahasa, atau kata di");

    public static string ThePageOfStories => Say("the page of stories", "halaman berita");

    public static string PasteItsAddress => Say(", and paste the address of that page here.", ", lalu tempel alamat halaman itu di sini.");

    public static string ListedIn => Say("All of them are listed in", "Semuanya tercantum di");

    public static string Feed => Say("Feed", "Feed");

    public static string Filter => Say("Filter", "Filter");

    public static string Readers => Say("Readers", "Pembaca");

    public static string LastRequest => Say("Last request", "Permintaan terakhir");

    public static string TheMergedFeed => Say("the merged feed", "feed gabungan");

    public static string Everything => Say("everything", "semuanya");

    public static string Most(int stories) => Say($"at most {Stories(stories)}", $"paling banyak {Stories(stories)}");

    public static string Broken => Say("broken", "rusak");

    public static string AsItStates => Say(" (as it states)", " (menurut pernyataannya)");

    public static string Edit => Say("Edit", "Ubah");

    public static string Delete => Say("Delete", "Hapus");

    public static string AddAFeed => Say("Add a feed", "Tambahkan feed");

    public static string EditOf(string slug) => Say($"Edit {slug}", $"Ubah {slug}");

    public static string HoldsNow(string stories, bool goesOn) => Say(
        $"It holds {stories} now{(goesOn ? ", and more follow page by page" : "")}.",
        $"Isinya sekarang {stories}{(goesOn ? ", dan selebihnya menyusul halaman demi halaman" : "")}.");

    public static string Stories(int count) => Say($"{(count == 1 ? "1 story" : $"{count} stories")}", $"{count} berita");

    public static string Slug => Say("Slug", "Slug");

    public static string Title => Say("Title", "Judul");

    public static string TheHubsWithWhatIt => Say("the hub's, with what it chooses", "milik hub, beserta pilihannya");

    public static string Description => Say("Description", "Keterangan");

    public static string WhatItIsAbout => Say("what it is about", "tentang apa");

    public static string FilterExample => Say("category=sport, or an address", "category=sport, atau alamat");

    public static string OrderLabel => Say("Order", "Urutan");

    /// <summary>An order as the form and the list show it; none: as the filter says, else by arrival.</summary>
    public static string OrderOf(string? order) => order switch
    {
        null or "" => AsTheMergedFeed,
        "found" => Say("by arrival", "menurut waktu tiba"),
        "published" => Say("by the publishers' dates", "menurut tanggal penerbit"),
        "top" => Say("what most sources report first", "yang paling banyak diberitakan dahulu"),
        _ => order,
    };

    public static string LimitLabel => Say("Limit", "Batas");

    public static string AsTheMergedFeed => Say("as the merged feed", "seperti feed gabungan");

    public static string Add => Say("Add", "Tambahkan");

    public static string Save => Say("Save", "Simpan");

    public static string Preview => Say("Preview", "Pratinjau");

    public static string AddAnotherInstead => Say("Add another instead", "Tambahkan yang lain saja");
}
