using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks.Schedule;

/// <summary>One source's publications for a simulation.</summary>
/// <param name="Kind">What sort of publisher it is.</param>
/// <param name="Times">Ascending.</param>
/// <param name="From">When it is polled first; what was published before is what the feed lists then.</param>
/// <param name="To">End of the simulation.</param>
public sealed record Publications(string Kind, IReadOnlyList<DateTimeOffset> Times, DateTimeOffset From, DateTimeOffset To)
{
    // Fewer dates than this show no rhythm to any rule.
    private const int FewestDates = 10;

    /// <summary>The dates of a folder's feeds: each is met when a third of its items are out, and left at its newest.</summary>
    public static IReadOnlyList<Publications> OfFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(OfFile).OfType<Publications>()];

    private static Publications? OfFile(string path)
    {
        var times = Dates(path);
        return times.Count < FewestDates || times[^1] - times[times.Count / 3] < TimeSpan.FromHours(1)
            ? null
            : new("real", times, times[times.Count / 3], times[^1].AddSeconds(1));
    }

    private static List<DateTimeOffset> Dates(string path)
    {
        try
        {
            var feed = FeedDocument.Read(
                File.ReadAllBytes(path),
                new ReadOptions { BaseUrl = new("https://document.invalid/"), Now = TimeProvider.System.GetUtcNow() });
            var times = feed.Items.Select(item => item.Published).OfType<DateTimeOffset>().Distinct().Order().ToList();
            return [.. times.Where(time => time > times[^1].AddDays(-60))];
        }
        catch (FeedReadException)
        {
            return [];
        }
    }
}
