namespace FeedHub.Tests.Hosting;

/// <summary>Articles of an invented archipelago, and how other outlets print them.</summary>
public static class Told
{
    /// <summary>A flood, as the agency tells it.</summary>
    public static readonly string[] Flood =
    [
        "Sedikitnya 240 rumah di Kecamatan Lirang terendam setelah Sungai Lirang meluap sejak Kamis malam, kata kepala badan "
            + "penanggulangan bencana setempat.",
        "Air setinggi satu meter membuat warga mengungsi ke balai desa dan dua sekolah dasar yang dibuka sebagai tempat penampungan "
            + "sementara.",
        "Bupati Darma Welirang meminta bantuan perahu karet, selimut dan air bersih karena jalan menuju tiga dusun masih terputus.",
        "Dinas kesehatan mengirim empat tenaga medis, sedangkan hujan diperkirakan masih turun hingga akhir pekan di hulu sungai.",
    ];

    /// <summary>A harbour, in English.</summary>
    public static readonly string[] Harbour =
    [
        "The harbour of Port Selwyn will be closed to ferries for eleven days while engineers replace the northern breakwater that a "
            + "storm damaged in October.",
        "Passengers bound for the outer islands will sail from Cape Merrow instead, the harbour master Ilse Tannhauer told reporters on "
            + "Thursday.",
        "Fishing boats may still leave before dawn, but fuel barges will have to wait outside the reef until divers have cleared "
            + "the rubble.",
        "The works cost 4.2 million crowns and are to be finished before the regatta begins on the first Sunday of December.",
    ];

    /// <summary>A budget: nothing to do with the others.</summary>
    public static readonly string[] Budget =
    [
        "Parlemen kota menyetujui anggaran tahun depan sebesar sembilan triliun dengan belanja pendidikan naik seperlima dari tahun ini.",
        "Fraksi oposisi menolak kenaikan tarif parkir dan meminta pembangunan trem ditunda sampai audit selesai pada bulan Maret.",
        "Wali kota Ratna Kusumadewi menyebut pajak hotel akan turun bagi penginapan kecil yang mempekerjakan warga sekitar.",
    ];

    /// <summary>The paragraphs as RSS carries them.</summary>
    public static string Html(params IEnumerable<string> paragraphs) =>
        $"<![CDATA[{string.Concat(paragraphs.Select(p => $"<p>{p}</p>"))}]]>";

    /// <summary>As a paper prints it: a dateline of its own, and the end cut off.</summary>
    public static string Copied(string[] article, string dateline, int cut = 0) =>
        Html(article.SkipLast(cut).Select((p, n) => n == 0 ? $"{dateline} - {p}" : p));
}
