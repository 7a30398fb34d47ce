namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// What polls cost by FeedHub's own schedule, spread over time and with all that runs beside them counted: each source once a minute,
/// first without news, then with one new item in each.
/// </summary>
internal static class ScheduleCost
{
    /// <summary>Prints the figures; returns the exit code.</summary>
    /// <param name="sources">Feeds of 50 items.</param>
    /// <param name="minutes">How long each part takes.</param>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    public static async Task<int> RunAsync(int sources, int minutes, string? program = null)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-speed-");
        try
        {
            await using var publishers = await NewsPublishers.StartAsync(sources, items: 50);
            await using var hub = await MeasuredHub.StartAsync(publishers.Urls, folder.FullName, "00:01:00", program);
            while (publishers.Answered < sources)
                await Task.Delay(200);
            await Task.Delay(TimeSpan.FromMinutes(1));
            for (var minute = 0; minute < 2 * minutes; minute++)
                await MinuteAsync(publishers, hub, isNews: minute % 2 == 1);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MinuteAsync(NewsPublishers publishers, MeasuredHub hub, bool isNews)
    {
        if (isNews)
            publishers.Advance();
        hub.Cpu();
        var (answered, unchanged) = (publishers.Answered, publishers.NotModified);
        await Task.Delay(TimeSpan.FromMinutes(1));
        var cpu = hub.Cpu();
        (answered, unchanged) = (publishers.Answered - answered, publishers.NotModified - unchanged);
        Console.WriteLine(FormattableString.Invariant(
            $"{answered} polls, {unchanged} without news: {cpu.TotalMilliseconds / Math.Max(1, answered):F2} ms of CPU a poll, {cpu / TimeSpan.FromMinutes(1):P1} of a core"));
    }
}
