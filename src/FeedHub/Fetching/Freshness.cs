namespace FeedHub.Fetching;

/// <summary>How long an answer stays fresh in a private cache (RFC 9111 4.2.1); no guess where the server says nothing.</summary>
internal static class Freshness
{
    /// <summary>Above zero, or null.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var directives = Directives(answer);
        if (directives.ContainsKey("no-store") || directives.TryGetValue("no-cache", out var fields) && fields is null)
            return null;

        var lifetime = directives.TryGetValue("max-age", out var seconds) ? DeltaSeconds.Parse(seconds) : UntilExpiry(answer, now);
        var left = lifetime - (DeltaSeconds.Parse(AnswerHeaders.First(answer, "Age")) ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : null;
    }

    private static TimeSpan? UntilExpiry(HttpResponseMessage answer, DateTimeOffset now) =>
        HttpDate.Parse(AnswerHeaders.First(answer, "Expires")) - (HttpDate.Parse(AnswerHeaders.First(answer, "Date")) ?? now);

    // Split by hand: the framework's parser drops the whole header for one bad directive. The first of two wins (RFC 9111 4.2.1).
    private static Dictionary<string, string?> Directives(HttpResponseMessage answer)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in AnswerHeaders.All(answer, "Cache-Control").SelectMany(value => value.Split(',')))
        {
            var parts = directive.Split('=', 2, StringSplitOptions.TrimEntries);
            found.TryAdd(parts[0], parts.Length == 2 ? parts[1] : null);
        }

        return found;
    }
}
