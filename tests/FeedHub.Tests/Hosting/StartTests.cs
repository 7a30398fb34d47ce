using FeedHub.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FeedHub.Tests.Hosting;

/// <summary>A start that is disturbed.</summary>
[Trait("Storage", "sqlite")]
public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ToldToStopBeforeItListens_ItEndsWell()
    {
        var builder = Program.CreateBuilder([
            "--urls=http://127.0.0.1:0", $"--FeedHub:DataDirectory={_folder.File("data")}",
            $"--FeedHub:FeedsFile={_folder.File("feeds.json", "{ \"sources\": [] }")}"]);
        builder.Services.AddHostedService<StopAtOnce>();
        Assert.Equal(0, await Start.RunAsync(builder));
    }

    // Hosted services of our own start before the server listens.
    private sealed class StopAtOnce(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
