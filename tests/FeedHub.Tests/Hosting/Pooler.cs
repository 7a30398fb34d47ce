using System.Diagnostics;
using Npgsql;

namespace FeedHub.Tests.Hosting;

/// <summary>A test that needs pgbouncer and a PostgreSQL server; without them it is skipped, but not where everything has to run.</summary>
public sealed class PoolerFactAttribute : FactAttribute
{
    public PoolerFactAttribute()
    {
        if ((TestPostgres.Server is null || !File.Exists(Pooler.Program)) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "There is no pgbouncer, or FEEDHUB_TEST_POSTGRES names no PostgreSQL server.";
    }
}

/// <summary>pgbouncer in transaction mode between a test and its server, at a socket in a folder of its own.</summary>
internal sealed class Pooler : IAsyncDisposable
{
    /// <summary>Where Debian has it.</summary>
    public const string Program = "/usr/sbin/pgbouncer";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedhub-pooler-");
    private readonly Process _process;

    private Pooler()
    {
        var server = new NpgsqlConnectionStringBuilder(TestPostgres.Server);
        var password = server.Password is { Length: > 0 } own ? $" password={own}" : "";
        var settings = Path.Combine(_folder.FullName, "pgbouncer.ini");
        File.WriteAllText(settings, $"""
            [databases]
            * = host={server.Host} port={server.Port} user={server.Username}{password}
            [pgbouncer]
            listen_addr =
            unix_socket_dir = {_folder.FullName}
            auth_type = any
            pool_mode = transaction
            server_login_retry = 1
            """);

        // It refuses to run as root.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0x1FF);
        string[] user = Environment.UserName == "root" ? ["-u", "postgres"] : [];
        _process = Process.Start(new ProcessStartInfo(Program, ["-q", .. user, settings]) { RedirectStandardError = true })!;
    }

    public static async Task<Pooler> StartAsync()
    {
        var pooler = new Pooler();
        var socket = Path.Combine(pooler._folder.FullName, ".s.PGSQL.6432");
        await TestService.UntilAsync(() => Task.FromResult(File.Exists(socket)), isThere => isThere);
        return pooler;
    }

    /// <summary>The connection string by which a database is reached through it.</summary>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = _folder.FullName, Port = 6432 }.ToString();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
