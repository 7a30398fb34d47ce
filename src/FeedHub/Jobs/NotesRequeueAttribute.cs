using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;

namespace FeedHub.Jobs;

/// <summary>
/// Notes that a job which had ended was queued again. Only a person does that, on Hangfire's own pages: failed polls are not retried by
/// Hangfire (docs/notes/polls.md).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NotesRequeueAttribute : JobFilterAttribute, IElectStateFilter
{
    private const string Parameter = "Requeued";

    private static readonly string[] Ended = [FailedState.StateName, SucceededState.StateName, DeletedState.StateName];

    /// <summary>Whether the job that runs was queued again after it had ended.</summary>
    public static bool IsRequeued(PerformContext context) => context.GetJobParameter<bool>(Parameter);

    /// <inheritdoc/>
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is EnqueuedState && Ended.Contains(context.CurrentState))
            context.SetJobParameter(Parameter, true);
    }
}
