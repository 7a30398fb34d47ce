using FeedHub.Model.Health;

namespace FeedHub.Alerting;

/// <summary>Which of the events that nobody was told of are told now.</summary>
internal static class AlertPicker
{
    /// <summary>Events that come within this time are told together.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromSeconds(20);

    /// <summary>True once no further event is waited for.</summary>
    public static bool IsTime(IReadOnlyList<HealthEvent> events, DateTimeOffset now) => events.Count > 0 && now - events[0].At >= Gathering;

    /// <summary>Those of this severity or more; what began and ended meanwhile at a source is not told.</summary>
    /// <param name="events">The oldest first.</param>
    /// <param name="least">The severity.</param>
    public static IReadOnlyList<HealthEvent> Pick(IEnumerable<HealthEvent> events, AlertSeverity least)
    {
        var told = new List<HealthEvent>();
        foreach (var happened in events.Where(happened => AlertSeverities.Of(happened.Kind) >= least))
        {
            if (happened.Kind == HealthEventKind.SourceRecovered && told.RemoveAll(before => before.Source == happened.Source) > 0)
                continue;
            told.Add(happened);
        }

        return told;
    }
}
