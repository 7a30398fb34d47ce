namespace FeedHub.Benchmarks.Schedule;

/// <summary>Publishers with rhythms made up from nothing but chance and habits; the same for every run.</summary>
public static class MadeUpPublishers
{
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Before = TimeSpan.FromDays(14);

    /// <summary>Kinds of publishers, with the items an hour to expect from each at an instant.</summary>
    private static readonly (string Kind, Func<DateTimeOffset, double> Rate)[] Kinds =
    [
        ("agency, day and night", time => 12 * (Night(time) ? 0.25 : 1.3)),
        ("paper, office hours", time => Weekend(time) ? 0.4 : Office(time) ? 4 : 0.15),
        ("one a day at nine", time => time.Hour == 9 ? 1 : 0),
        ("weekly, Monday at eight", time => time is { DayOfWeek: DayOfWeek.Monday, Hour: 8 } ? 1 : 0),
        ("one an hour, at any hour", _ => 1),
        ("two a month", _ => 2 / 720d),
        ("dead after three weeks", time => time < Start.AddDays(7) ? 0.5 : 0),
    ];

    /// <summary>Some of each kind.</summary>
    /// <param name="each">Sources of a kind.</param>
    /// <param name="days">Days to simulate.</param>
    public static IReadOnlyList<Publications> Make(int each, int days)
    {
        var end = Start.AddDays(days);
        var steady = Kinds.SelectMany(
            (kind, k) => Enumerable.Range(0, each).Select(n => Poisson(kind.Kind, kind.Rate, new Random((k * 1000) + n), n, end)));
        return [.. steady, .. Enumerable.Range(0, each).Select(n => Clumps(new Random(9000 + n), end))];
    }

    // Minute by minute; each source keeps the habits of a zone of its own.
    private static Publications Poisson(string kind, Func<DateTimeOffset, double> rate, Random random, int n, DateTimeOffset end)
    {
        var zone = TimeSpan.FromHours(n * 7 % 24);
        var times = new List<DateTimeOffset>();
        for (var time = Start - Before; time < end; time = time.AddMinutes(1))
        {
            if (random.NextDouble() < rate(time + zone) / 60)
                times.Add(time.AddSeconds(random.Next(60)));
        }

        return new(kind, times, Start, end);
    }

    private static Publications Clumps(Random random, DateTimeOffset end)
    {
        var times = new List<DateTimeOffset>();
        for (var time = Start - Before; time < end; time = time.AddHours(-12 * Math.Log(1 - random.NextDouble())))
            times.AddRange(Enumerable.Range(0, random.Next(3, 11)).Select(_ => time.AddMinutes(random.NextDouble() * 20)));
        return new("clumps of three to ten", [.. times.Where(time => time < end).Order()], Start, end);
    }

    private static bool Night(DateTimeOffset time) => time.Hour is >= 22 or < 6;

    private static bool Office(DateTimeOffset time) => time.Hour is >= 8 and < 18;

    private static bool Weekend(DateTimeOffset time) => time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
