using FeedHub.Demo;
using FeedHub.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace FeedHub.Browser.Tests;

/// <summary>The whole service over the bundled newsroom, looked at in Chromium; each test has a service of its own.</summary>
[Collection(InChromium.Name)]
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Each width in the light and in the dark, for a page that is only looked at.</summary>
    protected static readonly (int Width, ColorScheme Colours)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedhub-browser-");
    private WebApplication? _app;

    /// <summary>The publishers; the tests' feeds.json lists none of them unless <see cref="FeedsJson"/> says so.</summary>
    protected Newsroom Newsroom { get; private set; } = null!;

    /// <summary>Base address of the service, without a slash at its end.</summary>
    protected string Address => App.Urls.First();

    protected IServiceProvider Services => App.Services;

    /// <summary>The feeds.json that the service starts with.</summary>
    protected virtual string FeedsJson => """{ "title": "Browser news", "sources": [] }""";

    /// <summary>More settings, as on a command line.</summary>
    protected virtual string[] Settings => [];

    private WebApplication App => _app ?? throw new InvalidOperationException("The service has not been started.");

    public async Task InitializeAsync()
    {
        Newsroom = await Newsroom.StartAsync(TimeProvider.System, CancellationToken.None);
        var file = Path.Combine(_folder.FullName, "feeds.json");
        await File.WriteAllTextAsync(file, FeedsJson);
        var builder = Program.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0", $"--FeedHub:FeedsFile={file}",
            $"--FeedHub:DataDirectory={Path.Combine(_folder.FullName, "data")}",
            "--FeedHub:Network:AllowPrivateAddresses=true", "--FeedHub:Polling:HostGap=00:00:00",
            "--FeedHub:Polling:PerHost=8", .. Settings,
        ]);
        builder.Logging.ClearProviders();
        _app = builder.BuildApp();
        await _app.PrepareAsync();
        await _app.StartAsync();
        _app.BeginPolling();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await Newsroom.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A browser window of its own, signed in nowhere.</summary>
    protected Task<Visit> OpenAsync(int width, ColorScheme colours = ColorScheme.Light) =>
        OpenAsync(width, new BrowserNewContextOptions { ColorScheme = colours });

    /// <summary>A browser window of its own, of a browser set up like this.</summary>
    protected async Task<Visit> OpenAsync(int width, BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = width, Height = 900 };
        var context = await chromium.Browser.NewContextAsync(options);
        return new(context, await context.NewPageAsync(), [Address, Newsroom.Address.ToString(), "data:"]);
    }
}
