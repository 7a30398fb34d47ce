using System.Net.Sockets;
using System.Text;

namespace FeedHub.Tests.Hosting;

/// <summary>What systemd hears, over the socket that it gives.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class ServiceManagerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SystemdFact]
    public async Task Systemd_HearsThatItIsReady_ThatItStillWorks_AndThatItStops()
    {
        _folder.File("feeds.json", """{ "sources": [] }""");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("notify")));
        await using var process = FeedHubProcess.StartByServiceManager(
            _folder,
            new Dictionary<string, string> { ["NOTIFY_SOCKET"] = _folder.File("notify"), ["WATCHDOG_USEC"] = "400000" },
            "--urls", "http://127.0.0.1:0");

        // A sign of life while it starts is heard too: systemd counts from READY on.
        Assert.Equal("READY=1", await HeardBesideLifeAsync(socket));
        Assert.Equal("WATCHDOG=1", await HeardAsync(socket));
        Assert.Equal("WATCHDOG=1", await HeardAsync(socket));
        Assert.Equal(0, await process.TerminateAsync());
        Assert.Equal("STOPPING=1", await HeardBesideLifeAsync(socket));
    }

    private static async Task<string> HeardBesideLifeAsync(Socket socket)
    {
        string heard;
        do
            heard = await HeardAsync(socket);
        while (heard == "WATCHDOG=1");
        return heard;
    }

    private static async Task<string> HeardAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var bytes = new byte[256];
        return Encoding.ASCII.GetString(bytes, 0, await socket.ReceiveAsync(bytes, patience.Token));
    }

    /// <summary>systemd's socket is Linux's.</summary>
    private sealed class SystemdFactAttribute : FactAttribute
    {
        public SystemdFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "only Linux has systemd";
    }
}
