using FeedHub.Syndication;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Says what was repaired or left out when a feed was read.</summary>
internal static class ReadingNote
{
    private const int Most = 10;

    /// <summary>Its words within <see cref="Bounds.Line"/>; null if nothing was, or no feed was read.</summary>
    /// <param name="feed">As it was read, or null.</param>
    /// <param name="renamed">Items that were recognised by their titles alone.</param>
    /// <param name="hidden">Whether its server's 304s hid news; null: that was not looked into.</param>
    public static Reason? Of(ParsedFeed? feed, int renamed, bool? hidden)
    {
        List<Reason> notes = [.. Checked(hidden)];
        if (feed is not null)
            notes.AddRange([.. Renamed(renamed), .. feed.Repairs, .. feed.Problems]);
        return notes.Count == 0 ? null : Reason.Of(ReasonCode.Notes, [.. notes.Take(Most)]).Within(Bounds.Line);
    }

    private static Reason[] Checked(bool? hidden) => hidden is null
        ? []
        : [Reason.Of(hidden.Value ? ReasonCode.NotModifiedHidNews : ReasonCode.NotModifiedWasTrue)];

    private static Reason[] Renamed(int items) => items == 0 ? [] : [Reason.Of(ReasonCode.ItemsRenamed, items)];
}
