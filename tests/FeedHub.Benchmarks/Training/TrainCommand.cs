using System.Diagnostics;

namespace FeedHub.Benchmarks.Training;

/// <summary>Trains the model that ships (docs/training.md).</summary>
internal static class TrainCommand
{
    public static int Run(string itemsPath, string iptcTable, string seedFolder, string modelPath)
    {
        var items = LabelledItem.Read(itemsPath).ToList();
        var seeds = SeedTexts.Read(seedFolder, iptcTable);
        var trained = items.Count(i => i.MayBeTrained);
        Console.WriteLine($"{trained} titles to train with; {items.Count - trained} items without a label, or whose licence lets them "
            + $"only be measured with");
        var clock = Stopwatch.StartNew();
        var folds = new CrossCheck(items, seeds).Folds();
        var certainty = CrossCheck.Measure(folds.SelectMany(f => CrossCheck.Guesses(f.Model, f.Judged)));
        var model = CrossCheck.Train(items, seeds).With(certainty);
        using (var file = File.Create(modelPath))
            model.Save(file);
        Console.WriteLine($"{new FileInfo(modelPath).Length:N0} bytes, {clock.Elapsed.TotalSeconds:0} s, "
            + $"{Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0} s of CPU");
        CheckCommand.Judge(folds, items, outFolder: null);
        return 0;
    }
}
