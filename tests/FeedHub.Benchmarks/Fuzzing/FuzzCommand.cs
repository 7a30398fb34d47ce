using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Inputs that nobody would send in good faith, made from good ones, until the time is over.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(30);

    // A case that takes so long will not end: the process does, since nothing else can stop it.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    /// <summary>All parts by turns, or the one that is named; 1 if anything was found.</summary>
    public static async Task<int> RunAsync(double minutes, int seed, string? only = null)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var folder = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"feedhub-fuzz-{seed}-{Environment.ProcessId}"));
        var findings = new Findings(seed, folder);
        var parts = Parts().Where(part => only is null || part.Name == only).Select(part => new Running(part, seed, findings)).ToList();
        var (clock, reported) = (Stopwatch.StartNew(), TimeSpan.Zero);
        for (var turn = 0; clock.Elapsed < TimeSpan.FromMinutes(minutes); turn++)
        {
            if (!await parts[turn % parts.Count].EndsAsync(Turn, Hang))
                return 1;
            if (clock.Elapsed - reported < Report)
                continue;
            reported = clock.Elapsed;
            Print(clock.Elapsed, seed, parts, findings);
        }

        Print(clock.Elapsed, seed, parts, findings);
        foreach (var (finding, times) in findings.Seen)
            Console.WriteLine($"{times} times {finding}");
        foreach (var part in parts)
            await part.Part.DisposeAsync();
        return findings.Count == 0 ? 0 : 1;
    }

    /// <summary>One case again, as a finding names it; 1 if anything was found.</summary>
    public static async Task<int> RunOneAsync(string name, int seed, int number)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var findings = new Findings(seed, Directory.CreateTempSubdirectory("feedhub-fuzz-").FullName);
        await using var part = Parts().First(part => part.Name == name);
        await new Running(part, seed, findings).TryAsync(number);
        return findings.Count == 0 ? 0 : 1;
    }

    private static IFuzzPart[] Parts() => [new DocumentPart(), new RequestPart(), new AddressPart()];

    private static void Print(TimeSpan time, int seed, List<Running> parts, Findings findings) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{time.TotalMinutes:F1} min, seed {seed}: {string.Join(", ", parts)}; {findings.Count} findings"));

    private sealed class Running(IFuzzPart part, int seed, Findings findings)
    {
        private int _number;

        public IFuzzPart Part => part;

        /// <summary>Tries cases for so long; false if the last of them does not end.</summary>
        public async Task<bool> EndsAsync(TimeSpan turn, TimeSpan hang)
        {
            var cases = Task.Run(() => RunAsync(turn));
            if (await Task.WhenAny(cases, Task.Delay(turn + hang)) == cases)
            {
                await cases;
                return true;
            }

            findings.Add(part.Name, _number - 1, new("it does not end", ""), []);
            return false;
        }

        private async Task RunAsync(TimeSpan turn)
        {
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < turn;)
                await TryAsync(_number++);
        }

        public Task TryAsync(int number) =>
            part.TryAsync(
                Chance.Of(seed, part.Name, number),
                finding => findings.IsNew(part.Name, finding),
                (finding, input) => findings.Add(part.Name, number, finding, input));

        public override string ToString() => $"{_number} {part.Name}{part.Progress}";
    }
}
