namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>One kind of inputs, and what must hold for all of them.</summary>
internal interface IFuzzPart : IAsyncDisposable
{
    /// <summary>A word.</summary>
    string Name { get; }

    /// <summary>What else than the number of cases was done, in words; may be empty.</summary>
    string Progress { get; }

    /// <summary>Makes one case of the chances, tries it and reports what it broke, with its input.</summary>
    Task TryAsync(Random random, Func<Finding, bool> isNew, Action<Finding, byte[]> report);
}
