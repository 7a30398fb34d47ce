using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Coverage;

/// <summary>What the database is to have of events, after stories came or changed.</summary>
/// <param name="Groups">The groups that are other ones than before.</param>
/// <param name="Left">Stories that were of an event and are alone now.</param>
/// <param name="Stale">Events of which something changed.</param>
internal sealed record EventChanges(IReadOnlyList<EventGroup> Groups, IReadOnlyList<long> Left, IReadOnlySet<long> Stale)
{
    /// <summary>Whether nothing changed that anybody sees.</summary>
    public bool IsNone => (Groups.Count, Left.Count, Stale.Count) == (0, 0, 0);

    /// <summary>What follows from these stories, which were grouped now.</summary>
    public static EventChanges Of(EventGrouper grouper, IReadOnlyList<EventLead> grouped, IReadOnlySet<long> stale) => new(
        [.. grouped.DistinctBy(lead => grouper.EventOf(lead.Story.Id)).Select(lead => EventGroup.Of(grouper, lead.Story.Id))
            .Where(group => group.Stories.Count > 1)],
        [.. grouped.Where(lead => lead.EventId is not null && grouper.StoriesWith(lead.Story.Id).Count == 1).Select(lead => lead.Story.Id)],
        stale);

    /// <summary>Writes it; returns the event of each story that has another one than before.</summary>
    public IReadOnlyDictionary<long, long?> Write(WriteSession session, IEnumerable<long> alsoStale, DateTimeOffset now)
    {
        var (rows, numbers, stale) = (new EventRows(session, now), new Dictionary<long, long?>(), Stale.Union(alsoStale).ToHashSet());
        foreach (var story in Left)
        {
            rows.Leave(story);
            numbers[story] = null;
        }

        foreach (var group in Groups)
        {
            var number = group.Events is [var first, ..] ? first : rows.Begin();
            foreach (var (story, certainty) in group.Stories.Where(story => story.Event != number).Select(s => (s.Id, s.Certainty)))
            {
                rows.Put(story, number, certainty);
                numbers[story] = number;
            }

            stale.Add(number);
            stale.UnionWith(group.Events);
            foreach (var former in group.Events.Skip(1))
                rows.Lead(former, number);
        }

        rows.Renew(stale);
        return numbers;
    }
}

/// <summary>Stories that are of one event.</summary>
/// <param name="Stories">Each with its event so far, and how surely it is of this one.</param>
/// <param name="Events">The numbers that they have so far, the first given first: that one stays.</param>
internal sealed record EventGroup(IReadOnlyList<(long Id, long? Event, double? Certainty)> Stories, IReadOnlyList<long> Events)
{
    /// <summary>The group of a story.</summary>
    public static EventGroup Of(EventGrouper grouper, long story)
    {
        var stories = grouper.StoriesWith(story).Select(id => (id, grouper.NumberOf(id), grouper.Certainty(id))).ToList();
        return new(stories, [.. stories.Select(s => s.Item2).OfType<long>().Distinct().Order()]);
    }
}
