using System.Globalization;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Sources;

/// <summary>Whether nothing has come for longer than a source's rhythm explains.</summary>
public static class Silence
{
    /// <summary>Items that should have come meanwhile: by chance alone none of five comes once in 150 times.</summary>
    private const double Missed = 5;

    /// <summary>Longer by this than the longest gap remembered, since items come in clumps and people have holidays.</summary>
    private const double BeyondLongestGap = 1.5;

    /// <summary>Hours that must have been looked at: a week has every hour once.</summary>
    private const double Week = 7 * 24;

    /// <summary>True from when on the silence is strange until the next item.</summary>
    /// <param name="rhythm">As it was when the last item came.</param>
    /// <param name="now">The present.</param>
    public static bool IsStrange(Rhythm? rhythm, DateTimeOffset now) =>
        rhythm is { Last: { } last }
        && rhythm.Hours.Items.Sum() >= Missed
        && rhythm.Hours.Seen.Sum() >= Week * 0.8
        && (now - last).TotalHours > BeyondLongestGap * rhythm.LongestGap
        && rhythm.Expected(last, now) >= Missed;

    /// <summary>Such as <c>usually 20 a day, none for 9 h</c>, or <c>none yet</c>.</summary>
    public static Reason Words(Rhythm? rhythm, DateTimeOffset now) => rhythm is { Last: { } last }
        ? Reason.Of(ReasonCode.NoneFor, Usual(rhythm.Level * 24), RelativeTime.SpanIn(now - last))
        : Reason.Of(ReasonCode.NoneYet);

    private static Reason Usual(double perDay) => perDay switch
    {
        >= 1.5 => Number(ReasonCode.ADay, perDay),
        >= 1.5 / 7 => Number(ReasonCode.AWeek, perDay * 7),
        _ => Number(ReasonCode.AMonth, Math.Max(1, perDay * 30)),
    };

    private static Reason Number(ReasonCode unit, double value) => Reason.Of(unit, value.ToString("F0", CultureInfo.InvariantCulture));
}
