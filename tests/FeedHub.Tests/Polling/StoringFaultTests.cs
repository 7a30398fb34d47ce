using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>A fault of FeedHub's own as it stores: a trigger of the test's stands for it.</summary>
[Trait("Storage", "sqlite")]
public sealed class StoringFaultTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASourceWhosePollBreaks_WaitsAsAfterAnyFailure_AndItsPublisherIsNotAskedAgainAtOnce()
    {
        foreach (var paper in new[] { "sound", "broken" })
            _newsroom.Serve($"/{paper}", Feeds.Rss(paper, new Written("1", $"https://{paper}.example/1", $"What {paper} brings")));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/sound"), "Sound"), Feeds.Source(_newsroom.Url("/broken"), "Broken")));
        await using var db = await service.DatabaseAsync();
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER Refused BEFORE INSERT ON Items WHEN NEW.Url LIKE '%broken%' BEGIN SELECT RAISE(ABORT, 'refused by the test'); END");

        var dispatcher = service.Services.GetRequiredService<Dispatcher>();
        Assert.Equal("2 queued", await dispatcher.RunAsync(CancellationToken.None));
        var jobs = service.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await TestService.UntilAsync(() => Task.FromResult(jobs.SucceededListCount()), ended => ended > 0);

        Assert.Equal("nothing due", await dispatcher.RunAsync(CancellationToken.None));
        Assert.Contains("refused by the test", Assert.Single(jobs.FailedJobs(0, 10)).Value.ExceptionDetails, StringComparison.Ordinal);
        Assert.Single(_newsroom.AskedFor("/broken"));
        var broken = await db.Sources.AsNoTracking().SingleAsync(source => source.Slug == "broken");
        Assert.Equal(SourceState.Failing, broken.Polling.State);
        Assert.Contains("refused by the test", broken.Polling.Error!.ToString(), StringComparison.Ordinal);
        Assert.True(broken.NextPollAt > DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Null(broken.Polling.LeaseUntil);
        Assert.Equal("What sound brings", (await db.Items.AsNoTracking().SingleAsync()).Title);
    }
}
