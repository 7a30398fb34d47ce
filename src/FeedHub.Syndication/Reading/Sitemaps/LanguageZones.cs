namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>The zone of papers whose language is spoken in one zone, or whose country has one where its papers are made.</summary>
internal static class LanguageZones
{
    private static readonly Dictionary<string, string> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "Asia/Jakarta", ["jv"] = "Asia/Jakarta", ["su"] = "Asia/Jakarta", ["ms"] = "Asia/Kuala_Lumpur",
        ["th"] = "Asia/Bangkok", ["vi"] = "Asia/Ho_Chi_Minh", ["km"] = "Asia/Phnom_Penh", ["lo"] = "Asia/Vientiane",
        ["my"] = "Asia/Yangon", ["fil"] = "Asia/Manila", ["tl"] = "Asia/Manila", ["ja"] = "Asia/Tokyo", ["ko"] = "Asia/Seoul",
        ["hi"] = "Asia/Kolkata", ["bn"] = "Asia/Dhaka", ["ta"] = "Asia/Kolkata", ["ur"] = "Asia/Karachi", ["fa"] = "Asia/Tehran",
        ["he"] = "Asia/Jerusalem", ["tr"] = "Europe/Istanbul", ["uk"] = "Europe/Kyiv", ["pl"] = "Europe/Warsaw",
        ["cs"] = "Europe/Prague", ["sk"] = "Europe/Bratislava", ["hu"] = "Europe/Budapest", ["ro"] = "Europe/Bucharest",
        ["el"] = "Europe/Athens", ["bg"] = "Europe/Sofia", ["it"] = "Europe/Rome", ["de"] = "Europe/Berlin",
        ["nl"] = "Europe/Amsterdam", ["fi"] = "Europe/Helsinki", ["sv"] = "Europe/Stockholm", ["da"] = "Europe/Copenhagen",
        ["nb"] = "Europe/Oslo", ["no"] = "Europe/Oslo",
    };

    private static readonly Dictionary<string, string> ByCountry = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "Asia/Jakarta", ["my"] = "Asia/Kuala_Lumpur", ["sg"] = "Asia/Singapore", ["th"] = "Asia/Bangkok",
        ["vn"] = "Asia/Ho_Chi_Minh", ["ph"] = "Asia/Manila", ["jp"] = "Asia/Tokyo", ["kr"] = "Asia/Seoul", ["tw"] = "Asia/Taipei",
        ["cn"] = "Asia/Shanghai", ["hk"] = "Asia/Hong_Kong", ["in"] = "Asia/Kolkata", ["pk"] = "Asia/Karachi",
        ["bd"] = "Asia/Dhaka", ["ir"] = "Asia/Tehran", ["il"] = "Asia/Jerusalem", ["tr"] = "Europe/Istanbul",
    };

    /// <summary>The zone, or null where neither tells it.</summary>
    /// <param name="language">BCP 47 tag, or null.</param>
    /// <param name="host">Host of the document, or null.</param>
    public static TimeZoneInfo? Find(string? language, string? host) =>
        Zone(ByCountry.GetValueOrDefault(host?.Split('.')[^1] ?? ""))
        ?? Zone(ByLanguage.GetValueOrDefault(language?.Split('-')[0] ?? ""));

    private static TimeZoneInfo? Zone(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
