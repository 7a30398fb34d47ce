namespace FeedHub.Hub;

/// <summary>When the hub tries again, and when it gives up.</summary>
public static class HubRetries
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    private const int MaxVerifications = 3;

    /// <summary>The wait after a push that failed; null: the subscriber is dead.</summary>
    /// <param name="failures">Pushes failed in a row, this one included.</param>
    /// <param name="status">What was answered, or null.</param>
    public static TimeSpan? AfterPush(int failures, int? status) =>
        status == StatusCodes.Status410Gone || failures > Waits.Length ? null : Waits[failures - 1];

    /// <summary>The wait after a verification that failed; null: the subscriber does not confirm its request.</summary>
    /// <param name="failures">Times that it failed, this one included.</param>
    /// <param name="status">What was answered, or null. An answer that is not a server's error is final.</param>
    public static TimeSpan? AfterVerification(int failures, int? status) =>
        status is null or >= 500 && failures < MaxVerifications ? Waits[failures - 1] : null;
}
