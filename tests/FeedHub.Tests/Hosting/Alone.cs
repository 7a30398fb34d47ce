namespace FeedHub.Tests.Hosting;

/// <summary>Tests that measure time or memory, or listen to the whole process: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
