using System.Text.RegularExpressions;
using FeedHub.Dashboard.Overview;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>A poll that found a publisher down is a failed job, and no crash; one that is well again leaves no failed job behind.</summary>
public sealed class FailedPollTests : IAsyncLifetime
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
    public async Task APublisherThatIsDown_FailsTheJob_WithoutAStackTrace_AndIsNoCrash()
    {
        _newsroom.Answer("/a", 503);
        await using var service = await StartAsync();
        await RefreshAsync(service);

        var (id, job) = Assert.Single(await UntilAsync(service, count => count == 1));
        Assert.Equal((PollFailedException.Said, ""), (job.ExceptionType, job.ExceptionDetails));
        Assert.Equal(job.ExceptionMessage, job.Reason);
        Assert.Contains("HTTP 503", job.ExceptionMessage, StringComparison.Ordinal);
        Assert.Equal(0, service.Services.GetRequiredService<CrashedJobs>().Count);
        var page = await service.Client.GetStringAsync("/hangfire/jobs/failed");
        foreach (var text in (string[])[page, await service.Client.GetStringAsync($"/hangfire/jobs/details/{id}")])
        {
            Assert.Contains("HTTP 503", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Poller", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("feedhub:crashed", page, StringComparison.Ordinal);
        var source = Regex.Match(
            await service.Client.GetStringAsync($"/hangfire/jobs/details/{id}"),
            "This job polls <a href=\"(/hangfire/sources/[^\"/]+)\"><bdi>[^<]+</bdi>").Groups[1].Value;
        Assert.Matches(
            $"href=\"/hangfire/jobs/details/{id}\">Its newest job</a>", await service.Client.GetStringAsync(source));
    }

    [Fact]
    public async Task ASourceThatFailsAgain_HasOneFailedJob_AndOneThatIsWellAgain_None()
    {
        _newsroom.Answer("/a", 500);
        await using var service = await StartAsync();
        await RefreshAsync(service);
        var first = Assert.Single(await UntilAsync(service, count => count == 1)).Key;
        await RefreshAsync(service);
        await TestService.UntilAsync(
            () => Task.FromResult(Failed(service)), failed => failed is [var one] && one.Key != first);

        _newsroom.Serve("/a", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "Well again")));
        await RefreshAsync(service);
        await UntilAsync(service, count => count == 0);
    }

    [Fact]
    public async Task AJobThatBreaks_IsACrash_AndSaysWhere()
    {
        await using var service = await StartAsync();
        service.Services.GetRequiredService<IBackgroundJobClient>().Create<PollJob>(
            job => job.RunAsync(1, null, CancellationToken.None), new FailedState(new InvalidOperationException("a bug")));

        Assert.Contains("InvalidOperationException", Assert.Single(Failed(service)).Value.ExceptionDetails, StringComparison.Ordinal);
        Assert.Equal(1, service.Services.GetRequiredService<CrashedJobs>().Count);
        Assert.Contains(
            "data-metric=\"feedhub:crashed\"", await service.Client.GetStringAsync("/hangfire/hosts"), StringComparison.Ordinal);
    }

    private static Task RefreshAsync(TestService service) => service.DoAsync("/hangfire/sources", "/hangfire/sources/alpha/poll");

    private static List<KeyValuePair<string, Hangfire.Storage.Monitoring.FailedJobDto>> Failed(TestService service) =>
        [.. service.Services.GetRequiredService<JobStorage>().GetMonitoringApi().FailedJobs(0, 50)];

    private static Task<List<KeyValuePair<string, Hangfire.Storage.Monitoring.FailedJobDto>>> UntilAsync(
        TestService service, Predicate<int> isSo) =>
        TestService.UntilAsync(() => Task.FromResult(Failed(service)), failed => isSo(failed.Count));

    private Task<TestService> StartAsync() =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
}
