namespace FeedHub.Benchmarks.Readers;

/// <summary>What came of a reader.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Share">Of the stories that were found, those that it noticed.</param>
/// <param name="OfSmall">The same of the stories of small publishers.</param>
internal sealed record ReaderShare(SimulatedReader Reader, double Share, double OfSmall);

/// <summary>
/// Publishers and readers over days of simulated time. Counted are the stories found from the end of the first six hours on, except
/// those of
/// the last day, which a reader of once a day may not have asked for yet.
/// </summary>
internal sealed class ReadersSimulation(int publishers, int storiesADay, int days, TimeSpan pollEvery)
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Runs it over a database in this folder; returns the stories found, and the readers in their order.</summary>
    public async Task<(int Found, IReadOnlyList<ReaderShare> Shares)> RunAsync(string folder, IReadOnlyList<SimulatedReader> readers)
    {
        var press = SimulatedPress.Make(publishers, storiesADay, Begin, days, seed: 7);
        var clock = new SimulatedClock(Begin);
        await using var hub = await SimulatedHub.StartAsync(folder, press, clock);
        var last = new string?[press.Count];
        for (; clock.Now < Begin.AddDays(days); clock.Now += Step)
        {
            await PollAsync(hub, press, clock.Now, last);
            foreach (var reader in readers.Where(reader => IsTurn(clock.Now, reader.Every, TimeSpan.Zero)))
                reader.Read(await hub.PageAsync(reader));
        }

        var (from, to) = (Begin.AddHours(6), Begin.AddDays(days - 1));
        var found = await hub.FoundAsync(from, to);
        var atSource = await hub.FoundAtAsync(press[^1].Url, from, to);
        var small = press.Where(paper => paper.ItemsADay == press.Min(p => p.ItemsADay)).Select(paper => paper.Url).ToHashSet();
        var ofSmall = found.Where(story => small.Contains(story.Value)).Select(story => story.Key).ToList();
        return (found.Count, [.. readers.Select(reader => reader.Source is null
            ? new ReaderShare(reader, Share(reader, found.Keys), Share(reader, ofSmall))
            : new ReaderShare(reader, Share(reader, atSource), Share(reader, atSource)))]);
    }

    // Each publisher at a minute of its own; where nothing changed, its server would answer 304.
    private async Task PollAsync(SimulatedHub hub, IReadOnlyList<SimulatedPublisher> press, DateTimeOffset now, string?[] last)
    {
        foreach (var paper in press.Where(paper => IsTurn(now, pollEvery, Step * (paper.Number % 29)) && paper.Answers(now)))
        {
            var rss = paper.Rss(now);
            if (rss == last[paper.Number])
                continue;
            await hub.PollAsync(paper.Url, rss, now);
            last[paper.Number] = rss;
        }
    }

    private static bool IsTurn(DateTimeOffset now, TimeSpan every, TimeSpan offset) => (now - Begin - offset).Ticks % every.Ticks == 0
        && now >= Begin + offset;

    private static double Share(SimulatedReader reader, IEnumerable<long> stories) =>
        stories.Select(story => reader.Seen.Contains(story) ? 1.0 : 0).DefaultIfEmpty().Average();
}
