using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Names of people out of a byline.</summary>
internal static partial class PersonNames
{
    /// <summary>A person's name of two to four words, as a regular expression.</summary>
    public const string Full = @"\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}";

    private const int MaxName = 80;
    private const int MostWords = 8;
    private const int MostNames = 30;

    /// <summary>The single names; empty where the text names nobody.</summary>
    public static IEnumerable<string> Split(string byline)
    {
        var text = Lead().Replace(Spaces.Fold(byline), "");
        text = Agency().Replace(text, "");
        text = Bracketed().Replace(Mail().Replace(Tail().Replace(text, ""), " "), "");
        return Separator().Split(text).Select(Clean).Where(IsName).Take(MostNames);
    }

    /// <summary>True for a person's name of two to four words and nothing else.</summary>
    public static bool IsFull(string text) => FullName().IsMatch(text);

    /// <summary>True for a name that is not a person's: a desk, a place's correspondent, an account with a number.</summary>
    public static bool IsDesk(string name) => Desk().IsMatch(name) || (IsLogin(name) && name.Any(char.IsAsciiDigit));

    /// <summary>True for "atedy": a name under which somebody signs in to write.</summary>
    public static bool IsLogin(string name) => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static string Clean(string name)
    {
        var text = Lead().Replace(name.Trim(' ', ',', '|', '/', '.', '-', '–', '—', ':', ';', '•', '·', '*', '"', '(', ')'), "");
        text = Spaces.Fold(Role().Replace(text.Trim(' ', ',', '|', ':'), ""));
        return Initial().IsMatch(text) && name.Contains(text + '.', StringComparison.Ordinal) ? text + '.' : text;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and < MaxName && name.Any(char.IsLetter) && !name.Contains("http", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("www.", StringComparison.OrdinalIgnoreCase) && !Nobody().IsMatch(name) && !Dated().IsMatch(name)
        && name.Split(' ').Length <= MostWords;

    [GeneratedRegex("^" + Full + "$")]
    private static partial Regex FullName();

    [GeneratedRegex(
        @"^\W*(?:(?:this post was written|veröffentlicht von|verfasst von|geschrieben von"
            + @"|written|posted|words|reported|edited|story|article|text|published|reviewed) by|(?:diposting|ditulis|dilaporkan) oleh"
            + @"|by|oleh|von|vom|door|par|por|di|av|af|autor(?:in|en)?|author|text|автор"
            + @"|γράφει (?:ο|η)|του|της|بقلم|كتبت?|מאת|tác giả|yazan)\b\s*:?\s+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    // What stands behind the name: a day, a time to read, a paper.
    [GeneratedRegex(
        @"\s*(?:•|·|–|—|\b(?:on|am|in|at)\b(?=\s+(?:\d|\p{Lu}\w+day|News))|\s-\s|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
            + @"|\s+\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\bupdated\b|\bpublished\b|\bmore (?:posts|articles|stories)\b"
            + @"|\s(?:who|lives|writes|yang|adalah|schreibt|est)\s"
            + @"|,\s*(?:jurnalis|reporter|redakteur|staff writer|contributor|editor"
            + @"|(?:(?:senior|chief|deputy|managing|associate|vice)\s+)*(?:head|director|president|manager|professor|(?:co-?)?founder"
            + @"|analyst|correspondent|columnist|dosen|peneliti|pengamat|koresponden)\b)).*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    // "Ana Putri USA TODAY"
    [GeneratedRegex(@"(?<=\p{Ll})(?:\s\p{Lu}{2,}){2,}$")]
    private static partial Regex Agency();

    // Initials, roles, mail.
    [GeneratedRegex(@"\s*\([^()]*\)?")]
    private static partial Regex Bracketed();

    // "Ana Putri Writer", "Ana Putri Senior Investigative Reporter", "Ana @ Paper"
    [GeneratedRegex(@"(?<=\p{L}\s+\p{L}[\p{L}.'’-]*)(?:\s+(?:Senior|Staff|Chief|Investigative"
        + @"|Political|Digital|Multimedia|Sports|News|Features|Associate"
        + @"|Special|Managing|Executive|Deputy|Assistant))*\s+(?:Reporter|Journalist|Correspondent|Columnist|Anchor|Producer|Editor)$"
        + @"|(?<=\p{L})\s+(?:Writer|Contributor|기자|@\s.*)$")]
    private static partial Regex Role();

    // "Budi S."
    [GeneratedRegex(@"[\s.]\p{Lu}$|\s[JS]r$")]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(?:(?:redaksi|admin|desk|newsroom|kontributor|koresponden|biro)\s+\p{L}"
        + @"|tim\s+(?:redaksi|liputan|editor|berita|penulis)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Desk();

    [GeneratedRegex(@"\S+@\S+\.\S+")]
    private static partial Regex Mail();

    // Not the comma before a degree ("Tedy, S.H.", "Ana, MD").
    [GeneratedRegex(@"\s+(?:dan|and|und|et|y|e|og|och|i|with|&)\s+|\s*[/;|、，]\s*|,\s+(?:and|und|dan)\s+|,\s*(?!(?:\p{L}{1,3}\.|MD|PhD"
        + @"|Ph\.D|Jr|Sr|CFP|RD|MBA|MPH|DDS|ESQ)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"[:：]|\.com\b|\.co\.|\b(?:GmbH|Inc|LLC|Ltd)\b|\d{4}|\d:\d\d|\bmin(?:ute)?s?\b.*read|\bmins?\b|^\d+\s",
        RegexOptions.IgnoreCase)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?::?innen|in News|News|Head of .*|Name|admin(?:istrator)?|redaksi|editor|editors|staff|author|unknown|guest"
        + @"|none|null|undefined|anonymous|team|share|follow|posted|contributor)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();
}
