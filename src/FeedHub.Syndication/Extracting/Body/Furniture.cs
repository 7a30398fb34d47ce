using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Facts;
using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Lines that stand in articles' pages and are not text of theirs, beside those that feeds have too (<see
/// cref="Boilerplate"/>).</summary>
internal static partial class Furniture
{
    private const int MaxLine = 240;

    /// <summary>True if the whole line is furniture. Initials of reporters at the end of a text are not.</summary>
    public static bool Is(string line) =>
        line.Length <= MaxLine && !IsInitials(line) && (Boilerplate.Is(line) || IsCall(line) || Credit().IsMatch(line)
            || Credits.IsSentence(line));

    private static bool IsCall(string line) => Call().IsMatch(line) && !Calls.IsSpeech(line);

    /// <summary>"(con/con)" below a text: who wrote and who edited it.</summary>
    public static bool IsInitials(string line) => Initials().IsMatch(line) && !IsPicture().IsMatch(line);

    // What leads to another text, asks for something, or is a part of the page's machine.
    [GeneratedRegex(
        @"^\W*(?:(?:advertisement|iklan)\s*(?:scroll|$)"
            + @"|(?:yuk,? )?(?:simak|tonton|nonton|lihat|saksikan) (?:video\b|juga\b(?:\W*(?:[:：]|video\b|foto\b|berita\b|artikel\b)"
            + @"|(?!.*[.!?][""”’]?$)))|saksikan live"
            + @"|(?:baca|dengarkan|klik|saksikan) (?:juga|pula)\s*[:：]|baca juga artikel(?:-artikel)? terkait"
            + @"|video pilihan|jangan lewatkan|scroll (?:ke bawah|untuk|to)|lanjutkan membaca"
            + @"|artikel selanjutnya|halaman\s*:"
            + @"|(?:halaman|laman|hal|page|seite)(?:[\s.|/]{1,3}\d{1,2}\b){1,20}(?:\s(?:dari|of|von)\s\d{1,2})?"
            + @"\W*(?:(?:selanjutnya|berikutnya|next)\W*)?$"
            + @"|1(?:[\s|·/-]{1,3}\d{1,2}\b){1,20}\W*(?:selanjutnya|berikutnya|next)\W*$"
            + @"|gambas:|\[gambas|ikuti (?:juga )?(?:whatsapp|google news)|baca berita|update redaksi$"
            + @"|infografis:|add as a preferred source|follow along with"
            + @"|read (?:also|more|next|the full|full)\b[^.]{0,20}[:>»]|(?:click|tap) here (?:to|for)|sign up (?:for|to)"
            + @"|get the latest|to view this video please|up next$|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant"
            + @"|lire aussi|à lire aussi|[àa] d[ée]couvrir$|passer la publicité|lee también|te puede interesar|noticias? relacionadas?"
            + @"|leggi anche|czytaj (?:też|więcej|również)|læs også|les også|läs också|lees ook"
            + @"|(?:bitte )?akzeptieren sie|empfohlener (?:externer|redaktioneller) inhalt|an dieser stelle finden sie|related(?: post"
            + @"| article| story)?\s*:|you (?:may|might) (?:also )?like|don'?t miss$|share (?:this|your thoughts)"
            + @"|انتهای پیام|[©®])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\W*(?:foto|photo|dok|istimewa|sumber)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsPicture();

    // Who took the picture above.
    [GeneratedRegex(
        @"[(\s](?:foto|photo|image|picture|bild|credit|quelle|fuente|crédit photo|photograph)s?\s*[:/]\s*[\w\p{L}][^.]{1,60}\)?$"
            + @"|^[(\[]?(?:foto|photo|dok)\.?\s*[:/][^.]{2,60}[)\]]$"
            + @"|^(?:foto|photo|image|picture|bild|photograph|credit|image credit)s?(?: by)?\s*[:/].{2,120}$"
            + @"|\b(?:via )?getty images\)?$|/\s?(?:AFP|Reuters|AP|dpa|EPA|Getty)\)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\([\p{L}\p{N}/ .&*-]{1,30}\)$")]
    private static partial Regex Initials();
}
