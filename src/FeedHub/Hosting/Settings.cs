using FeedHub.Configuring;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>Where settings come from.</summary>
internal static class Settings
{
    // As .NET names it.
    private const string Polling = "DOTNET_USE_POLLING_FILE_WATCHER";

    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>
    /// Lets .NET look at appsettings.json every four seconds. By itself it is woken by each write below the working directory, and there
    /// the data is. To be called before anything is read.
    /// </summary>
    public static void LookInsteadOfWatching()
    {
        if (Environment.GetEnvironmentVariable(Polling) is null)
            Environment.SetEnvironmentVariable(Polling, "true");
    }

    /// <summary>What .NET's configuration has.</summary>
    /// <exception cref="InvalidDataException">A file of it cannot be read, or there is no such folder.</exception>
    public static WebApplicationBuilder Read(string[] args)
    {
        try
        {
            return WebApplication.CreateBuilder(args);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new InvalidDataException("There is no folder", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new InvalidDataException($"The settings cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Adds the section <c>FeedHub</c>, validated, and the defaults that ship with the program.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        // The working directory is the operator's; what ships lies beside the program and gives way to everything else.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Services.AddOptions<FeedHubOptions>().BindConfiguration(FeedHubOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<FeedHubOptions>, SettingsCheck>();
        var stored = StorageSetup.SettingsOf(builder.Configuration);
        builder.Services.AddSingleton(stored);
        builder.Services.AddSingleton(builder.Configuration.AddDashboardSettings(stored));
        builder.Services.AddSingleton<LiveSettings>();
        builder.Services.AddSingleton<IOptions<FeedHubOptions>>(provider => provider.GetRequiredService<LiveSettings>());
        builder.Services.AddSingleton<SettingsList>();
        builder.Services.AddSingleton<SettingChanges>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Random.Shared);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }

    // Above the files, below the environment and the command line.
    private static SettingsFile AddDashboardSettings(this ConfigurationManager configuration, ISettingsStore stored)
    {
        var file = new SettingsFile(stored);
        var sources = ((IConfigurationBuilder)configuration).Sources;
        sources.Insert(sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1, file);
        return file;
    }
}
