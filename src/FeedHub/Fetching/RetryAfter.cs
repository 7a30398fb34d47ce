namespace FeedHub.Fetching;

/// <summary>How long a server asks to be left alone (RFC 9110 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>Longest that is believed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>From zero to a year; null if the header is absent or neither seconds nor a date.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var value = AnswerHeaders.First(answer, "Retry-After");
        return DeltaSeconds.Parse(value) is { } span ? Min(span, Longest) : UntilDate(value, answer, now);
    }

    private static TimeSpan? UntilDate(string? value, HttpResponseMessage answer, DateTimeOffset now)
    {
        if (HttpDate.Parse(value) is not { } date)
            return null;

        // Against the server's own clock where it tells it: ours or its may be hours off.
        var span = date - (HttpDate.Parse(AnswerHeaders.First(answer, "Date")) ?? now);
        return span < TimeSpan.Zero ? TimeSpan.Zero : Min(span, Longest);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
