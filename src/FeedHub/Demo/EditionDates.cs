using System.Globalization;

namespace FeedHub.Demo;

/// <summary>Dates as publishers write them.</summary>
internal static class EditionDates
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    /// <summary>A publisher's date for an RSS item.</summary>
    public static string Rss(Publisher publisher, DateTimeOffset instant) => publisher.Dates switch
    {
        DateStyle.Zoneless => Format(publisher.Clock.Local(instant), "yyyy-MM-dd HH:mm:ss"),
        DateStyle.Words => Words(publisher.Clock, instant),
        _ => Rfc822(publisher.Clock.Local(instant)),
    };

    /// <summary>RFC 3339 with the publisher's offset.</summary>
    public static string Rfc3339(Publisher publisher, DateTimeOffset instant) =>
        Format(publisher.Clock.Local(instant), "yyyy-MM-ddTHH:mm:sszzz");

    /// <summary>Such as <c>Selasa, 22 Okt 2024 - 19:08 WIB</c>.</summary>
    public static string Words(Clock clock, DateTimeOffset instant)
    {
        var local = clock.Local(instant);
        var date = string.Create(CultureInfo.InvariantCulture, $"{local.Day} {Months[local.Month - 1]} {local.Year}");
        return $"{Days[(int)local.DayOfWeek]}, {date} - {Format(local, "HH:mm")} {clock.Letters}";
    }

    /// <summary>The time of day as the language writes it: <c>14.20</c> or <c>14:20</c>.</summary>
    public static string TimeOfDay(Publisher publisher, DateTimeOffset instant) =>
        Format(publisher.Clock.Local(instant), publisher.Language == "id" ? "HH'.'mm" : "HH':'mm");

    private static string Rfc822(DateTimeOffset local) =>
        Format(local, "ddd, dd MMM yyyy HH:mm:ss ") + Format(local, "zzz").Replace(":", "", StringComparison.Ordinal);

    private static string Format(DateTimeOffset local, string format) => local.ToString(format, CultureInfo.InvariantCulture);
}
