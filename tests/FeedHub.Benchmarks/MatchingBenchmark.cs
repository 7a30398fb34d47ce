using System.Globalization;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>What matching costs per item with so many stories in the window: cleaning, fingerprint, candidates and scores, taking in.</summary>
internal static class MatchingBenchmark
{
    private const int Measured = 4000;
    private const int Batch = 200;
    private const int Source = 1;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static int Run(int[] sizes)
    {
        Measure(new StoryIndex(new MatchOptions()), 0, 20_000);
        var index = new StoryIndex(new MatchOptions());
        var number = 0;
        Console.WriteLine("stories in the window; CPU per item: text, fingerprint, find, add; all; bytes per story; found of copies");
        double? first = null;
        foreach (var size in sizes)
        {
            for (; index.Count < size; number++)
            {
                if (!NewsText.IsCopy(number)) index.Add(number + 1, Source + (number % 500), Now, Print(NewsText.Item(number)));
            }

            GC.Collect();
            var (times, found) = Measure(index, number, Measured);
            number += Measured;
            first ??= times.Sum();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,9:N0}: {times[0],6:0.0} {times[1],6:0.0} {times[2],6:0.0} {times[3],6:0.0}; {times.Sum(),6:0.0} us, {times.Sum() / first:0.00} of the first; {index.Bytes / (double)index.Count:0} bytes, {GC.GetTotalMemory(true) / 1e6:0} MB in use; {found:0.000}"));
        }

        return 0;
    }

    // Medians over batches, each step timed over the whole batch: what else the machine does falls on few of them.
    private static (double[] Microseconds, double Found) Measure(StoryIndex index, int from, int count)
    {
        var batches = new List<double[]>();
        int copies = 0, found = 0;
        for (var start = from; start < from + count; start += Batch)
        {
            var items = Enumerable.Range(start, Batch).Select(NewsText.Item).ToArray();
            string[] texts = [];
            Fingerprint[] prints = [];
            Verdict[] verdicts = [];
            batches.Add([
                Time(() => texts = [.. items.Select(item => ItemText.Of(item, TimeZoneInfo.Utc, Now).Text)]),
                Time(() => prints = [.. items.Select((item, i) => Fingerprint.Of(item.Title, texts[i]))]),
                Time(() => verdicts = [.. prints.Select((print, i) => index.Find(print, Source + ((start + i) % 500), Now))]),
                Time(() => Add(index, prints, verdicts, start)),
            ]);
            copies += items.Where((_, i) => NewsText.IsCopy(start + i)).Count();
            found += verdicts.Where((verdict, i) => NewsText.IsCopy(start + i) && verdict.IsSame).Count();
        }

        return ([.. Enumerable.Range(0, 4).Select(step => batches.Select(b => b[step]).Order().ElementAt(batches.Count / 2))], copies == 0 ? 1 : (double)found / copies);
    }

    private static void Add(StoryIndex index, Fingerprint[] prints, Verdict[] verdicts, int start)
    {
        for (var i = 0; i < prints.Length; i++)
        {
            if (!verdicts[i].IsSame) index.Add(start + i + 1, Source + ((start + i) % 500), Now, prints[i]);
        }
    }

    private static double Time(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Batch;
    }

    // To fill the window, the text is taken as if it were clean.
    private static Fingerprint Print(ParsedItem item) => Fingerprint.Of(item.Title, HtmlText.ToPlainText(item.ContentHtml!));
}
