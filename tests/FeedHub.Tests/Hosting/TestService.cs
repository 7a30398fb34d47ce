using System.Text.Json;
using FeedHub.Coverage;
using FeedHub.Hosting;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Storage.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedHub.Tests.Hosting;

/// <summary>The whole service on a real socket with a real database file, started as <c>Program</c> starts it.</summary>
public sealed class TestService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;

    private TestService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string Address => _app.Urls.First();

    /// <summary>Starts it over the folder's data. It polls by itself only if asked to; tests else poll with
    /// <see cref="PollAsync"/>.</summary>
    public static async Task<TestService> StartAsync(
        TempFolder folder, string? feedsJson = null, TimeProvider? time = null, bool polling = false,
        Action<IServiceCollection>? services = null, params string[] settings)
    {
        var file = folder.File("feeds.json");
        if (feedsJson is not null)
            await File.WriteAllTextAsync(file, feedsJson);
        if (!TestPostgres.IsUsed)
            await EmptyDatabase.PutAsync(folder.File("data"));
        var builder = Program.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0",
            $"--FeedHub:FeedsFile={file}",
            $"--FeedHub:DataDirectory={folder.File("data")}",
            "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Polling:HostGap=00:00:00",
            "--FeedHub:Polling:PerHost=8",
            .. await TestPostgres.SettingsAsync(folder),
            .. settings,
        ]);

        // Hangfire keeps the factory in a static: one of a service that has ended would take the others' workers with it.
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(NullLoggerFactory.Instance));
        if (time is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(time));
        // What an operator would find as noise in the log is an error here.
        builder.Services.ConfigureDbContext<FeedHubDb>(options => options.ConfigureWarnings(warnings => warnings.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning,
            CoreEventId.FirstWithoutOrderByAndFilterWarning,
            RelationalEventId.MultipleCollectionIncludeWarning)));
        services?.Invoke(builder.Services);
        var app = builder.BuildApp();
        await app.PrepareAsync();
        await app.StartAsync();
        if (polling)
            app.BeginPolling();
        return new(app);
    }

    /// <summary>
    /// Polls the source now, due or not, and sorts what it brought into events, which a poll does not wait for; returns the poll's line, or
    /// its error.
    /// </summary>
    public async Task<string> PollAsync(string slug)
    {
        var source = await Services.GetRequiredService<SourceCatalogue>().FindAsync(slug, CancellationToken.None)
            ?? throw new InvalidOperationException($"There is no source {slug}.");
        var line = PollWords.Of(await Services.GetRequiredService<Poller>().PollAsync(source.Id, refresh: true, CancellationToken.None));
        await Services.GetRequiredService<EventKeeper>().CatchUpAsync(CancellationToken.None);
        return line;
    }

    /// <summary>The database, to look at and to arrange.</summary>
    public Task<FeedHubDb> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();

    /// <summary>What a health address says, without the line that a node of several says of itself.</summary>
    public async Task<string> HealthAsync(string address)
    {
        using var answer = await Client.GetAsync(address);
        var lines = (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n');
        return string.Join(Environment.NewLine, lines.Where(line => !line.StartsWith("Node ", StringComparison.Ordinal)));
    }

    public async Task<JsonElement> GetJsonAsync(string address)
    {
        using var answer = await Client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<IReadOnlyList<JsonElement>> ItemsOf(string address) =>
        [.. (await GetJsonAsync(address)).GetProperty("items").EnumerateArray()];

    /// <summary>Waits until it is so; fails with the last thing seen if it never is.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
                return seen;
            if (patience.IsCancellationRequested)
                Assert.Fail($"It never came to be so; last seen: {seen}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
