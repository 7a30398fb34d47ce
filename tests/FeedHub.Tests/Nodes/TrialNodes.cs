using System.Diagnostics;
using System.Text.Json;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Tests.Hosting;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>Three nodes on one database: one by the server itself, one by a pooler where there is one, one by a relay.</summary>
internal sealed class TrialNodes : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder _folder;
    private readonly string _storage;
    private readonly Pooler? _pooler;
    private readonly FeedHubProcess?[] _processes = new FeedHubProcess?[3];
    private readonly HttpClient?[] _clients = new HttpClient?[3];

    private TrialNodes(TempFolder folder, string storage, Pooler? pooler)
    {
        (_folder, _storage, _pooler) = (folder, storage, pooler);
        var server = new NpgsqlConnectionStringBuilder(TestPostgres.Server);
        Relay = new(server.Host!, server.Port);
    }

    /// <summary>Before the last of them.</summary>
    public Relay Relay { get; }

    /// <summary>How many there are.</summary>
    public int Count => _processes.Length;

    public static async Task<TrialNodes> StartAsync(TempFolder folder)
    {
        var storage = (await TestPostgres.EmptyAsync(folder))[0];
        var nodes = new TrialNodes(folder, storage, File.Exists(Pooler.Program) ? await Pooler.StartAsync() : null);
        for (var node = 0; node < nodes.Count; node++)
            await nodes.StartAsync(node);
        return nodes;
    }

    public async Task StartAsync(int node)
    {
        _processes[node] = FeedHubProcess.Start(
            _folder,
            [
                "--urls", "http://127.0.0.1:0", "--FeedHub:FeedsFile=feeds.json", "--FeedHub:Network:AllowPrivateAddresses=true",
                "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Polling:PerHost=8", $"--FeedHub:Node=n{node}",
                $"--FeedHub:Polling:UserAgentSuffix=n{node}",
                "--FeedHub:Limits:RequestsPerMinute=0", $"--FeedHub:DataDirectory=n{node}", _storage, .. Connection(node),
            ]);
        _clients[node] = await _processes[node]!.ClientAsync();
        _clients[node]!.Timeout = TimeSpan.FromSeconds(20);
    }

    public HttpClient Client(int node) => _clients[node]!;

    public async Task KillAsync(int node) => await _processes[node]!.KillAsync();

    public async Task SignalAsync(int node, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{_processes[node]!.Id}")]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The node that stores, as the database says; -1: none.</summary>
    public async Task<int> OwnerAsync()
    {
        var taken = Ownership.OfLock.Replace("$1", $"{Ownership.Lock}", StringComparison.Ordinal);
        var name = await AskAsync(
            "SELECT name FROM nodes JOIN owner ON owner.run = nodes.run WHERE seen > feedhub_now() - 3000 AND EXISTS (SELECT 1 FROM "
                + $"pg_locks WHERE granted AND {taken})") as string;
        return name is null ? -1 : name[1] - '0';
    }

    /// <summary>Waits until another node than this one stores, and has begun: how long that took.</summary>
    public async Task<TimeSpan> TakenOverAsync(int former)
    {
        var began = Stopwatch.GetTimestamp();
        while (await OwnerAsync() is var owner && (owner < 0 || owner == former))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "Nobody took over.");
            await Task.Delay(20);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Stops the last node while its network stalls: how long that takes.</summary>
    public async Task<TimeSpan> StopStalledAsync()
    {
        Relay.Stall();
        var began = Stopwatch.GetTimestamp();
        await _processes[^1]!.TerminateAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async Task<JsonElement> GetAsync(int node, string address) =>
        JsonDocument.Parse(await Client(node).GetStringAsync(address)).RootElement;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client?.Dispose();
        foreach (var process in _processes.OfType<FeedHubProcess>())
            await process.DisposeAsync();
        Relay.Dispose();
        if (_pooler is not null)
            await _pooler.DisposeAsync();
    }

    private string[] Connection(int node)
    {
        var server = TestPostgres.ConnectionString(_folder);
        var relayed = new NpgsqlConnectionStringBuilder(server) { Host = "127.0.0.1", Port = Relay.Port, Timeout = 5, CommandTimeout = 10 };
        return node switch
        {
            1 when _pooler is not null =>
                [$"--ConnectionStrings:FeedHub={_pooler.Through(server)}", $"--ConnectionStrings:FeedHubDirect={server}"],
            2 => [$"--ConnectionStrings:FeedHub={relayed}"],
            _ => [$"--ConnectionStrings:FeedHub={server}"],
        };
    }
}
