using System.Diagnostics;
using System.Globalization;
using FeedHub.Model.Stories;

namespace FeedHub.Benchmarks.Readers;

/// <summary>What programs and people see of a week's stories, by how they read: docs/notes/arrival.md has the figures.</summary>
internal static class ReadersCommand
{
    /// <summary>The first page by the publishers' dates: what feeds were before there was arrival.</summary>
    public static readonly StoryFilter Before = new() { ByPublished = true, Limit = StoryFilter.DefaultLimit };

    private static readonly StoryFilter Now = new();
    private static readonly StoryFilter Found = new() { DatesFound = true };
    private static readonly StoryFilter Page = new() { Limit = StoryFilter.DefaultLimit };

    /// <summary>Runs it and prints the shares.</summary>
    public static async Task<int> RunAsync(int publishers, int storiesADay, int days)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-readers-");
        var started = Stopwatch.GetTimestamp();
        try
        {
            var simulation = new ReadersSimulation(publishers, storiesADay, days, TimeSpan.FromMinutes(30));
            var (found, shares) = await simulation.RunAsync(folder.FullName, Readers($"https://paper{publishers}.example/feed"));
            Console.WriteLine($"{found} stories counted; {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
            foreach (var (reader, share, small) in shares)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share:F3}  small sources {small:F3}  {reader.Name}"));
            return shares.Where(s => s.Reader is { Filter: { Given: null, ByPublished: false }, Every.TotalHours: < 24 })
                .All(s => s.Share == 1 || (s.Reader.GoesByDate && !s.Reader.Filter.DatesFound)) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each kind of reader, as before and now.</summary>
    /// <param name="copier">The address of the source that brings copies of old stories.</param>
    public static IReadOnlyList<SimulatedReader> Readers(string copier)
    {
        var (hour, six, day) = (TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1));
        return
        [
            new("remembers ids, each hour, before", hour, Before),
            new("remembers ids, each hour, now", hour, Now),
            new("remembers ids, each 6 hours, before", six, Before),
            new("remembers ids, each 6 hours, now", six, Now),
            new("bot by newest date, each hour, before", hour, Before, GoesByDate: true),
            new("bot by newest date, each hour, now", hour, Now, GoesByDate: true),
            new("bot by newest date, each hour, dates=found", hour, Found, GoesByDate: true),
            new("bot by newest date, each 6 hours, dates=found", six, Found, GoesByDate: true),
            new("one source that copies, remembers ids, each hour", hour, Now) { Source = copier },
            new("one source that copies, remembers ids, each 6 hours", six, Now) { Source = copier },
            new("one source that copies, bot by newest date, each hour, dates=found", hour, Found, GoesByDate: true) { Source = copier },
            new("first page each day, before", day, Before),
            new("first page each day, now", day, Now),
            new("feed of 50, each hour", hour, Page),
            new("page of 50, each hour", hour, Page) { IsOfPage = true },
            new("feed of 50, each 6 hours", six, Page),
            new("page of 50, each 6 hours", six, Page) { IsOfPage = true },
            new("feed of 50, each day", day, Page),
            new("page of 50, each day", day, Page) { IsOfPage = true },
        ];
    }
}
