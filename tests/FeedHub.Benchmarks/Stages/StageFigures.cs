using System.Globalization;

namespace FeedHub.Benchmarks.Stages;

/// <summary>What each stage took of CPU and memory, by name in the order in which they first came.</summary>
internal sealed class StageFigures
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, List<(double Time, long Bytes)>> _rounds = [];

    /// <summary>Runs a stage over one document and counts it.</summary>
    public T Time<T>(string name, Func<T> work)
    {
        var (bytes, cpu) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var result = work();
        var time = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        if (!_rounds.TryGetValue(name, out var rounds))
        {
            _names.Add(name);
            _rounds[name] = rounds = [];
        }

        rounds.Add((time, GC.GetAllocatedBytesForCurrentThread() - bytes));
        return result;
    }

    /// <summary>Prints microseconds and bytes an item.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="items">Items of one document.</param>
    /// <param name="isMean">The mean over all documents, for what is cold; else the median, which passes over what else the machine
    /// did.</param>
    public void Print(string title, int items, bool isMean)
    {
        Console.WriteLine(title);
        foreach (var name in _names)
        {
            var rounds = _rounds[name];
            var time = isMean ? rounds.Average(r => r.Time) : rounds.Select(r => r.Time).Order().ElementAt(rounds.Count / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {name,-36} {time / items,8:0.0} µs {rounds.Average(r => r.Bytes) / items,10:N0} bytes"));
        }
    }
}
