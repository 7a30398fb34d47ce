namespace FeedHub.Syndication.Tagging;

/// <summary>Words that every Indonesian or English text has: they tell nothing, also before anything has been counted.</summary>
internal static class FunctionWords
{
    private const string Indonesian =
        "yang dan di ke dari untuk pada dengan dalam ini itu tidak akan oleh sebagai juga adalah bisa ada telah sudah saat kata "
            + "karena atau "
        + "secara para agar tersebut lebih dia ia kami kita mereka saya anda hingga sampai bahwa antara serta namun tetapi jika kalau "
        + "maka masih "
        + "menjadi dapat harus seperti atas bagi setelah sebelum ketika tak bukan belum hanya lagi pun nya kepada terhadap tentang "
        + "banyak satu dua "
        + "tahun hari senin selasa rabu kamis jumat sabtu minggu sekitar beberapa semua setiap sejak lalu yaitu yakni ujar ucap";

    /// <summary>All of them, with a space between two.</summary>
    public const string All = $"{Indonesian} {English}";

    private const string English =
        "the a an and or of to in on at by for from with as is are was were be been being has have had it its this that these those he she "
        + "they we you i his her their our your my not no but if then than so said says say who which what when where how will "
        + "would can could "
        + "may might should must do does did after before over under about into out up down more most some any all one two also new first "
        + "there here only just between during against while because s t monday tuesday wednesday thursday friday saturday sunday year day";

    private static readonly HashSet<string> Words = new(All.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for one of them, in any case.</summary>
    public static bool Has(string word) => Words.Contains(word);
}
