using FeedHub.Auditing;
using FeedHub.Dashboard.Backup;
using FeedHub.Observability;
using FeedHub.Polling;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Observability;

/// <summary>What somebody reads in the log who only has the log.</summary>
public sealed class LoggedWorkTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly LoggedLines _lines = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatBecomesOfASource_AndWhatPeopleDo_AreALineEach_AndEachHourHasOne()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/bay", Feeds.Rss("Bay", new Written("b1", "https://bay.example/1", "Ferry is late")));
        newsroom.Serve("/quay", Feeds.Rss("Bay", new Written("b1", "https://bay.example/1", "Ferry is late")));
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(newsroom.Url("/bay"), "Bay")),
            _time,
            services: Listen,
            settings: [$"--FeedHub:Admin:Password={Guest.Password}", "--FeedHub:Admin:Proxies=127.0.0.1"]);
        Assert.Equal(["Changed: feeds.json: source added bay (url, title, interval)"], _lines.Take());

        Assert.Equal([], await LinesOfAsync(service, StatusCodes.Status200OK));
        Assert.StartsWith("State: bay is failing: HTTP 500", Assert.Single(await LinesOfAsync(service, 500)), StringComparison.Ordinal);
        Assert.Equal([], await LinesOfAsync(service, 500));
        Assert.Equal(["Healed: bay is well again; it was failing"], await LinesOfAsync(service, StatusCodes.Status200OK));
        newsroom.Answer("/bay", context => Task.Run(() => context.Response.Redirect(newsroom.Url("/quay"), permanent: true)));
        await service.PollAsync("bay");
        Assert.Equal([$"Moved: bay moved from {newsroom.Url("/bay")} to {newsroom.Url("/quay")}"], _lines.Take());

        var hours = await TestService.UntilAsync(() => Task.FromResult(AnHourLater()), lines => lines.Count > 0);
        Assert.StartsWith("Hour: In the first minute: 5 polls (", hours[0], StringComparison.Ordinal);
        Assert.All(hours, line => Assert.StartsWith("Hour: ", line, StringComparison.Ordinal));

        using var admin = new Guest(service, ("X-Forwarded-For", "198.51.100.7"));
        await admin.SignInAsync();
        await admin.PostAsync("/hangfire/settings", "/hangfire/settings", ("key", "Retention:Days"), ("value", "120"));
        Assert.Equal(
            ["Changed: admin: signed in password", "Changed: admin: setting changed Retention:Days, 90 before, now 120"],
            _lines.Take().Where(line => !line.StartsWith("Hour: ", StringComparison.Ordinal)));
        Assert.Equal(["198.51.100.7", "198.51.100.7"], await AddressesAsync(service));

        async Task<IReadOnlyList<string>> LinesOfAsync(TestService service, int status)
        {
            if (status == StatusCodes.Status200OK)
                newsroom.Serve("/bay", Feeds.Rss("Bay", new Written("b1", "https://bay.example/1", "Ferry is late")));
            else
                newsroom.Answer("/bay", status);
            await service.PollAsync("bay");
            return _lines.Take();
        }
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ABackup_IsALine()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), _time, services: Listen);
        await ActivatorUtilities.CreateInstance<BackupJob>(service.Services).RunAsync(CancellationToken.None);
        Assert.StartsWith("Made: A backup was made: feedhub-", Assert.Single(_lines.Take()), StringComparison.Ordinal);
    }

    // The service's timers begin when they begin: an hour more is only another line.
    private IReadOnlyList<string> AnHourLater()
    {
        _time.Advance(TimeSpan.FromHours(1));
        return _lines.Take();
    }

    private void Listen(IServiceCollection services) =>
        _lines.Of<AuditLines>(services).Of<SourceLines>(services).Of<HourLines>(services).Of<BackupJob>(services);

    private static async Task<IReadOnlyList<string?>> AddressesAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return [.. db.AuditEntries.Where(entry => entry.Who == "admin").Select(entry => entry.Address)];
    }
}
