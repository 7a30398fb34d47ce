using System.Diagnostics;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>What one classification costs in time and memory.</summary>
internal static class TaggingCost
{
    private const int Warm = 2000;

    public static int Run(string itemsPath)
    {
        var texts = LabelledItem.Read(itemsPath).Where(i => i.Summary.Length > 0).Take(Warm * 2).ToList();
        var loading = Stopwatch.StartNew();
        var model = CategoryModel.Shipped.Value;
        Console.WriteLine($"loaded in {loading.ElapsedMilliseconds} ms");
        foreach (var item in texts.Take(Warm))
            model.Sure(item.Title, item.Summary, item.Language);
        var (bytes, cpu) = (GC.GetAllocatedBytesForCurrentThread(), Process.GetCurrentProcess().TotalProcessorTime);
        foreach (var item in texts)
            model.Sure(item.Title, item.Summary, item.Language);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine($"{spent.TotalMicroseconds / texts.Count:0} µs of CPU and "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - bytes) / texts.Count:N0} bytes an item, "
            + $"{texts.Average(t => t.Title.Length + t.Summary.Length):0} characters");
        return 0;
    }
}
