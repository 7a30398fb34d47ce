using System.Diagnostics;
using System.Text;

namespace FeedHub.Tests.Hosting;

/// <summary>FeedHub as a process of its own, as an operator runs it.</summary>
public sealed class FeedHubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FeedHubProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Files that it has in its memory, as Linux tells them: libraries are among them once they are loaded.</summary>
    public string MappedFiles => File.ReadAllText($"/proc/{_process.Id}/maps");

    /// <summary>Starts it over this folder's feeds.json and data.</summary>
    public static FeedHubProcess Start(
        TempFolder folder,
        params string[] args) => new(Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Starts it as systemd does, which .NET knows by the name of the parent's process: a shell of that name, which hands on
    /// what stops it.</summary>
    public static FeedHubProcess StartByServiceManager(
        TempFolder folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        const string Script = "dotnet \"$@\" & child=$!; trap 'kill -TERM $child' TERM; wait $child; wait $child";
        var manager = folder.File("systemd");
        File.Copy("/bin/sh", manager);
        var start = new ProcessStartInfo(manager, ["-c", Script, "sh", typeof(Program).Assembly.Location, .. args])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>A client of the address that its first line names.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        var first = await _firstLine.Task.WaitAsync(Patience);
        var feed = first.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The first line names no address: {Output}");
        return new HttpClient { BaseAddress = new(feed.Replace("/feed.rss", "", StringComparison.Ordinal)) };
    }

    /// <summary>Asks it to stop, as Ctrl-C and service managers do; returns its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitCodeAsync();
    }

    /// <summary>Waits for its end; returns its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Kills it in the middle of its work.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        _firstLine.TrySetResult(line);
    }
}
