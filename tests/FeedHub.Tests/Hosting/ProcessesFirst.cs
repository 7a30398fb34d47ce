using Xunit.Abstractions;

namespace FeedHub.Tests.Hosting;

/// <summary>The longest collection begins first: nothing waits for its end alone.</summary>
public sealed class ProcessesFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName != Processes.Name);
}
