namespace FeedHub.Tests.Hosting;

/// <summary>Tests that start whole processes, and mostly wait for them: one after the other, beside tests that start none.</summary>
[CollectionDefinition(Name)]
public sealed class Processes
{
    public const string Name = "processes";
}
