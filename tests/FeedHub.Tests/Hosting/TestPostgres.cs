using FeedHub.Hosting;
using Npgsql;

namespace FeedHub.Tests.Hosting;

/// <summary>
/// A database for each test on a PostgreSQL server, which <c>FEEDHUB_TEST_POSTGRES</c> names by a connection string. With
/// <c>FEEDHUB_TEST_STORAGE=postgres</c> every service of the tests runs on it, else only those that ask for it.
/// </summary>
internal static class TestPostgres
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);
    private static readonly HashSet<string> Made = [];

    /// <summary>The server, or null: tests that need it are skipped then.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("FEEDHUB_TEST_POSTGRES") is { Length: > 0 } server
        ? server
        : null;

    /// <summary>True if all services of the tests run on it.</summary>
    public static bool IsUsed { get; } = Environment.GetEnvironmentVariable("FEEDHUB_TEST_STORAGE") == "postgres";

    /// <summary>Settings of a service over this folder: its own database, made at the first start; none where SQLite is used.</summary>
    public static async Task<string[]> SettingsAsync(TempFolder folder) => IsUsed ? await ArgumentsAsync(folder) : [];

    /// <summary>The same for a test that is about PostgreSQL.</summary>
    public static async Task<string[]> ArgumentsAsync(TempFolder folder)
    {
        var name = NameOf(folder);
        if (Add(name))
            await RunAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{await Template.Value}\"");
        return Arguments(name);
    }

    /// <summary>An empty database for this folder.</summary>
    public static async Task<string[]> EmptyAsync(TempFolder folder)
    {
        Add(NameOf(folder));
        await RunAsync($"CREATE DATABASE \"{NameOf(folder)}\"");
        return Arguments(NameOf(folder));
    }

    /// <summary>The connection string of the folder's database.</summary>
    public static string ConnectionString(TempFolder folder) => ConnectionString(NameOf(folder));

    /// <summary>Takes the folder's database away, if it has one.</summary>
    public static void Drop(TempFolder folder)
    {
        lock (Made)
        {
            if (!Made.Remove(NameOf(folder)))
                return;
        }

        RunAsync($"DROP DATABASE IF EXISTS \"{NameOf(folder)}\" WITH (FORCE)").GetAwaiter().GetResult();
    }

    private static bool Add(string name)
    {
        lock (Made)
            return Made.Add(name);
    }

    private static string NameOf(TempFolder folder) => Path.GetFileName(folder.Path);

    private static string[] Arguments(string name) =>
        ["--FeedHub:Storage=postgres", $"--ConnectionStrings:FeedHub={ConnectionString(name)}"];

    private static string ConnectionString(string name) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // Migrated once: that costs more than most tests.
    private static async Task<string> MakeAsync()
    {
        var name = $"feedhub-template-{Environment.ProcessId}";
        await RunAsync($"CREATE DATABASE \"{name}\"");
        using var folder = new TempFolder();
        await using (var app = Program.CreateBuilder([$"--FeedHub:DataDirectory={folder.Path}", .. Arguments(name)]).BuildApp())
            await app.Services.MigrateStorageAsync();
        NpgsqlConnection.ClearAllPools();
        return name;
    }
}
