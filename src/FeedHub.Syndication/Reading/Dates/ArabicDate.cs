using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Arabic dates whose months are two words, or those of the Islamic calendar, rewritten with figures.</summary>
internal static partial class ArabicDate
{
    // One line a month of the Islamic calendar. Alif is written with and without its hamza, and the last letter in two ways.
    private static readonly string[] Islamic =
    [
        "محرم", "صفر", "ربيع ال[اأ]ول", "ربيع ال(?:[اآ]خر|ثاني)", "جماد[ىي] ال[اأ]ول[ىي]?", "جماد[ىي] ال(?:[اآ]خر[ةه]?|ثاني[ةه]?)",
        "رجب", "شعبان", "رمضان", "شوال", "ذ[وي] القعد[ةه]", "ذ[وي] الحج[ةه]",
    ];

    // Months of Iraq, Jordan, Lebanon, Palestine and Syria; the others of them are single words.
    private static readonly (Regex Name, string Plain)[] Levant =
    [
        (Named("كانون الثاني"), "يناير"), (Named("تشرين ال[اأ]ول"), "أكتوبر"), (Named("تشرين الثاني"), "نوفمبر"),
        (Named("كانون ال[اأ]ول"), "ديسمبر"),
    ];

    private static readonly Regex[] Hijra =
        [.. Islamic.Select(name => Named($@"(?<!\d)(?<d>\d{{1,2}})[\s-]+(?:{name})[\s,-]+(?<y>1[34]\d\d)(?:\s?هـ?)?"))];

    public static string Normalise(string text) => Letters().IsMatch(text) ? Plain(text) : text;

    private static string Plain(string text)
    {
        foreach (var (name, plain) in Levant)
            text = name.Replace(text, plain);
        for (var month = 0; month < Hijra.Length; month++)
            text = Hijra[month].Replace(text, $"${{y}}-{month + 1}-${{d}} ");
        return text;
    }

    private static Regex Named(string pattern) => new(
        pattern.Replace(" ", @"\s+", StringComparison.Ordinal) + @"(?!\p{L})",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex("[\u0621-\u064A]{3}")]
    private static partial Regex Letters();
}
