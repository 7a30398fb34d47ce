using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>
/// What sources' own categories and sections of their addresses have proved to mean, counted from items whose category is
/// known otherwise. Immutable; the counts are rows that can be stored and added up anywhere.
/// </summary>
public sealed class SourceHabits
{
    /// <summary>The habits that these counts show; rows of one source, sign and slug are added up.</summary>
    public SourceHabits(IEnumerable<Habit> counts) => Counts = [.. counts];

    /// <summary>Nothing learnt.</summary>
    public static SourceHabits Empty { get; } = new([]);

    /// <summary>The counts, one row for each source, sign and slug.</summary>
    public IReadOnlyCollection<Habit> Counts { get; }

    /// <summary>These and more counts; a row with negative items takes back.</summary>
    public SourceHabits With(IEnumerable<Habit> more) => new(Counts.Concat(more));

    /// <summary>What an item of known category teaches: a row for each sign that it carries.</summary>
    public static IReadOnlyList<Habit> Lessons(string sourceId, ParsedItem item, string slug) => [];

    /// <summary>What the item's signs mean in this source, surest first; empty where nothing is certain.</summary>
    public IReadOnlyList<Tag> Tags(string sourceId, ParsedItem item) => [];
}
