using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Categories;

/// <summary>The words of the section on how certain a category has to be.</summary>
internal static class ThresholdText
{
    public static string HowCertain => Say("How certain", "Seberapa yakin");

    public static string GivenFrom => Say(
        "A category that FeedHub guesses from a text is given from this certainty on:",
        "Kategori yang ditebak FeedHub dari teks diberikan mulai dari keyakinan ini:");

    public static string ByKind => Say("0.80 to 0.84, by language and kind of text", "0,80 sampai 0,84, menurut bahasa dan jenis teks");

    public static string Trade => Say(
        "With a higher one fewer stories have a category, and more of those that have one have the right one.",
        "Makin tinggi batasnya, makin sedikit berita yang berkategori, dan makin banyak di antaranya yang tepat.");

    public static string Least => Say("Least certainty", "Batas keyakinan");

    public static string WithAGuess => Say("Items with a guess", "Butir yang ditebak");

    public static string Confirmed => Say("Guesses that the publisher confirms", "Tebakan yang sesuai dengan penerbit");

    public static string AsShipped => Say("as shipped", "bawaan");

    public static string SaveAndTag => Say("Save, and re-tag the stored items", "Simpan, lalu tandai ulang butir tersimpan");

    public static string From0To1 => Say("From 0 to 1, such as 0.8; empty: as shipped.", "Dari 0 sampai 1, misalnya 0.8; kosong: bawaan.");

    public static string CountedOn(int items) => Say(
        $"Counted on {items} of the newest items, whose publishers name a category that FeedHub knows.",
        $"Dihitung atas {items} butir terbaru yang penerbitnya menyebut kategori yang dikenal FeedHub.");

    public static string NotYet(int least, int items) => Say(
        $"What another one would give is shown once {least} of the newest items have a publisher's category that FeedHub knows "
            + $"(now {items}).",
        $"Hasil batas lain ditampilkan setelah {least} butir terbaru memiliki kategori penerbit yang dikenal FeedHub (kini {items}).");
}
