namespace FeedHub.Publishing.Pages;

/// <summary>The words for a person who opened a feed in a browser.</summary>
public sealed partial class PageText
{
    public string WhatAFeedIs => Say(
        "This is a feed, for a news reading app. The app looks at this address now and then and shows you what is new, without an "
            + "account and without anybody watching what you read. Give your app this address:",
        "Ini feed untuk aplikasi pembaca berita. Aplikasi itu memeriksa alamat ini secara berkala dan menampilkan berita baru, "
            + "tanpa akun dan tanpa ada yang melacak bacaan Anda. Masukkan alamat ini ke aplikasi pembaca Anda:");

    public string AddressOfFeed => Say("Address of the feed", "Alamat feed");

    public string Copy => Say("Copy", "Salin");

    public string Copied => Say("Copied", "Tersalin");

    public string SamePage => Say("Read the same stories on a page", "Baca berita ini di halaman web");

    public string RawFeed => Say("See the feed’s text", "Lihat isi mentah feed");

    public string NewestInIt => Say("Newest in it", "Isi terbaru");

    /// <summary>The link to another format.</summary>
    public string Version(string format) => Say($"{format} version", $"Versi {format}");

    public string NothingInIt => Say("There is nothing in it yet.", "Belum ada isinya.");
}
