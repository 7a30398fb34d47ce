using FeedHub.Syndication;
using FeedHub.Syndication.Reading;

namespace FeedHub.Polling;

/// <summary>Words what was repaired or left out when a feed was read.</summary>
internal static class ReadingNote
{
    private const int Most = 10;

    /// <summary>In one line within <see cref="Bounds.Line"/>; null if nothing was, or no feed was read.</summary>
    /// <param name="feed">As it was read, or null.</param>
    /// <param name="renamed">Items that were recognised by their titles alone.</param>
    public static string? Of(ParsedFeed? feed, int renamed)
    {
        List<string> notes = feed is null ? [] : [.. Renamed(renamed), .. feed.Repairs, .. feed.Problems];
        return notes.Count == 0 ? null : Bounds.Cut(string.Join("; ", notes.Take(Most)));
    }

    private static string[] Renamed(int items) => items == 0
        ? []
        : [FormattableString.Invariant(
            $"{items} items came back under other ids and links: they are recognised by title with date or text")];
}
