using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources;

/// <summary>A time zone by its IANA name.</summary>
internal static class TimeZoneName
{
    /// <summary>Null, or what is wrong and what to write.</summary>
    public static string? Problem(string text)
    {
        // .NET also takes Windows' names, which not every machine can resolve. "UTC" is a name of both.
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(text, out var iana) && !TimeZoneInfo.TryConvertIanaIdToWindowsId(text, out _))
        {
            return Say(
                $"{Wording.Quoted(text)} is Windows' name of a time zone: write \"{iana}\"",
                $"{Wording.Quoted(text)} adalah nama zona waktu dari Windows: tulis \"{iana}\"");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
            ? null
            : Say($"{Wording.Quoted(text)} is not a time zone: {Meant(text)}", $"{Wording.Quoted(text)} bukan zona waktu: {Meant(text)}");
    }

    private static string Meant(string text)
    {
        var names = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).ToList();
        var city = "/" + text.Trim().Replace(' ', '_');
        var meant = names.Find(name => name.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? Wording.Nearest(text, names);
        return meant is null ? Say(
            "write an IANA name such as \"Asia/Jakarta\"",
            "tulis nama IANA, misalnya \"Asia/Jakarta\"") : Say($"did you mean \"{meant}\"?", $"maksud Anda \"{meant}\"?");
    }
}
