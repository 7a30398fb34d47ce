using System.Collections.Concurrent;
using System.Diagnostics;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>A FeedHub in a process of its own, with a data directory of its own, whose log is watched.</summary>
internal sealed class FuzzedService : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> _address = new();
    private readonly ConcurrentQueue<Finding> _troubles = new();
    private readonly List<string> _trouble = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("feedhub-fuzz-").FullName;
    private readonly Process _process;

    private FuzzedService(int allowedPort, bool hasPassword)
    {
        File.WriteAllText(Path.Combine(_folder, "feeds.json"), """{ "title": "Fuzzed", "sources": [] }""");
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={Path.Combine(_folder, "feeds.json")}",
            $"--FeedHub:DataDirectory={Path.Combine(_folder, "data")}",
            "--FeedHub:Network:AllowPrivateAddresses=true", $"--FeedHub:Network:AllowedPorts={allowedPort}", "--FeedHub:Polling:PerHost=4",
            "--FeedHub:Polling:HostGap=00:00:00.020",
            "--Logging:LogLevel:Hangfire=Error", .. hasPassword
                ? new[] { $"--FeedHub:Admin:Password={Password}", $"--FeedHub:Admin:ApiKey={Password}" }
                : [],
        ];
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder
        };
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static string Password => "correct horse battery staple";

    public Uri Address => _address.Task.Result;

    public bool HasEnded => _process.HasExited;

    /// <summary>Resident memory in MB.</summary>
    public double Resident
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<FuzzedService> StartAsync(int allowedPort, bool hasPassword)
    {
        var service = new FuzzedService(allowedPort, hasPassword);
        await service._address.Task.WaitAsync(TimeSpan.FromMinutes(5));
        return service;
    }

    /// <summary>What the log told since the last time.</summary>
    public IEnumerable<Finding> Troubles()
    {
        while (_troubles.TryDequeue(out var trouble))
            yield return trouble;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // An entry of the log is a line with its level and those behind it that are set in.
    private void Take(string? line)
    {
        if (line?.StartsWith("FeedHub: merged feed ", StringComparison.Ordinal) == true)
            _address.TrySetResult(new(line.Split(' ')[3].Replace("/feed.rss", "", StringComparison.Ordinal)));
        lock (_trouble)
        {
            if (line?.StartsWith(' ') != true && _trouble.Count > 0)
                End();
            if (line is not null && (_trouble.Count > 0
                || new[] { "fail:", "crit:", "Unhandled" }.Any(level => line.StartsWith(level, StringComparison.Ordinal))))
                _trouble.Add(line.Trim());
        }
    }

    private void End()
    {
        var place = _trouble.Find(line => line.StartsWith("at FeedHub.", StringComparison.Ordinal))?.Split('(')[0];
        var error = _trouble.Find(line => line.Contains("Exception:", StringComparison.Ordinal))?.Split(':')[0];
        _troubles.Enqueue(new($"log: {_trouble[0]} {error} {place}", string.Join(" | ", _trouble.Take(12))));
        _trouble.Clear();
    }
}
