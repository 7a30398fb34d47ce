using System.Diagnostics;

namespace FeedHub.Tests.Hosting;

/// <summary>The web server Caddy, at a socket in a folder.</summary>
public sealed class Caddy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private Caddy(Process process) => _process = process;

    /// <summary>Path of the program, or null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "caddy")).FirstOrDefault(File.Exists);

    /// <summary>Starts it with this Caddyfile and waits until it listens at the socket.</summary>
    public static async Task<Caddy> StartAsync(TempFolder folder, string socket, string caddyfile)
    {
        var start = new ProcessStartInfo(Program!, ["run", "--adapter", "caddyfile", "--config", folder.File("Caddyfile", caddyfile)])
        {
            RedirectStandardError = true,
            Environment = { ["XDG_DATA_HOME"] = folder.Path, ["XDG_CONFIG_HOME"] = folder.Path, ["HOME"] = folder.Path },
        };
        var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (!await UnixSockets.ListensAsync(socket, patience.Token))
            Assert.False(process.HasExited, process.HasExited ? await said : "");
        return new(process);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>A test behind a real Caddy: skipped, with the reason, where there is none, but never on CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaddyFactAttribute : FactAttribute
{
    public CaddyFactAttribute()
    {
        if (Caddy.Program is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "no caddy on the PATH (Debian: apt-get install caddy)";
    }
}
