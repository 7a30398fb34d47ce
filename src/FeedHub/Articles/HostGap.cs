using FeedHub.Model.Settings;

namespace FeedHub.Articles;

/// <summary>The time between two pages of one host (<c>FeedHub:Articles:HostGap</c>).</summary>
internal static class HostGap
{
    /// <summary>Waits for it.</summary>
    public static Task PassAsync(FeedHubOptions options, TimeProvider time, CancellationToken cancellation) =>
        options.Articles.HostGap is { Ticks: > 0 } gap ? Task.Delay(gap, time, cancellation) : Task.CompletedTask;
}
