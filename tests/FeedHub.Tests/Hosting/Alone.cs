namespace FeedHub.Tests.Hosting;

/// <summary>Tests that measure how long something takes, or that start whole processes: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
