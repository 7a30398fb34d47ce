using System.Globalization;
using FeedHub.Syndication.Grouping;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>What grouping by event costs a story with so many stories in the window.</summary>
internal static class EventsBenchmark
{
    private const int Measured = 10_000;
    private const int Filled = 10_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static int Run(int[] sizes)
    {
        foreach (var size in sizes)
        {
            var grouper = new EventGrouper(new EventOptions());
            for (var from = 0; from < size; from += Filled)
                grouper.Add([.. Enumerable.Range(from, Math.Min(Filled, size - from)).Select(Story)]);
            var stories = Enumerable.Range(size, Measured).Select(Story).ToList();
            var before = Environment.CpuUsage.TotalTime;
            grouper.Add(stories);
            var cost = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Measured;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,9:N0} stories: {cost:0.0} us of CPU a story, {grouper.Bytes / (double)grouper.Count:0} bytes a story"));
        }

        return 0;
    }

    private static EventStory Story(int number)
    {
        var item = NewsText.Item(number, paragraphs: 2);
        return new(number + 1, Now.AddSeconds(number / 10), "id", Fingerprint.Of(item.Title, HtmlText.ToPlainText(item.ContentHtml!)));
    }
}
