using System.Diagnostics;
using FeedHub.Benchmarks.Speed;
using Npgsql;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>A node as a process of its own.</summary>
internal sealed class MeasuredNode : MeasuredProcess
{
    private MeasuredNode(Process process, string name, Uri address)
        : base(process) => (Name, Http) = (name, new() { BaseAddress = address });

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it; returns once it listens.</summary>
    /// <param name="name">Of the node.</param>
    /// <param name="folder">For its files; <c>feeds.json</c> there says what is polled.</param>
    /// <param name="database">Shared by all; null: SQLite.</param>
    /// <param name="settings">Further ones, which come last.</param>
    public static async Task<MeasuredNode> StartAsync(
        string name, string folder, NpgsqlConnectionStringBuilder? database, params string[] settings)
    {
        string[] storage = database is null ? [] : ["--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={database}"];
        string[] arguments = [typeof(FeedHub.Program).Assembly.Location, .. Usual(name, folder), .. storage, .. settings];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("FeedHub did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        var node = first.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(first);
        return new(process, name, new Uri(node.Replace("/feed.rss", "", StringComparison.Ordinal)));
    }

    /// <summary>Sends the process a signal, such as <c>STOP</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{Process.Id}")]);
        await kill.WaitForExitAsync();
    }

    private static string[] Usual(string name, string folder) =>
    [
        "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={Path.Combine(folder, "feeds.json")}", $"--FeedHub:Node={name}",
        $"--FeedHub:DataDirectory={Path.Combine(folder, name)}", "--FeedHub:Network:AllowPrivateAddresses=true",
        "--FeedHub:Polling:PerHost=32", "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Limits:RequestsPerMinute=0",
        "--Logging:LogLevel:Default=Warning",
    ];
}
