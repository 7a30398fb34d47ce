using System.Globalization;
using System.Text;
using FeedHub.Model.Health;
using FeedHub.Model.Words;

namespace FeedHub.Alerting;

/// <summary>One alert: the events that are sent together.</summary>
/// <param name="Title">In one line.</param>
/// <param name="Severity">The highest of its events.</param>
/// <param name="Events">The oldest first.</param>
/// <param name="BaseUrl">Where FeedHub is, or empty.</param>
public sealed record AlertMessage(string Title, AlertSeverity Severity, IReadOnlyList<HealthEvent> Events, string BaseUrl)
{
    /// <summary>Most events that are listed one by one.</summary>
    private const int Most = 50;

    /// <summary>The events as plain text.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var happened in Events.Take(Most))
                text.Append(CultureInfo.InvariantCulture, $"{RelativeTime.Exact(happened.At)}  {happened.Title}\n{happened.Text}\n")
                    .Append(BaseUrl.Length == 0 ? "" : $"{BaseUrl}{happened.Path}\n").Append('\n');
            if (Events.Count > Most)
                text.Append(CultureInfo.InvariantCulture, $"and {Events.Count - Most} more");
            return text.ToString().TrimEnd();
        }
    }

    /// <summary>A message of these events, at least one.</summary>
    public static AlertMessage Of(IReadOnlyList<HealthEvent> events, string hub, string baseUrl)
    {
        var gravest = events.MaxBy(happened => AlertSeverities.Of(happened.Kind))!;
        var others = events.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {events.Count - 1} more") : "";
        return new($"{hub}: {gravest.Title}{others}", AlertSeverities.Of(gravest.Kind), events, baseUrl);
    }
}
