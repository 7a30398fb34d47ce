using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>How much an address looks like an article's, by itself.</summary>
internal static partial class AddressLikeness
{
    /// <summary>From here on an address is an article's unless its text says otherwise.</summary>
    public const int Likely = 3;

    /// <summary>Below zero it is surely a page of another kind.</summary>
    /// <param name="uri">The address.</param>
    public static int Score(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..];
        var isAside = Aside().IsMatch(path) && !IsProgram(uri);
        if (isAside || DayAlone().IsMatch(path) || Files().IsMatch(path) || OtherHost().IsMatch(uri.Host))
            return -4;
        var score = AddressDay.Find(uri) is not null ? 3 : 0;
        score += Words(last) switch { > 3 => 3, 3 => 2, 2 => 1, _ => 0 };
        if (Number().IsMatch(path) || NumberInQuery().IsMatch(uri.Query))
            score += 2;
        if (Mixed().IsMatch(path))
            score += 2;
        if (Ending().IsMatch(last))
            score++;
        return score + (Kinds().IsMatch(path) ? 1 : 0);
    }

    // "/index.php?id=708": what the program shows, and not an index.
    private static bool IsProgram(Uri uri) => IndexFile().Match(uri.AbsolutePath) is { Success: true } file
        && NumberInQuery().IsMatch(uri.Query) && !Aside().IsMatch(uri.AbsolutePath[..file.Index]);

    /// <summary>The address's form: what stays when words, numbers and ids are told apart only as such.</summary>
    public static string Shape(Uri uri) =>
        uri.Host + string.Concat(uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Segment))
        + string.Concat(uri.Query.TrimStart('?').Split('&').Select(p => "?" + p.Split('=')[0]));

    private static string Segment(string segment) =>
        segment.All(char.IsAsciiDigit) ? "/0" : Words(segment) > 2 ? "/s" : Mixed().IsMatch("/" + segment) ? "/x" : "/" + segment;

    private static int Words(string segment) => segment.Split('-', '_', '+').Count(word => word.Length > 0);

    [GeneratedRegex(
        @"/(?:tags?|topics?|topik|categor(?:y|ies)|kategori|kanal|channel|rubrik|authors?|autor(?:e|es|en)?|auteurs?|"
        + @"producers?|persone|personen|themen?|temas?|dossiers?|rubriques?|seccion(?:es)?|utente|services?|abo|anzeigen?|"
        + @"penulis|reporter|wartawan|editor|contributors?|staff|people|profil(?:e|es)?|users?|search|cari|login|signin|"
        + @"sign-in|register|account|subscribe|newsletters?|about(?:-us)?|tentang(?:-kami)?|contact(?:-us)?|kontak|"
        + @"hubungi-kami|redaksi|privacy(?:-policy)?|terms[\w-]*|disclaimer|pedoman[\w-]*|kebijakan[\w-]*|syarat[\w-]*|"
        + @"ketentuan[\w-]*|kode-etik[\w-]*|hak-jawab|copyright|careers?|karir|karier|lowongan[\w-]*|apps?|aplikasi|epaper|"
        + @"e-paper|advertis\w*|iklan|indeks|index|archives?|arsip|page|pages?/\d+|feeds?|rss|sitemap|series|podcasts?|"
        + @"programs?|programmes?|shows|collections?|hubs?|quizzes|polls?|share|comments?|komentar|wp-admin|wp-login\.php|"
        + @"cart|shop|help|faq|sections?|settings|cookies?)(?:/|$|\.\w+$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    // What was published on a day.
    [GeneratedRegex(@"/(?:19|20)\d\d(?:[/-]\d{1,2}){0,2}$")]
    private static partial Regex DayAlone();

    // What publishers have beside their paper, and where readers are sent to share it.
    [GeneratedRegex(
        @"(?:^|\.)(?:e?mail|newsletters?|accounts?|login|sso|shop|store|jobs|ads?|help)\.|^(?:x\.com|t\.me|wa\.me|t\.co|bit\.ly|amzn\.to)$"
        + @"|(?:^|\.)(?:facebook|twitter|instagram|whatsapp|linkedin|pinterest|tiktok|threads)\.(?:com|net)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex OtherHost();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp3|mp4|css|js|xml|rss|json|apk|exe|docx?|xlsx?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Files();

    [GeneratedRegex(@"(?<!\d)\d{5,}(?!\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[?&](?:p|id|news|newsid|nid|artid|article|berita|read|story)=\d+", RegexOptions.IgnoreCase)]
    private static partial Regex NumberInQuery();

    [GeneratedRegex(@"/index\.(?:php|aspx?|jsp|cgi|s?html?)$", RegexOptions.IgnoreCase)]
    private static partial Regex IndexFile();

    // Ids of letters and digits: "c05v28eqjyvo", "9abccd32d4cb532a".
    [GeneratedRegex(@"[/-](?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8,}(?:/|$|\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\.(?:s?html?|aspx?|php|cms|ece|story)$|-\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"/(?:articles?|artikel|read|baca|berita|news|story|stories|posts?|videos?|live|liveblog|opinion|opini|features?|detail|amp|node)/",
        RegexOptions.IgnoreCase)]
    private static partial Regex Kinds();
}
