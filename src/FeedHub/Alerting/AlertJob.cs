using FeedHub.Model.Health;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Alerting;

/// <summary>The recurring job that tells people of what stands in the health feed: each event once to each receiver. A receiver that
/// cannot be told is tried again, and keeps the others waiting for nothing.</summary>
public sealed partial class AlertJob(
    AlertReceivers receivers, ReceiverStates states, FeedTitles titles, PublicAddress address, IOptions<FeedHubOptions> options,
    TimeProvider time, ILogger<AlertJob> log)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "alerts";

    private int _busy;

    /// <summary>Tells what is to be told; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Alerts: tell people of trouble")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (receivers.All.Count == 0)
            return "nobody is to be told (FeedHub:Alerts)";
        if (IsQuiet())
            return $"quiet hours ({options.Value.Alerts.QuietHours})";
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            return "the run before is still telling";
        try
        {
            return string.Join("; ", await Task.WhenAll(receivers.All.Select(receiver => TellAsync(receiver, cancellation))));
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>Sends a message that says that messages arrive; returns what came of it for each receiver.</summary>
    public async Task<IReadOnlyList<(string Receiver, string? Error)>> TestAsync(CancellationToken cancellation)
    {
        var message = MessageOf([new()
        {
            At = time.GetUtcNow(), Kind = HealthEventKind.Test, Text = Reason.Of(ReasonCode.AlertTest),
        }]);
        return await Task.WhenAll(
            receivers.All.Select(async receiver => (receiver.Shown, await receiver.SendAsync(message, cancellation))));
    }

    private async Task<string> TellAsync(IAlertReceiver receiver, CancellationToken cancellation)
    {
        var stands = await states.OfAsync(receiver.Name, cancellation);
        var now = time.GetUtcNow();
        if (stands.NextTryAt > now)
            return $"{receiver.Shown}: tried again at {RelativeTime.Exact(stands.NextTryAt.Value)}";
        var events = states.NewsTo(stands);
        if (!AlertPicker.IsTime(events, now))
            return $"{receiver.Shown}: nothing new";
        var told = AlertPicker.Pick(events, AlertSeverities.TryRead(options.Value.Alerts.Least) ?? AlertSeverity.Warning);
        var error = told.Count == 0 ? null : await receiver.SendAsync(MessageOf(told), cancellation);
        await states.KeepAsync(stands, events, error, cancellation);
        var outcome = Outcome(told.Count, stands.Failures, error);
        LogTold(error is null ? LogLevel.Information : LogLevel.Warning, receiver.Logged, outcome);
        return $"{receiver.Shown}: {outcome}";
    }

    private static string Outcome(int events, int failures, string? error)
    {
        if (events == 0)
            return failures > 0 ? "all was over before it could be told" : "nothing that is to be told";
        var told = error is null ? "told" : $"not told yet: {error}";
        return FormattableString.Invariant($"{events} {(events == 1 ? "event" : "events")} {told}");
    }

    private AlertMessage MessageOf(IReadOnlyList<HealthEvent> events) =>
        AlertMessage.Of(events, titles.Title, address.Configured ?? "");

    private bool IsQuiet() =>
        HoursOfDay.TryRead(options.Value.Alerts.QuietHours)?.Contains(TimeOnly.FromDateTime(time.GetLocalNow().DateTime)) == true;

    [LoggerMessage(EventName = "AlertTold", Message = "Alerts, {Receiver}: {Outcome}")]
    private partial void LogTold(LogLevel level, string receiver, string outcome);
}
