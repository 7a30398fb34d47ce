namespace FeedHub.Publishing.Pages;

/// <summary>The words for a person who opened a feed in a browser.</summary>
public sealed partial class PageText
{
    public string WhatAFeedIs => Say(
        "This is a feed. It is meant for a feed reader: a program that asks here now and then and shows you what is new, without an "
            + "account and without anybody watching what you read. Give your feed reader this address:",
        "Ini sebuah umpan, yang ditujukan untuk pembaca umpan: program yang sesekali bertanya ke sini dan menunjukkan apa yang baru, "
            + "tanpa akun dan tanpa ada yang mengamati bacaan Anda. Berikan alamat ini kepada pembaca umpan Anda:");

    public string AddressOfFeed => Say("Address of the feed", "Alamat umpan");

    public string Copy => Say("Copy", "Salin");

    public string Copied => Say("Copied", "Tersalin");

    public string SamePage => Say("Read the same stories on a page", "Baca berita yang sama di halaman web");

    public string RawFeed => Say("See the feed as programs see it", "Lihat umpan seperti program melihatnya");

    public string NewestInIt => Say("Newest in it", "Terbaru di dalamnya");

    /// <summary>The link to another format.</summary>
    public string TheSameAs(string format) => Say($"The same as {format}", $"Hal yang sama sebagai {format}");

    public string NothingInIt => Say("There is nothing in it yet.", "Belum ada isinya.");
}
