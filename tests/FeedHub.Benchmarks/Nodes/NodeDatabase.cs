using Npgsql;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>A database of its own on the server that <c>FEEDHUB_TEST_POSTGRES</c> names; it is gone at the end.</summary>
internal sealed class NodeDatabase : IAsyncDisposable
{
    private const string Variable = "FEEDHUB_TEST_POSTGRES";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly NpgsqlConnectionStringBuilder _server;

    private NodeDatabase(NpgsqlConnectionStringBuilder server, string name)
    {
        _server = server;
        Name = name;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How nodes find it.</summary>
    public NpgsqlConnectionStringBuilder Address => new(_server.ConnectionString) { Database = Name };

    /// <summary>Makes one.</summary>
    public static async Task<NodeDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address
            ? new NpgsqlConnectionStringBuilder(address)
            : throw new InvalidOperationException($"{Variable} names no server.");
        var database = new NodeDatabase(server, $"feedhub-bench-{Guid.NewGuid():N}");
        await RunAsync(server, $"CREATE DATABASE \"{database.Name}\"");
        return database;
    }

    /// <summary>The first value that it answers.</summary>
    public async Task<T?> AskAsync<T>(string sql) => await RunAsync(Address, sql) is T value ? value : default;

    /// <summary>Waits until the answer is true.</summary>
    public async Task UntilAsync(string question)
    {
        for (var end = DateTime.UtcNow + Patience; !await AskAsync<bool>(question); await Task.Delay(20))
        {
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"It never came: {question}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync(_server, $"DROP DATABASE \"{Name}\" WITH (FORCE)");

    private static async Task<object?> RunAsync(NpgsqlConnectionStringBuilder address, string sql)
    {
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteScalarAsync();
    }
}
