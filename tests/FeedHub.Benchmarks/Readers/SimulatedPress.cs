namespace FeedHub.Benchmarks.Readers;

/// <summary>Made-up publishers: few large ones and many small ones, of every custom, with outages; the last one also copies from the
/// first. The same for the same seed.</summary>
internal static class SimulatedPress
{
    private static readonly Custom[] Customs =
        [Custom.Prompt, Custom.Late, Custom.Prompt, Custom.Voted, Custom.Prompt, Custom.DayOnly, Custom.Prompt];

    /// <summary>Publishers with so many stories a day together.</summary>
    public static IReadOnlyList<SimulatedPublisher> Make(int publishers, int storiesADay, DateTimeOffset begin, int days, int seed)
    {
        var random = new Random(seed);
        var sizes = Enumerable.Range(0, publishers).Select(n => n % 5 == 0 ? 10.0 : n % 5 < 3 ? 4 : 1).ToList();
        List<SimulatedPublisher> press =
            [.. sizes.Select((size, n) => Make(n, (int)Math.Ceiling(storiesADay * size / sizes.Sum()), begin, days, random))];
        return [.. press, Copier(press, begin, days, new(seed + 1))];
    }

    // As much of its own as of others, which it takes over more than a day late: those are stories already.
    private static SimulatedPublisher Copier(List<SimulatedPublisher> press, DateTimeOffset begin, int days, Random random)
    {
        var (number, largest) = (press.Count, press[0]);
        var copies = largest.Items.Where((_, n) => n % 5 == 0).Select(item => item with
        {
            Number = (number * 100_000) + 50_000 + (item.Number % 50_000),
            Listed = item.Listed.AddHours(random.Next(26, 40)),
        });
        var own = Make(number, 80, begin, days, random);
        return own with
        {
            Items = [.. own.Items.Select(item => item with { Date = item.Listed }).Concat(copies).OrderBy(item => item.Listed)],
        };
    }

    private static SimulatedPublisher Make(int number, int itemsADay, DateTimeOffset begin, int days, Random random)
    {
        var custom = Customs[number % Customs.Length];
        var written = Enumerable.Range(0, itemsADay * (days + 1))
            .Select(_ => begin.AddDays(-1).AddSeconds(random.Next((days + 1) * 86_400))).Order();
        var items = written.Select((at, n) => ItemOf(custom, (number * 100_000) + n, at, random)).OrderBy(item => item.Listed);
        return new(number, custom, itemsADay) { Items = [.. items], Outages = [.. OutagesOf(begin, days, random)] };
    }

    private static SimulatedItem ItemOf(Custom custom, int number, DateTimeOffset at, Random random) => custom switch
    {
        Custom.Late =>
            new(number, at, new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero).AddHours(3 * ((at.Hour / 3) + 1)), Words(random)),
        Custom.Voted => new(number, at, at.AddMinutes(random.Next(120, 600)), Words(random)),
        Custom.DayOnly => new(number, new(at.UtcDateTime.Date, TimeSpan.Zero), at, Words(random)),
        _ => new(number, at, at, Words(random)),
    };

    // Twice a week, for three to eight hours.
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OutagesOf(DateTimeOffset begin, int days, Random random)
    {
        for (var n = 0; n < Math.Max(1, days * 2 / 7); n++)
        {
            var from = begin.AddMinutes(random.Next(60, days * 1440));
            yield return (from, from.AddMinutes(random.Next(180, 480)));
        }
    }

    private static string Words(Random random) =>
        string.Join(' ', Enumerable.Range(0, 25).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => Syllable(random)))));

    private static string Syllable(Random random) => $"{"bdgklmnprst"[random.Next(11)]}{"aeiou"[random.Next(5)]}";
}
