using System.Globalization;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>
/// What matching costs per item with so many stories in the window: cleaning, fingerprint, candidates and scores, adding. All
/// windows are filled first and measured by turns over the same items, so that what else the machine does falls on all of them.
/// </summary>
internal static class MatchingBenchmark
{
    private const int Measured = 4000;
    private const int Batch = 200;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static int Run(int[] sizes)
    {
        var indexes = sizes.Select(_ => new StoryIndex(new MatchOptions())).ToArray();
        var number = Fill(indexes, sizes);
        Measure(indexes, number, Measured);
        var results = Measure(indexes, number + Measured, Measured);
        Console.WriteLine("stories in the window; CPU per item: text, fingerprint, find, add; all; bytes per story; found of copies");
        for (var i = 0; i < indexes.Length; i++)
        {
            var ((times, found), index) = (results[i], indexes[i]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sizes[i],9:N0}: {times[0],6:0.0} {times[1],6:0.0} {times[2],6:0.0} {times[3],6:0.0}; {times.Sum(),6:0.0} us, "
                    + $"{times.Sum() / results[0].Times.Sum():0.00} of the first; {index.Bytes / (double)index.Count:0} bytes; "
                    + $"{found:0.000}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(true) / 1e6:0} MB in use"));
        return 0;
    }

    // The newest stories are the same in all.
    private static int Fill(StoryIndex[] indexes, int[] sizes)
    {
        var last = sizes.Max() * 10 / 9;
        for (var number = 0; number < last; number++)
        {
            if (NewsText.IsCopy(number))
                continue;
            var print = Print(NewsText.Item(number));
            for (var i = 0; i < indexes.Length; i++)
            {
                if (last - number <= sizes[i] * 10 / 9)
                    indexes[i].Add(number + 1, SourceOf(number), Now, print);
            }
        }

        return last;
    }

    // Medians over batches, each step timed over the whole batch.
    private static (double[] Times, double Found)[] Measure(StoryIndex[] indexes, int from, int count)
    {
        var batches = indexes.Select(_ => new List<double[]>()).ToArray();
        var (copies, found) = (0, new int[indexes.Length]);
        for (var start = from; start < from + count; start += Batch)
        {
            var items = Enumerable.Range(start, Batch).Select(NewsText.Item).ToArray();
            copies += items.Where((_, i) => NewsText.IsCopy(start + i)).Count();
            for (var i = 0; i < indexes.Length; i++)
                found[i] += Take(indexes[i], items, start, batches[i], indexes[i].Count);
        }

        return [.. batches.Select((b, i) => (Medians(b), copies == 0 ? 1 : (double)found[i] / copies))];
    }

    private static int Take(StoryIndex index, ParsedItem[] items, int start, List<double[]> times, int size)
    {
        string[] texts = [];
        Fingerprint[] prints = [];
        Verdict[] verdicts = [];
        times.Add([
            Time(() => texts = [.. items.Select(item => ItemText.Of(item, TimeZoneInfo.Utc, Now).Text)]),
            Time(() => prints = [.. items.Select((item, i) => Fingerprint.Of(item.Title, texts[i]))]),
            Time(() => verdicts = [.. prints.Select((print, i) => index.Find(print, SourceOf(start + i), Now))]),
            Time(() => Add(index, prints, verdicts, start)),
        ]);
        // The window moves on, and stays as large.
        for (var oldest = start - (size * 10 / 9); index.Count > size; oldest++)
            index.Remove(oldest + 1);
        return verdicts.Where((verdict, i) => NewsText.IsCopy(start + i) && verdict.IsSame).Count();
    }

    private static double[] Medians(List<double[]> batches) =>
        [.. Enumerable.Range(0, 4).Select(step => batches.Select(b => b[step]).Order().ElementAt(batches.Count / 2))];

    private static void Add(StoryIndex index, Fingerprint[] prints, Verdict[] verdicts, int start)
    {
        for (var i = 0; i < prints.Length; i++)
        {
            if (!verdicts[i].IsSame)
                index.Add(start + i + 1, SourceOf(start + i), Now, prints[i]);
        }
    }

    private static long SourceOf(int number) => 1 + (number % 500);

    private static double Time(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Batch;
    }

    // To fill the window, the text is taken as if it were clean.
    private static Fingerprint Print(ParsedItem item) => Fingerprint.Of(item.Title, HtmlText.ToPlainText(item.ContentHtml!));
}
