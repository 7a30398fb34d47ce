using FeedHub.Access;
using FeedHub.Alerting;
using FeedHub.Auditing;
using FeedHub.Dashboard.Backup;
using FeedHub.Hosting.CommandLine;
using FeedHub.Model.Settings;
using FeedHub.Observability;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Storage.Files;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>Start and stop of the service.</summary>
internal static class Start
{
    /// <summary>Exit code that asks the program that started FeedHub to start it again (EX_TEMPFAIL of sysexits.h).</summary>
    private const int Restart = 75;

    /// <summary>Runs until it is stopped; returns 0, 1 after one clear line where it cannot start, or 2 where a key of the configuration
    /// is not a setting, or an address of the command line cannot be read.</summary>
    /// <param name="settings">Of the command line.</param>
    public static async Task<int> RunAsync(string[] settings)
    {
        CLibrary.BoundHeaps(2);
        while (true)
        {
            var (code, restore) = await RunOnceAsync(settings);
            if (restore?.File is not { } backup)
                return code;

            // Whether it succeeds or not, FeedHub goes on: what was wrong stands on the console, and nothing was changed then.
            RestoreCommand.Run(Program.CreateBuilder(settings).Configuration, backup, Console.Out, Console.Error, restore.By);

            // systemd was told that FeedHub stops, and would end it: its unit starts what failed again.
            if (SystemdHelpers.IsSystemdService())
                return Restart;
        }
    }

    // The second value is the backup that an admin wants to go back to.
    private static async Task<(int Code, PendingRestore? Restore)> RunOnceAsync(string[] settings)
    {
        var builder = Program.CreateBuilder(settings);
        return Commands.Refusal(builder.Configuration) is { } code ? (code, null) : await RunToTheEndAsync(builder);
    }

    /// <summary>Runs a service that is composed already, as the benchmarks do; returns 0, or 1 as above.</summary>
    public static async Task<int> RunAsync(WebApplicationBuilder builder) => (await RunToTheEndAsync(builder)).Code;

    private static async Task<(int Code, PendingRestore? Restore)> RunToTheEndAsync(WebApplicationBuilder builder)
    {
        try
        {
            var app = builder.BuildApp();
            await using var end = new BoundedEnd(app);
            var lines = app.Services.GetRequiredService<AuditLines>();
            lines.Hold();
            await app.PrepareAsync();
            if (!await app.ListenAsync())
                return (0, null);
            Announce(app);
            lines.Release();
            WarnOfOtherUsers(app.Services);
            app.BeginPolling();
            using var leftovers = new Leftovers(app.Services.GetRequiredService<TimeProvider>());
            end.After(app.Services.GetRequiredService<FirstViews>().PrepareAsync(app.Lifetime.ApplicationStopping));
            await app.WaitForShutdownAsync();
            return (0, app.Services.GetRequiredService<PendingRestore>());
        }
        catch (Exception error) when (Words(error) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return (1, null);
        }
    }

    /// <summary>Everything that must be true before the first request: storage up to date, feeds.json read, and applied where this node
    /// stores.</summary>
    /// <exception cref="StartException">It cannot be.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<IOptions<FeedHubOptions>>().Value;
        var file = app.Services.GetRequiredService<FeedsFileSync>();
        var feeds = file.Load();
        await app.Services.MigrateStorageAsync();
        app.Services.GetRequiredService<AlertJob>();
        try
        {
            await app.Services.GetRequiredService<OwnerWork>().PrepareAsync(feeds);
        }
        catch (Exception error) when (app.Services.GetRequiredService<IStorageStart>().WhyNot(error) is { } words)
        {
            throw new StartException(words, error);
        }
    }

    /// <summary>Starts the dispatcher and the watch over feeds.json.</summary>
    public static void BeginPolling(this WebApplication app) => app.Services.GetRequiredService<OwnerWork>().BeginPolling();

    // False where it was told to stop before it listened. What had begun is told to stop too: only disposed of, the host would take its end
    // for a failure.
    private static async Task<bool> ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (Exception error)
        {
            await app.StopAsync();
            if (error is OperationCanceledException && app.Lifetime.ApplicationStopping.IsCancellationRequested)
                return false;
            if (CannotListen.Words(error, app.Configuration) is { } words)
                throw new StartException(words);
            throw;
        }
    }

    private static void Announce(WebApplication app)
    {
        var configured = app.Services.GetRequiredService<PublicAddress>().Configured;
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = configured ?? listening.First().Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        var others = string.Join(", ", FeedOutput.All.Skip(1).Select(output => Path.GetExtension(output.Path)));
        Console.WriteLine(
            $"FeedHub: merged feed {address}{FeedOutput.All[0].Path} (also {others}), page {address}/, dashboard {address}/hangfire; "
                + $"version {Build.Words}");
        var title = app.Services.GetRequiredService<FeedTitles>().TitleOf(new());
        var work = app.Services.GetRequiredService<INodes>().IsOwner
            ? "is polling its sources" : "polls and serves readers; another node stores";
        Console.WriteLine(
            $"'{title}' {work}; data is {app.Services.GetRequiredService<IDataDirectory>().Place}. Ctrl-C stops it.");
        if (app.Services.GetRequiredService<INodes>().IsOwner && app.Services.GetRequiredService<SetupLink>().Make() is { } link)
            Console.WriteLine($"There is no admin password yet. Set one within an hour at {link}");
    }

    private static void WarnOfOtherUsers(IServiceProvider services)
    {
        if (services.GetRequiredService<IDataDirectory>().OpenToOthers is { Count: > 0 } open)
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Start)).LogWarning(
                "Other users of this machine may read {Paths}, which hold secrets, and FeedHub may not change that. Make them the user's "
                    + "that runs FeedHub, with chmod 700 for folders and 600 for files.",
                string.Join(", ", open));
    }

    private static string? Words(Exception error) => error switch
    {
        StartException start => start.Message,
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        IOException => $"FeedHub cannot start: {error.Message}",
        _ => null,
    };
}
