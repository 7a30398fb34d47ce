namespace FeedHub.Alerting;

/// <summary>One that trouble is told to.</summary>
public interface IAlertReceiver
{
    /// <summary>What it is remembered by; tells nothing of its secrets.</summary>
    string Name { get; }

    /// <summary>What people see of it, without its secrets.</summary>
    string Shown { get; }

    /// <summary>The same for the log, without addresses of people.</summary>
    string Logged => Shown;

    /// <summary>Tells it.</summary>
    /// <returns>Null, or why it could not be told.</returns>
    Task<string?> SendAsync(AlertMessage message, CancellationToken cancellation);
}
