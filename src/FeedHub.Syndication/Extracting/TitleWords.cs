namespace FeedHub.Syndication.Extracting;

/// <summary>Titles and lines compared by their words.</summary>
internal static class TitleWords
{
    // Shorter ones are in any title.
    private const int Least = 3;

    /// <summary>True if two titles have hardly a word in common; false where one of them is not known.</summary>
    public static bool AreOfOthers(string? one, string? other)
    {
        var (words, others) = (Words(one), Words(other));
        var fewer = Math.Min(words.Count, others.Count);
        return fewer > 0 && words.Count(others.Contains) * 4 < fewer;
    }

    /// <summary>The letters of a line, in one case.</summary>
    public static string Letters(string line) => string.Concat(line.Where(char.IsLetter)).ToUpperInvariant();

    private static HashSet<string> Words(string? title) =>
    [
        .. string.Concat((title ?? "").Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= Least),
    ];
}
