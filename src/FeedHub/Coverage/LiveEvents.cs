using FeedHub.Ingesting;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;

namespace FeedHub.Coverage;

/// <summary>
/// The events of the stories that were first seen lately, in memory, as the database has them. One owner has it, in one thread at a time;
/// where a write failed it is filled again.
/// </summary>
internal sealed class LiveEvents
{
    /// <summary>A slow source brings its report late: stories are kept this much longer than those of one event may lie apart.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromDays(1);

    private readonly EventOptions _options;
    private readonly SightQueue _bySight = new();
    private readonly EventGrouper _grouper;

    private LiveEvents(EventOptions options) => (_options, _grouper) = (options, new(options));

    /// <summary>The earliest first sight of a story that is sorted into an event.</summary>
    public static DateTimeOffset Since(EventOptions options, DateTimeOffset now) => now - options.Window - Lateness;

    /// <summary>What the database has of stories that do not wait.</summary>
    public static LiveEvents Load(ReadSessions database, EventOptions options, DateTimeOffset now)
    {
        var (events, since) = (new LiveEvents(options), Since(options, now));
        var waiting = EventQueue.Stories(database);
        events._grouper.Reserve(EventLeads.Count(database, since));
        foreach (var part in EventLeads.Since(database, since))
            events.Restore([.. part.Where(lead => waiting.BinarySearch(lead.Story.Id) < 0)]);
        return events;
    }

    /// <summary>Takes in what changed, in memory alone; returns what that is to change in the database.</summary>
    /// <param name="changed">The stories that changed.</param>
    /// <param name="leads">As they are now, those that can be sorted.</param>
    /// <param name="now">The present time.</param>
    public EventChanges Add(IReadOnlySet<long> changed, IReadOnlyList<EventLead> leads, DateTimeOffset now)
    {
        Trim(now);
        var (stale, other) = (new HashSet<long>(), Changed(leads));
        foreach (var story in changed.Except(Same(leads)).Where(_grouper.Has))
            Remove(story, stale);
        var fresh = leads.Where(lead => !_grouper.Has(lead.Story.Id)).ToLookup(lead => IsPlaced(lead) && !other.Contains(lead.Story.Id));
        Restore([.. fresh[true]]);
        _grouper.Add([.. fresh[false].Select(lead => lead.Story)]);
        Remember(fresh[false]);
        return EventChanges.Of(_grouper, [.. fresh[false]], stale);
    }

    /// <summary>What was to be changed is, and these are the numbers of the events now.</summary>
    public void Confirm(IReadOnlyDictionary<long, long?> numbers)
    {
        foreach (var (story, number) in numbers)
            _grouper.SetNumber(story, number);
    }

    // What somebody said, or was found before, holds.
    private static bool IsPlaced(EventLead lead) => lead.EventId is not null || lead.ByAdmin == false;

    // The words it is grouped by have not changed, nor the event that somebody put it into.
    private IEnumerable<long> Same(IEnumerable<EventLead> leads) => leads
        .Where(lead => _grouper.Has(lead.Story) && _grouper.NumberOf(lead.Story.Id) == lead.EventId).Select(lead => lead.Story.Id);

    // Those that tell of something else now, and go by their words.
    private HashSet<long> Changed(IEnumerable<EventLead> leads) => [.. leads
        .Where(lead => lead.ByAdmin is null && _grouper.Has(lead.Story.Id) && !_grouper.Has(lead.Story)).Select(lead => lead.Story.Id)];

    private void Remove(long story, HashSet<long> stale)
    {
        if (_grouper.NumberOf(story) is { } number)
            stale.Add(number);
        _grouper.Remove(story);
    }

    private void Restore(IReadOnlyList<EventLead> leads)
    {
        _grouper.Restore([.. leads.Select(lead => (lead.Story, lead.EventId))]);
        Remember(leads);
    }

    private void Remember(IEnumerable<EventLead> leads)
    {
        foreach (var lead in leads)
            _bySight.Add(lead.SeenAt, lead.Story.Id);
    }

    private void Trim(DateTimeOffset now)
    {
        while (_bySight.TryTake(Since(_options, now)) is { } oldest)
            _grouper.Remove(oldest);
    }
}
