using System.Globalization;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Words;

/// <summary>Instants as people say them.</summary>
public static class RelativeTime
{
    private static string Never => Spoken.Say("never", "belum pernah");

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");

    // What is due is looked for every five seconds, and may have to wait for a worker.
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(30);

    /// <summary>Such as <c>in 4 min</c>, <c>3 h ago</c>, <c>now</c>; <c>never</c> for none.</summary>
    public static string Of(DateTimeOffset? instant, DateTimeOffset now)
    {
        if (instant is not { } then)
            return Never;
        var span = Span((then - now).Duration());
        return (then - now).Duration() < TimeSpan.FromSeconds(1)
            ? Spoken.Say("now", "baru saja")
            : then > now ? Spoken.Say($"in {span}", $"{span} lagi") : Spoken.Say($"{span} ago", $"{span} lalu");
    }

    /// <summary>The same for what is to happen: once its time is past it is <c>due now</c>, or <c>due for 3 min</c> by now.</summary>
    public static string Planned(DateTimeOffset? instant, DateTimeOffset now) => instant switch
    {
        { } then when then > now => Of(then, now),
        { } then when now - then >= Punctual => Spoken.Say($"due for {Span(now - then)}", $"tertunda {Span(now - then)}"),
        { } => Spoken.Say("due now", "waktunya sekarang"),
        null => Never,
    };

    /// <summary>Such as <c>45 s</c>, <c>15 min</c>, <c>3 h</c>, <c>2 days</c>.</summary>
    public static string Span(TimeSpan span) => SpanIn(span).Said();

    /// <summary>The same, to be said in a reader's language.</summary>
    public static Reason SpanIn(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => Number(ReasonCode.Seconds, span.TotalSeconds),
        { TotalMinutes: < 90 } => Number(ReasonCode.Minutes, span.TotalMinutes),
        { TotalHours: < 36 } => Number(ReasonCode.Hours, span.TotalHours),
        _ => Number(ReasonCode.Days, span.TotalDays),
    };

    /// <summary>The same with the fractions of a short span, such as <c>1.02 s</c>.</summary>
    public static string Fine(TimeSpan span) =>
        span < TimeSpan.FromSeconds(10)
            ? Spoken.Say(
                string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.##} s"),
                string.Create(Indonesian, $"{span.TotalSeconds:0.##} detik"))
            : Span(span);

    /// <summary>The instant in full, in UTC.</summary>
    public static string Exact(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static Reason Number(ReasonCode unit, double value) => Reason.Of(unit, value.ToString("F0", CultureInfo.InvariantCulture));
}
