using FeedHub.Model.Health;

namespace FeedHub.Alerting;

/// <summary>How grave it is.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know: FeedHub does all that is to be done.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Something is lost while nobody acts.</summary>
    Error,
}

/// <summary>What kinds of health events mean for those who are told.</summary>
internal static class AlertSeverities
{
    /// <summary>How grave an event is; one that ends something is as grave as what it ends, so that who was told hears of it.</summary>
    public static AlertSeverity Of(HealthEventKind kind) => kind switch
    {
        HealthEventKind.StorageFailing or HealthEventKind.StorageRecovered or HealthEventKind.NetworkDown or HealthEventKind.NetworkBack
            or HealthEventKind.PollsLate or HealthEventKind.PollsInTime or HealthEventKind.SourceGone => AlertSeverity.Error,
        HealthEventKind.SourceThrottled or HealthEventKind.ModelRetrained => AlertSeverity.Info,
        _ => AlertSeverity.Warning,
    };

    /// <summary>Whether an event ends what another began.</summary>
    public static bool IsEnd(HealthEventKind kind) => kind is HealthEventKind.SourceRecovered or HealthEventKind.StorageRecovered
        or HealthEventKind.DiskRecovered or HealthEventKind.PollsInTime or HealthEventKind.NetworkBack;

    /// <summary>Reads <c>Alerts:Least</c>; null: it is none.</summary>
    public static AlertSeverity? TryRead(string text) =>
        Enum.TryParse<AlertSeverity>(text, ignoreCase: true, out var severity) && Enum.IsDefined(severity) && !char.IsAsciiDigit(text[0])
            ? severity
            : null;
}
