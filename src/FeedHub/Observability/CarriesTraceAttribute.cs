using System.Diagnostics;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;

namespace FeedHub.Observability;

/// <summary>Carries the trace from where a job was queued to where it runs (W3C Trace Context).</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CarriesTraceAttribute : JobFilterAttribute, IClientFilter, IServerFilter
{
    private const string Parameter = "traceparent";

    public void OnCreating(CreatingContext context)
    {
        if (Traces.IsOn && Activity.Current is { } asking)
            context.SetJobParameter(Parameter, asking.Id);
    }

    public void OnCreated(CreatedContext context)
    {
    }

    public void OnPerforming(PerformingContext context)
    {
        if (!Traces.IsOn)
            return;
        ActivityContext.TryParse(context.GetJobParameter<string>(Parameter), null, out var parent);
        context.Items[Parameter] = Traces.Begin(
            $"job {context.BackgroundJob.Job.Type.Name}.{context.BackgroundJob.Job.Method.Name}",
            parent);
    }

    public void OnPerformed(PerformedContext context)
    {
        if (context.Items.TryGetValue(Parameter, out var begun) && begun is Activity activity)
            activity.Dispose();
    }
}
