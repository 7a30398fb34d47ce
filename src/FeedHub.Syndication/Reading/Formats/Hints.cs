using System.Globalization;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Reads <see cref="PollingHints"/> off a channel. What makes no sense is ignored.</summary>
internal static class Hints
{
    // More than a year is a slip of the publisher's.
    private const int MaxMinutes = 366 * 24 * 60;

    public static PollingHints Read(XElement channel) => new()
    {
        Ttl = Number(channel.Text("ttl")) is { } minutes and > 0 and <= MaxMinutes ? TimeSpan.FromMinutes(minutes) : null,
        UpdateInterval = Interval(channel),
        SkipHours = [.. channel.Elements("skipHours").Elements("hour").Select(e => Hour(e.Value)).OfType<int>().Distinct().Order()],
        SkipDays = [.. channel.Elements("skipDays").Elements("day").Select(e => Day(e.Value)).OfType<DayOfWeek>().Distinct()],
    };

    private static TimeSpan? Interval(XElement channel)
    {
        var period = channel.Text(Namespaces.Updates + "updatePeriod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => (TimeSpan?)null,
        };
        return period / Math.Max(1, Number(channel.Text(Namespaces.Updates + "updateFrequency")) ?? 1);
    }

    // Some write midnight as 24.
    private static int? Hour(string text) => Number(text) is { } hour and >= 0 and <= 24 ? hour % 24 : null;

    // A number is not a day, though it would parse.
    private static DayOfWeek? Day(string text) =>
        Number(text) is null && Enum.TryParse<DayOfWeek>(text.Trim(), ignoreCase: true, out var day) ? day : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
