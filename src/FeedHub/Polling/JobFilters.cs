using Hangfire;
using Hangfire.Common;

namespace FeedHub.Polling;

/// <summary>
/// Hangfire's filters without those that FeedHub has no use for: no job continues another, and all have the culture of the process.
/// Each would ask the storage at every poll.
/// </summary>
internal static class JobFilters
{
    /// <summary>For the container: Hangfire's own list is a static, which two services in one process must not change.</summary>
    public static IJobFilterProvider Create()
    {
        var common = new JobFilterCollection { new AutomaticRetryAttribute(), new StatisticsHistoryAttribute() };
        return new JobFilterProviderCollection(common, new JobFilterAttributeFilterProvider());
    }
}
