using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Lines in which a paper asks its readers for something: to follow it, to take its program, to read on elsewhere.</summary>
internal static partial class Calls
{
    /// <summary>True if the whole line asks for it.</summary>
    public static bool Is(string line) => (Follow().IsMatch(line) || More().IsMatch(line) || Title().IsMatch(line)) && !IsSpeech(line);

    /// <summary>True for what somebody said: "Ikuti kami, kata petugas itu."</summary>
    public static bool IsSpeech(string line) => Speech().IsMatch(line);

    private const string Lead = @"^\W*(?:(?:yuk|ayo|mari|jangan lupa(?: untuk)?|silakan|silahkan|segera)\W+){0,2}(?:juga\s+)?";

    private const string Places = "whats?app|telegram|google ?news|saluran|instagram|tiktok|facebook|twitter|youtube|media sosial|medsos"
        + "|newsletter|notifikasi";

    [GeneratedRegex(
        $@"{Lead}(?:(?:ikuti|ikutin|follow|like|subscribe|(?:ber)?gabung(?:lah)?)\b.{{0,160}}?\b(?:{Places}|channel|kanal)\b"
            + @"|(?:unduh|download|instal\w*)\s+aplikasi\b.{0,100}?\b(?:play ?store|app ?store|google play|android|ios)\b"
            + $@"|kunjungi\b.{{0,60}}\b(?:kanal|channel)\b.{{0,30}}\b(?:{Places}|kami)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Follow();

    [GeneratedRegex(
        $@"{Lead}(?:(?:dapatkan|temukan|cek|baca|simak|update)\s+(?:\w+\s+){{0,4}}?(?:berita|artikel|informasi|info|update"
            + $@"|kabar|konten|breaking news)\b.{{0,120}}?(?:\b(?:{Places}|channel|kanal)\b|\b[\w-]+\.(?:com|co\.id|id|net)\b"
            + @"|\bdi sini\W*$|\bdari \w+$)"
            + @"|klik di sini\b"
            + @"|(?:berita|artikel) ini (?:juga )?(?:bisa|dapat|telah|sudah|pernah) (?:juga )?(?:dibaca|tayang|terbit|dimuat)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex More();

    // What stands above links to others, alone or with the first of them behind a colon.
    [GeneratedRegex(
        @"^\W*(?:pilihan (?:redaksi|editor)|topik terkait|(?:berita|artikel|video|konten) (?:pilihan|terkait|lainnya|(?:ter)?populer"
            + @"|terkini|menarik lainnya)|halaman (?:selanjutnya|berikutnya|sebelumnya)|rekomendasi untuk (?:anda|kamu)|terpopuler"
            + @"|baca(?:lah)?(?: juga)?(?: (?:berita|artikel))?(?: (?:lain(?:nya)?|terkait|selengkapnya))?(?=\s*[:：])"
            + @"|advertising)\s*(?:[:：]|\W*$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"[,""”’]\s*(?:kata|ujar|ucap|tutur|jelas|pesan|imbuh|ungkap|tegas|tambah|sebut|papar|seru|terang|said|says|told)(?:nya)?\b"
            + @"|\b(?:said|says|told|added|asked)\b.{0,80}\.[""”’]?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Speech();
}
