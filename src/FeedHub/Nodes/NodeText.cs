using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Nodes;

/// <summary>What a node says to who asks it for something that only the owner can do.</summary>
internal static class NodeText
{
    public static string TooMuchWaits => Say(
        "Too much waits for the node that stores. Try again soon.",
        "Terlalu banyak yang menunggu node penyimpan. Coba lagi sebentar lagi.");

    public static string NobodyStores => Say(
        "No node stores at the moment: try again in a few seconds.",
        "Saat ini tidak ada node yang menyimpan: coba lagi beberapa detik lagi.");

    public static string ItIsKept => Say("This is kept", "Permintaan ini disimpan dahulu");

    public static string IsKept => Say(
        "No node stores at the moment. What you asked for is kept, and is done as soon as one does, within seconds as a rule.",
        "Saat ini tidak ada node yang menyimpan. Permintaan Anda disimpan dahulu dan dijalankan begitu ada, biasanya dalam hitungan "
            + "detik.");

    public static string LookWhetherItIsDone => Say("Look whether this is done", "Periksa apakah ini sudah dilakukan");

    public static string MayBeDoneInPart => Say(
        "The node that stored ended after it had begun to store this, before it could answer. It is not begun again: look whether all "
            + "of it is done.",
        "Node penyimpan berakhir setelah mulai menyimpan ini, sebelum sempat menjawab. Permintaan ini tidak diulang: periksa apakah "
            + "semuanya sudah dilakukan.");
}
