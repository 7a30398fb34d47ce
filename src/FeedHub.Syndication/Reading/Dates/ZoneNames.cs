using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Offsets and zone names behind a time of day (RFC 822 5.1, and the ones that publishers use besides).</summary>
internal static partial class ZoneNames
{
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["MEZ"] = 1, ["MET"] = 1,
        ["CEST"] = 2, ["MESZ"] = 2, ["MEST"] = 2, ["EET"] = 2, ["EEST"] = 3, ["SAST"] = 2, ["CAT"] = 2, ["WAT"] = 1, ["EAT"] = 3,
        ["MSK"] = 3, ["МСК"] = 3, ["TRT"] = 3, ["IRST"] = 3.5, ["GST"] = 4, ["PKT"] = 5, ["IST"] = 5.5, ["NPT"] = 5.75, ["ICT"] = 7,
        ["WIB"] = 7, ["WITA"] = 8, ["WIT"] = 9, ["SGT"] = 8, ["MYT"] = 8, ["HKT"] = 8, ["PHT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9,
        ["ACST"] = 9.5, ["ACDT"] = 10.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13, ["NST"] = -3.5, ["NDT"] = -2.5,
        ["BRT"] = -3, ["ART"] = -3, ["AST"] = -4, ["ADT"] = -3, ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["CT"]
            = -6,
        ["MST"] = -7, ["MDT"] = -6, ["MT"] = -7, ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10,
        ["ZULU"] = 0, ["CLT"] = -4, ["CLST"] = -3, ["COT"] = -5, ["PET"] = -5, ["VET"] = -4, ["UYT"] = -3, ["CHST"] = 10, ["IDT"] = 3,
        ["AFT"] = 4.5, ["UZT"] = 5, ["YEKT"] = 5, ["BDT"] = 6, ["MMT"] = 6.5, ["VLAT"] = 10,
    };

    // "Eastern Standard Time", as the programs of Microsoft and Java write them; in summer an hour more.
    private static readonly Dictionary<string, double> Areas = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Pacific"] = -8, ["Mountain"] = -7, ["Central"] = -6, ["Eastern"] = -5, ["Atlantic"] = -4, ["Greenwich Mean"] = 0, ["British"] = 0,
        ["Coordinated Universal"] = 0, ["Western European"] = 0, ["Central European"] = 1, ["Eastern European"] = 2, ["Israel"] = 2,
        ["Moscow"] = 3, ["Arabian"] = 3, ["Arabia"] = 3, ["Gulf"] = 4, ["Pakistan"] = 5, ["India"] = 5.5, ["Indochina"] = 7,
        ["Western Indonesia"] = 7, ["Central Indonesia"] = 8, ["Eastern Indonesia"] = 9, ["Singapore"] = 8, ["Malaysia"] = 8,
        ["China"] = 8, ["Hong Kong"] = 8, ["Philippine"] = 8, ["Tokyo"] = 9, ["Japan"] = 9, ["Korea"] = 9, ["Korean"] = 9,
        ["Australian Western"] = 8, ["Australian Eastern"] = 10, ["AUS Eastern"] = 10, ["New Zealand"] = 12,
    };

    /// <summary>The offset that the text begins with or names, or null.</summary>
    public static TimeSpan? Find(string text)
    {
        if (Numeric().Match(text) is { Success: true } numeric)
            return Offset(numeric);
        if (LongName().Match(text) is { Success: true } name && Areas.TryGetValue(name.Groups["area"].Value, out var area))
            return TimeSpan.FromHours(area + (name.Groups["summer"].Success ? 1 : 0));
        foreach (Match word in Word().Matches(text))
        {
            if (Hours.TryGetValue(word.Value, out var hours))
                return TimeSpan.FromHours(hours);
        }

        return null;
    }

    private static TimeSpan? Offset(Match match)
    {
        var hours = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        if (hours > 14 || minutes > 59)
            return null;
        return match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    [GeneratedRegex(
        @"^\s*\(?(?:(?:GMT|UTC|Z)\s*(?<sign>[+\u2212-])(?<h>\d{1,2})(?::?(?<m>\d{2}))?"
            + @"|(?<sign>[+\u2212-])\s?(?<h>\d{1,2}):?(?<m>\d{2})|(?<sign>[+\u2212-])(?<h>\d{1,2}))(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<![\p{L}])\p{L}{1,5}(?![\p{L}])")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?<!\p{L})(?<area>[A-Z]+(?: (?:European|Mean|Universal|Indonesia|Kong|Western|Eastern|Zealand))?)"
            + @" (?:Standard |(?<summer>Daylight |Summer ))?Time(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongName();
}
