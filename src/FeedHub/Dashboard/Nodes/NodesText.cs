using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Nodes;

/// <summary>The words of the page of nodes.</summary>
internal static class NodesText
{
    public static string Nodes => Say("Nodes", "Node");

    public static string How => Say(
        "Each running FeedHub that uses this database. All poll and serve readers. One of them stores: it matches and does what people "
            + "decide, whichever node they ask. Where that one ends or gives no sign of life for three seconds, another takes over.",
        "Setiap FeedHub yang berjalan dengan basis data ini. Semuanya memeriksa sumber dan melayani pembaca. Salah satunya menyimpan: "
            + "mencocokkan dan menjalankan keputusan orang, lewat node mana pun. Bila node itu berakhir atau tiga detik tidak memberi "
            + "tanda, yang lain menggantikannya.");

    public static string WhatEachHasAlone => Say(
        "Jobs are each node's own: the pages of jobs, such as Servers, Failed and Recurring, show those of the node that you are at "
            + "now. Hosts that a node was polling when it ended without a stop rest for up to ten seconds; then the others poll there.",
        "Tugas latar dimiliki tiap node: halaman tugas, seperti Server, Gagal, dan Berulang, menampilkan milik node yang sedang Anda "
            + "buka. Host yang sedang diperiksa saat sebuah node mati mendadak beristirahat paling lama sepuluh detik; sesudah itu "
            + "diperiksa node lain.");

    public static string NoNodeStoresAtThe => Say(
        "No node stores at the moment. What people decide is kept until one does.",
        "Saat ini tidak ada node yang menyimpan. Keputusan orang disimpan dahulu sampai ada.");

    public static string TheNodesHaveDifferentFeeds => Say(
        "The nodes have different feeds.json files. The file of the one that stores holds.",
        "Berkas feeds.json tiap node berbeda. Yang berlaku adalah milik node yang menyimpan.");

    public static string Node => Say("Node", "Node");

    public static string Version => Say("Version", "Versi");

    public static string Since => Say("Since", "Sejak");

    public static string Does => Say("Does", "Tugasnya");

    public static string Polls => Say("Polls", "Pemeriksaan");

    public static string Items => Say("Items", "Butir");

    public static string LateBy => Say("Late by", "Terlambat");

    public static string Clock => Say("Clock", "Jam");

    public static string Seen => Say("Seen", "Terakhir terlihat");

    public static string ThisOne => Say("this one", "yang ini");

    public static string GivesNoSign => Say("gives no sign", "tidak memberi tanda");

    public static string Stores => Say("stores", "menyimpan");

    public static string ServesReaders => Say("serves readers", "melayani pembaca");

    public static string AMinute(string count) => Say($"{count} a minute", $"{count} per menit");

    public static string AsTheDatabases => Say("as the database's", "sama dengan basis data");

    public static string Ahead(string span) => Say($"{span} ahead", $"{span} lebih cepat");

    public static string Behind(string span) => Say($"{span} behind", $"{span} lebih lambat");
}
