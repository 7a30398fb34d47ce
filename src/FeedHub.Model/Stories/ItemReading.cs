using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Stories;

/// <summary>What an item's text and its source's settings tell.</summary>
/// <param name="Tags">Its categories.</param>
/// <param name="Lessons">What it teaches about its source's categories and sections.</param>
/// <param name="Authors">As published, else those that its text names.</param>
/// <param name="Published">As published, else when it was updated, else the date at the head of its text, else null.</param>
/// <param name="Language">Its own, else the source's, else its text's.</param>
/// <param name="OwnSite">Whether its address is on its source's own site.</param>
/// <param name="TextLength">Characters of its cleaned text.</param>
/// <param name="TextHash">Hash of what a reader reads (<see cref="Syndication.Matching.TextDigest"/>).</param>
/// <param name="Fingerprint">What it is matched by, or null where there is nothing to go by.</param>
/// <param name="Dropped">The name of the drop rule that keeps it out of stories, or null.</param>
public sealed record ItemReading(
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Habit> Lessons,
    IReadOnlyList<string> Authors,
    DateTimeOffset? Published,
    string? Language,
    bool OwnSite,
    int TextLength,
    long TextHash,
    Fingerprint? Fingerprint,
    string? Dropped);
