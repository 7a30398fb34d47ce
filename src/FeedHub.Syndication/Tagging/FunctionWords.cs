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

    // Words of headlines and of talk, which may come with a topic but name nothing of it.
    private const string Weak =
        "us me him them hers ours mine vs per via amid get gets got go goes make makes made take takes put see sees tell tells still even "
        + "ever never yet why too very much many such each every own same other another back again off than like de la le el "
        + "near nearly week weeks month months years days today tomorrow yesterday ago "
        + "aku kamu kau sang si usai soal jadi gara ternyata sempat sendiri pakai baru membuat buat bikin disebut akui ungkap bareng "
        + "jelang kini malah pula begini begitu inilah itulah kok sih dong deh yg dgn apa siapa bagaimana kenapa mengapa mana kapan hal "
        + "cara saja "
        + "sangat paling sekali sering selalu mau ingin akhirnya usah biar demi tiap para sama lain dekat pekan kemarin besok";

    // How many there are says nothing of what they are.
    private const string Numbers =
        "three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion "
        + "half tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh puluhan belasan ratus ratusan seratus ribu ribuan "
        + "seribu juta jutaan sejuta miliar triliun setengah";

    /// <summary>What addresses in a text are made of.</summary>
    public const string OfAddresses = "http https www com org net html htm";

    private static readonly HashSet<uint> HashesOfEnglish = [.. English.Split(' ').Select(word => FeatureHash.Of(word))];

    private static readonly HashSet<string> NoReasons =
        new($"{All} {Weak} {Numbers} {OfAddresses}".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>False for a word that tells a reader nothing of a topic, no matter how often it comes with one.</summary>
    public static bool MayBeReason(string word) => word.Any(char.IsLetter) && !NoReasons.Contains(word);

    /// <summary>Whether this is the hash (<see cref="FeatureHash"/>) of a word in small letters that every English text has.</summary>
    public static bool IsEnglish(uint hash) => HashesOfEnglish.Contains(hash);
}
