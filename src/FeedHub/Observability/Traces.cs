using System.Diagnostics;

namespace FeedHub.Observability;

/// <summary>The source of traces: a poll with its fetch, its reading and its storing. Nothing is made while nobody listens.</summary>
internal static class Traces
{
    private static readonly ActivitySource Source = new(Figures.Name);

    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>Begins a step, below the one that is under way; null if nobody listens.</summary>
    public static Activity? Begin(string name) => Source.StartActivity(name);

    /// <summary>Begins what another process or thread asked for.</summary>
    public static Activity? Begin(string name, ActivityContext parent) => Source.StartActivity(name, ActivityKind.Consumer, parent);
}
