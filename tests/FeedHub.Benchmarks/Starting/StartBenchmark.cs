using System.Diagnostics;
using System.Globalization;

namespace FeedHub.Benchmarks.Starting;

/// <summary>
/// What a start costs until the first answer, and what the service costs when nobody asks it anything and it has no sources; beside a
/// minimal Kestrel service. By turns, so that what else runs on the machine meets both.
/// </summary>
internal static class StartBenchmark
{
    /// <summary>Runs both and prints the medians; returns the exit code: 0, or 1 where the first answer came later than allowed.</summary>
    /// <param name="program">What to start instead of the service of this build: a program's file, or null.</param>
    /// <param name="times">Starts of each; at least 1.</param>
    /// <param name="bound">The most that the median of the first answer may take, in seconds.</param>
    public static async Task<int> RunAsync(string? program, int times, double bound = double.PositiveInfinity)
    {
        var (ours, bare) = (new List<StartFigures>(), new List<StartFigures>());
        for (var time = 0; time < times; time++)
        {
            bare.Add(await InFolderAsync(Bare));
            ours.Add(await InFolderAsync(folder => Hub(folder, program)));
        }

        Print("minimal Kestrel", bare);
        Print("FeedHub", ours);
        return Median(ours, start => start.FirstAnswer.TotalSeconds) <= bound ? 0 : 1;
    }

    private static async Task<StartFigures> InFolderAsync(Func<string, ProcessStartInfo> start)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-start-");
        try
        {
            return await MeasuredStart.RunAsync(start(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Bare(string folder)
    {
        var file = Path.Combine(folder, "feed.rss");
        File.WriteAllText(file, "<rss/>");
        return new("dotnet", [typeof(StartBenchmark).Assembly.Location, "serve-bytes", file, "\"1\""]);
    }

    private static ProcessStartInfo Hub(string folder, string? program)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        File.WriteAllText(feeds, """{ "sources": [] }""");
        string[] settings =
            ["--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={feeds}", $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}"];
        return program is not null && !program.EndsWith(".dll", StringComparison.Ordinal)
            ? new(program, settings)
            : new("dotnet", [program ?? typeof(FeedHub.Program).Assembly.Location, .. settings]);
    }

    private static void Print(string what, List<StartFigures> starts) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: first answer after {Median(starts, start => start.FirstAnswer.TotalSeconds):F2} s and {Median(starts, start => start.Cpu.TotalSeconds):F2} s of CPU; idle: {Median(starts, start => start.Resident):F0} MB resident (peak {Median(starts, start => start.Peak):F0} MB), {Median(starts, start => start.Threads):F0} threads, {Median(starts, start => start.Idle):P2} of a core"));

    private static double Median(List<StartFigures> starts, Func<StartFigures, double> figure) =>
        starts.Select(figure).Order().ElementAt(starts.Count / 2);
}
