namespace FeedHub.Syndication.Identity;

/// <summary>Whether a path alone names an article, so that a parameter beside it need not.</summary>
internal static class ArticlePath
{
    private static readonly string[] Programs = [".php", ".asp", ".aspx", ".jsp", ".cgi", ".pl", ".do", ".cfm", ".dll", ".exe"];

    /// <summary>The last segment is words with hyphens, or has a long number.</summary>
    public static bool IsSurely(string path)
    {
        var last = path.AsSpan(path.LastIndexOf('/') + 1);
        return IsPerhaps(path) && (last.Count('-') > 1 || LongestNumber(last) > 4);
    }

    /// <summary>It is not a program's, and has a hyphen or a digit as dates, numbers and slugs have.</summary>
    public static bool IsPerhaps(string path) =>
        path.AsSpan().IndexOfAny("-0123456789") >= 0 && !Programs.Any(p => path.EndsWith(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>A canonical address without its parameters, where it has some that its path needs not; else null.</summary>
    public static string? Alone(string? canonical) =>
        canonical?.IndexOf('?', StringComparison.Ordinal) is > 0 and var end && IsSurely(canonical[..end]) ? canonical[..end] : null;

    /// <summary>Whether a page of one address may call itself by the other: its path names the article, or no parameter is new.</summary>
    /// <param name="canonical">As the page calls itself, in its canonical form.</param>
    /// <param name="own">Its address, in its canonical form.</param>
    public static bool MayBe(string canonical, string own)
    {
        var start = canonical.IndexOf('?', StringComparison.Ordinal);
        return start < 0
            ? IsSurely(canonical) || !own.Contains('?', StringComparison.Ordinal)
            : canonical[(start + 1)..].Split('&').All(ParametersOf(own).Contains);
    }

    private static string[] ParametersOf(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start ? address[(start + 1)..].Split('&') : [];

    private static int LongestNumber(ReadOnlySpan<char> text)
    {
        var (longest, now) = (0, 0);
        foreach (var c in text)
        {
            now = char.IsAsciiDigit(c) ? now + 1 : 0;
            longest = Math.Max(longest, now);
        }

        return longest;
    }
}
