namespace FeedHub.Model.Coverage;

/// <summary>What an edition of a briefing says, as it is stored.</summary>
/// <param name="From">Where its span begins.</param>
/// <param name="Parts">By category, the one with the most reported event first.</param>
/// <param name="TakenAt">When a story was last erased from it; null: none was.</param>
public sealed record EditionContent(DateTimeOffset From, IReadOnlyList<EditionPart> Parts, DateTimeOffset? TakenAt = null)
{
    /// <summary>Every story that is in it, also those that stand for others.</summary>
    public IEnumerable<long> Stories() => Parts.SelectMany(part => part.Events)
        .SelectMany(told => (EditionEvent[])[told, .. told.Others ?? []]).Select(told => told.StoryId).Distinct();
}

/// <summary>The events of one category.</summary>
/// <param name="Slug">The category; empty: none.</param>
/// <param name="Name">Its name at that time, in the edition's language.</param>
/// <param name="Events">Those of most sources first.</param>
public sealed record EditionPart(string Slug, string Name, IReadOnlyList<EditionEvent> Events);

/// <summary>An event as an edition has it.</summary>
/// <param name="StoryId">The story that spoke for it.</param>
/// <param name="EventId">The event; null: the story was alone.</param>
/// <param name="Title">The story's headline, plain text.</param>
/// <param name="Url">Absolute address of its article; null: FeedHub's page of the story.</param>
/// <param name="Source">Title of its source.</param>
/// <param name="Stories">How many stories there were.</param>
/// <param name="Sources">How many sources had these.</param>
/// <param name="Language">BCP 47, or null.</param>
/// <param name="Others">The next best stories of the event, of which the first stands there once this one is hidden or erased.</param>
public sealed record EditionEvent(
    long StoryId, long? EventId, string Title, string? Url, string Source, int Stories, int Sources, string? Language,
    IReadOnlyList<EditionEvent>? Others = null)
{
    /// <summary>The event without these stories; null where no story is left that was stored with it.</summary>
    public EditionEvent? Without(IReadOnlyCollection<long> taken)
    {
        EditionEvent[] told = [this with { Others = null }, .. Others ?? []];
        EditionEvent[] left = [.. told.Where(story => !taken.Contains(story.StoryId))];
        if (left.Length == told.Length)
            return this;
        var stories = Math.Max(1, Stories - (told.Length - left.Length));
        return left.Length == 0 ? null : left[0] with
        {
            EventId = stories > 1 ? EventId : null,
            Stories = stories,
            Sources = Math.Min(Sources, stories),
            Others = left.Length > 1 ? left[1..] : null,
        };
    }
}
