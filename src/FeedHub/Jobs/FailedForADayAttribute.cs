using Hangfire.Common;
using Hangfire.States;

namespace FeedHub.Jobs;

/// <summary>
/// Lets failed jobs expire after a day. By default Hangfire keeps them for ever, since FailedState is not final; this swaps in a
/// twin that is, and that can be requeued like the original. One that is not a fault of FeedHub's has no stack
/// trace, and its line says why.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FailedForADayAttribute : JobFilterAttribute, IElectStateFilter, IApplyStateFilter
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState failed)
            context.CandidateState = new ExpiringFailedState(failed);
    }

    /// <inheritdoc/>
    public void OnStateApplied(ApplyStateContext context, Hangfire.Storage.IWriteOnlyTransaction transaction)
    {
        if (context.NewState is ExpiringFailedState)
            context.JobExpirationTimeout = Kept;
    }

    /// <inheritdoc/>
    public void OnStateUnapplied(ApplyStateContext context, Hangfire.Storage.IWriteOnlyTransaction transaction)
    {
    }

    private sealed class ExpiringFailedState(FailedState failed) : IState
    {
        public string Name => failed.Name;

        // In a list of jobs it stands beside the job, where Hangfire else says that an exception occurred.
        public string Reason => failed.Exception is IExpectedFailure ? failed.Exception.Message : failed.Reason;

        public bool IsFinal => true;

        public bool IgnoreJobLoadException => failed.IgnoreJobLoadException;

        public Dictionary<string, string> SerializeData()
        {
            var data = failed.SerializeData();
            if (failed.Exception is IExpectedFailure expected)
                (data["ExceptionType"], data["ExceptionDetails"]) = (expected.What, "");
            return data;
        }
    }
}
