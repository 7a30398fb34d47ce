namespace FeedHub.Benchmarks.Schedule;

/// <summary>Delay against requests of FeedHub's rule and of others, over made-up rhythms and, if a folder is named, real dates.</summary>
internal static class ScheduleBenchmark
{
    private static readonly (string Name, Func<IRule> Make)[] Others =
    [
        ("fixed, 15 min", () => new Fixed(TimeSpan.FromMinutes(15))),
        ("fixed, 60 min", () => new Fixed(TimeSpan.FromMinutes(60))),
        ("Miniflux, by entry frequency", () => new MinifluxRule()),
        ("CommaFeed, empirical", () => new CommaFeedRule()),
    ];

    /// <summary>Prints the tables; returns the exit code.</summary>
    public static int Run(string? folder)
    {
        var madeUp = MadeUpPublishers.Make(each: 10, days: 56);
        Print($"{madeUp.Count} made-up sources, 56 days", madeUp);
        foreach (var kind in madeUp.GroupBy(source => source.Kind))
            Print($"… {kind.Key}", [.. kind]);
        if (folder is not null)
        {
            var real = Publications.OfFolder(folder);
            Print($"{real.Count} real feeds with their own dates", real);
        }

        return 0;
    }

    private static void Print(string title, IReadOnlyList<Publications> sources)
    {
        Console.WriteLine($"\n{title}\n\n| rule | requests a source and day | mean delay, min | FeedHub at as many requests, min |\n| "
            + $"--- | --- | --- | --- |");
        foreach (var (name, make) in Others)
        {
            var outcome = Simulation.Run(sources, make);
            Console.WriteLine(
                FormattableString.Invariant($"| {name} | {outcome.PollsADay:F1} | {outcome.Minutes:F1} | {AsMany(sources, outcome)} |"));
        }

        var ours = Simulation.Run(sources, () => new FeedHubRule(TimeSpan.FromMinutes(15)));
        Console.WriteLine(FormattableString.Invariant($"| FeedHub, default 15 min | {ours.PollsADay:F1} | {ours.Minutes:F1} | |"));
    }

    // By bisection over the default interval, the one number that trades requests for delay; never with more requests.
    private static string AsMany(IReadOnlyList<Publications> sources, Outcome other)
    {
        var (low, high) = (0.25, 24 * 60.0);
        Outcome? best = null;
        for (var round = 0; round < 14; round++)
        {
            var middle = Math.Sqrt(low * high);
            var outcome = Simulation.Run(sources, () => new FeedHubRule(TimeSpan.FromMinutes(middle)));
            if (outcome.Polls > other.Polls)
                low = middle;
            else
                (high, best) = (middle, outcome);
        }

        return best is { } found ? FormattableString.Invariant($"{found.Minutes:F1} (with {found.PollsADay:F1})") : "never so few";
    }
}
