using FeedHub.Auditing;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Hosting;

/// <summary>The storage room in the container, on the engine that the setting <c>Storage</c> names.</summary>
public static class StorageSetup
{
    /// <summary>Adds the database, its writer and a factory of contexts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        if (IsPostgres(configuration))
            services.AddPostgres();
        else
            services.AddSqlite((options, provider) => options.Watched(provider)).AddKeyFiles();
        services.AddNodes();
        services.AddSingleton<ReadSessions>();
        services.AddSingleton<LoneEdits>();
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<SearchWriter>();
        services.AddPurge<StoryRetention>();
        services.AddSingleton<Retention>();
        return services.AddHostedService(provider => provider.GetRequiredService<DatabaseWriter>());
    }

    /// <summary>Takes the database for this process, checks what is there and brings it up to date.</summary>
    /// <exception cref="StartException">It cannot be used.</exception>
    public static Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellation = default) =>
        services.GetRequiredService<IStorageStart>().PrepareAsync(cancellation);

    /// <summary>Where that stands what is set on the dashboard.</summary>
    internal static ISettingsStore SettingsOf(IConfiguration configuration) => IsPostgres(configuration)
        ? SettingsOfPostgres(configuration)
        : new SettingsInFile(Path.Combine(
            configuration[KeyOf(nameof(FeedHubOptions.DataDirectory))] is { Length: > 0 } own ? own : new FeedHubOptions().DataDirectory,
            "settings.json"));

    /// <summary>What watches over every edit that goes by a context.</summary>
    internal static DbContextOptionsBuilder<T> Watched<T>(this DbContextOptionsBuilder<T> options, IServiceProvider services)
        where T : FeedHubDb =>
        options.UseApplicationServiceProvider(services).AddInterceptors(
            new SourceVersions(),
            new SourceAudit(services.GetRequiredService<TimeProvider>()),
            new AuditSaves(services.GetRequiredService<AuditLines>()),
            new FailedEdits(services.GetRequiredService<IStorageHealth>()));

    // By itself: a method that names a library has it loaded.
    private static StoredSettings SettingsOfPostgres(IConfiguration configuration) => new(configuration);

    private static bool IsPostgres(IConfiguration configuration) =>
        string.Equals(configuration[KeyOf(nameof(FeedHubOptions.Storage))], FeedHubOptions.Postgres, StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(string setting) => $"{FeedHubOptions.Section}:{setting}";
}
