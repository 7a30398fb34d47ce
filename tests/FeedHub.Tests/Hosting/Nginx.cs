using System.Diagnostics;

namespace FeedHub.Tests.Hosting;

/// <summary>The reverse proxy nginx, before a service: at a socket in a folder, so that it needs no port.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _socket;

    private Nginx(Process process, string socket) => (_process, _socket) = (process, socket);

    /// <summary>Path of the program, or null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);

    /// <summary>Starts it with these locations (nginx's own syntax) and waits until it listens.</summary>
    public static Task<Nginx> StartAsync(TempFolder folder, string locations)
    {
        var socket = folder.File("nginx.sock");
        return StartAsync(folder, socket, $"server {{ listen unix:{socket}; {locations} }}");
    }

    /// <summary>Starts it with these servers (nginx's own syntax) and waits until it listens at the socket of one of them.</summary>
    public static async Task<Nginx> StartAsync(TempFolder folder, string socket, string servers)
    {
        var file = folder.File("nginx.conf", $$"""
            daemon off; master_process off; pid {{folder.File("nginx.pid")}}; error_log stderr error;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder.Path}}; proxy_temp_path {{folder.Path}};
              fastcgi_temp_path {{folder.Path}}; uwsgi_temp_path {{folder.Path}}; scgi_temp_path {{folder.Path}};
              {{servers}}
            }
            """);
        var process = Process.Start(new ProcessStartInfo(Program!, ["-e", "stderr", "-p", folder.Path, "-c", file])
        {
            RedirectStandardError = true,
        })!;
        var nginx = new Nginx(process, socket);
        using var patience = new CancellationTokenSource(Patience);
        while (!await UnixSockets.ListensAsync(socket, patience.Token))
            Assert.False(process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync() : "");
        return nginx;
    }

    /// <summary>A handler whose requests all go to nginx, of any host name.</summary>
    public SocketsHttpHandler Handler() => UnixSockets.Handler(_socket);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>The same as <see cref="NginxTheoryAttribute"/>, of one case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute() => Skip = new NginxTheoryAttribute().Skip;
}

/// <summary>A test behind a real nginx: skipped, with the reason, where there is none, but never on CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute()
    {
        if (Nginx.Program is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "no nginx on the PATH (Debian: apt-get install nginx)";
    }
}
