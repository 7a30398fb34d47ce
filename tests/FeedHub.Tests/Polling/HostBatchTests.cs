using System.Net.Http.Json;
using FeedHub.Dashboard.Sources;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Polling;

/// <summary>What is due of one host is polled by one job; what an admin sees of each source, and what a publisher sees, stays.</summary>
public sealed class HostBatchTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] Paths = ["/a", "/b", "/c", "/d"];

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly TaskCompletionSource _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        foreach (var path in Paths)
            _newsroom.Serve(path, Feeds.Rss(path[1..], new Written(path, $"https://s.example{path}", $"Of {path}", Start.AddHours(-1))));
    }

    public async Task DisposeAsync()
    {
        _slow.TrySetResult();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatIsDueOfAHost_IsOneJob_WhoseResultNamesEachSource()
    {
        await using var service = await StartAsync();
        var job = await DispatchedAsync(service);

        Assert.Equal("a: 200, 1 new; b: 200, 1 new; c: 200, 1 new; d: 200, 1 new", ResultOf(service, job));
        Assert.Equal(Paths, _newsroom.Requests.Select(asked => asked.Path));
        Assert.Equal("Poll 4 sources of 127.0.0.1", NameOf(service, job));

        await MakeDueAsync(service);
        job = await DispatchedAsync(service);
        Assert.Equal("a: 304, nothing new; b: 304, nothing new; c: 304, nothing new; d: 304, nothing new", ResultOf(service, job));
        Assert.All(await service.ItemsOf("/api/sources"), source => Assert.True(
            source.GetProperty("next_poll").GetDateTimeOffset() > Start));
        await using var db = await service.DatabaseAsync();
        Assert.Equal((8, 0), (await db.Polls.CountAsync(), await db.Sources.CountAsync(s => s.Polling.LeaseUntil != null)));
    }

    [Fact]
    public async Task OneDueSource_IsASinglePoll_WhichIsLookedForAgainWhenItHasEnded()
    {
        await using var service = await StartAsync();
        await DispatchedAsync(service);
        for (var round = 0; round < 3; round++)
        {
            await MakeDueAsync(service, "c");
            Assert.Equal("1 queued", await DispatchAsync(service));
            await TestService.UntilAsync(() => Task.FromResult(SinglesOf(service)), singles => singles.Count == round + 1);
        }

        Assert.All(SinglesOf(service), single => Assert.Equal("\"304, nothing new\"", single.Result));
    }

    [Fact]
    public async Task ASourceThatFailsInABatch_IsAFailedJobOfItsOwn_WhichExpires_AndCanBeRequeued()
    {
        _newsroom.Answer("/b", 404);
        await using var service = await StartAsync();
        var job = await DispatchedAsync(service);

        Assert.Contains("; b: HTTP 404", ResultOf(service, job), StringComparison.Ordinal);
        Assert.Contains("c: 200, 1 new", ResultOf(service, job), StringComparison.Ordinal);
        var api = Monitoring(service);
        var (id, failed) = Assert.Single(api.FailedJobs(0, 10));
        Assert.Contains("HTTP 404", failed.ExceptionMessage, StringComparison.Ordinal);
        Assert.Equal("Poll b", service.Services.GetRequiredService<SourceNames>().NameOf(failed.Job));
        Assert.NotNull(api.JobDetails(id).ExpireAt);

        _newsroom.Serve("/b", Feeds.Rss("b", new Written("/b", "https://s.example/b", "Of b", Start)));
        service.Services.GetRequiredService<IBackgroundJobClient>().Requeue(id);
        await TestService.UntilAsync(() => Task.FromResult(SinglesOf(service)), singles => singles is [{ Result: "\"200, 1 new\"" }]);
        Assert.Empty(api.FailedJobs(0, 10));
    }

    [Fact]
    public async Task ASourceThatIsPausedEditedOrRemovedMeanwhile_IsPassedOver()
    {
        _newsroom.Answer("/a", SlowlyAsync);
        await using var service = await StartAsync();
        await DispatchAsync(service);
        await AskedAsync("/a");

        await service.Client.PatchAsJsonAsync("/api/sources/b", new { enabled = false });
        await service.Client.DeleteAsync("/api/sources/c");
        _time.Advance(TimeSpan.FromSeconds(1));
        _slow.SetResult();
        var result = await BatchResultAsync(service);

        Assert.Matches(
            "^a: 200, 0 new.*; b: not due.*; c: not due.*; d: 200, 1 new$|^a: .*; b: not due.*; c: not due.*; d: 200, 1 new$", result);
        Assert.Equal(["/a", "/d"], _newsroom.Requests.Select(asked => asked.Path));
        await using var db = await service.DatabaseAsync();
        Assert.Equal(0, await db.Sources.CountAsync(s => s.Polling.LeaseUntil != null));
        Assert.Equal(SourceState.Paused, (await db.Sources.SingleAsync(s => s.Slug == "b")).Polling.State);
    }

    [Fact]
    public async Task AServerThatIsSlow_KeepsTheOtherSourcesOfItsHostNotWaiting()
    {
        _newsroom.Answer("/b", SlowlyAsync);
        await using var service = await StartAsync();
        await DispatchAsync(service);
        await AskedAsync("/b");

        _time.Advance(TimeSpan.FromSeconds(2.5));
        await AskedAsync("/d");
        await TestService.UntilAsync(
            async () => (await service.GetJsonAsync("/api/stats")).GetProperty("polls").GetProperty("total").GetInt32(), polls =>
                polls == 3);
        Assert.Equal(Paths, _newsroom.Requests.Select(asked => asked.Path));
        _slow.SetResult();
    }

    [Theory]
    [InlineData(32, 2)]
    [InlineData(1, 1)]
    public async Task WhereAnswersTakeLong_HalfOfTheRestGoesToAFurtherJob_IfAnotherMayPollThere(int perHost, int jobs)
    {
        string[] paths = [.. Enumerable.Range(0, 21).Select(n => $"/many{n:D2}")];
        foreach (var path in paths)
            _newsroom.Serve(path, Feeds.Rss(path[1..], new Written(path, $"https://s.example{path}", $"Of {path}", Start.AddHours(-1))));
        _newsroom.Answer(paths[0], SlowlyAsync);
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(paths.Select(path => Feeds.Source(_newsroom.Url(path), path[1..]))), _time,
            settings: $"--FeedHub:Polling:PerHost={perHost}");
        Assert.Equal("21 queued", await DispatchAsync(service));
        await AskedAsync(paths[0]);

        _time.Advance(TimeSpan.FromSeconds(0.5));
        _slow.SetResult();
        var ended = await TestService.UntilAsync(() => Task.FromResult(BatchesOf(service)), ended => ended.Count == jobs);

        string[][] polled = [.. ended.Select(job => job.Result.Trim('"').Split("; ").Select(line => line.Split(':')[0]).ToArray())];
        Assert.Equal(paths.Select(path => path[1..]), polled.SelectMany(names => names).Order());
        Assert.Equal(paths, _newsroom.Requests.Select(asked => asked.Path).Order());
        Assert.Equal(jobs == 1 ? [21] : [10, 11], polled.Select(names => names.Length).Order());
    }

    [Fact]
    public async Task WhereOnlyOnePollsAtATime_TheRestWaitsForASlowAnswer_AndWhatWasReadDoesNot()
    {
        await using var service = await StartAsync("--FeedHub:Polling:PerHost=1");
        await DispatchedAsync(service);
        await MakeDueAsync(service);
        _newsroom.Answer("/c", SlowlyAsync);
        Assert.Equal("4 queued", await DispatchAsync(service));
        await AskedAsync("/c", times: 2);

        _time.Advance(TimeSpan.FromSeconds(2.5));
        await TestService.UntilAsync(
            async () => (await service.GetJsonAsync("/api/stats")).GetProperty("polls").GetProperty("total").GetInt32(), polls =>
                polls == 6);
        Assert.Single(_newsroom.AskedFor("/d"));
        Assert.Equal(1, Monitoring(service).ProcessingCount());

        _slow.SetResult();
        await AskedAsync("/d", times: 2);
    }

    [Fact]
    public async Task ABatchThatIsStopped_GivesItsLeasesBack_AndKeepsWhatItRead()
    {
        await using var service = await StartAsync();
        await DispatchedAsync(service);
        await MakeDueAsync(service);
        _newsroom.Answer("/c", SlowlyAsync);
        using var stop = new CancellationTokenSource();
        long[] ids = [.. await IdsAsync(service)];
        var polling = service.Services.GetRequiredService<HostPolls>().PollAsync(new("127.0.0.1", ids, Refresh: false), stop.Token);
        await AskedAsync("/c", times: 2);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling.WaitAsync(TimeSpan.FromSeconds(5)));

        await using var db = await service.DatabaseAsync();
        Assert.Equal(0, await db.Sources.CountAsync(s => s.Polling.LeaseUntil != null));
        Assert.Equal(["c", "d"], await db.Sources.Where(s => s.NextPollAt < Start).Select(s => s.Slug).Order().ToListAsync());
        Assert.Equal(6, await db.Polls.CountAsync());
    }

    [Fact]
    public async Task AServerThatAsksForRest_IsAskedForNoFurtherSourceOfTheBatch()
    {
        _newsroom.Answer("/b", 429);
        await using var service = await StartAsync();
        var job = await DispatchedAsync(service);

        Assert.Equal(["/a", "/b"], _newsroom.Requests.Select(asked => asked.Path));
        Assert.Equal(2, ResultOf(service, job).Split("left alone").Length - 1);
        Assert.Equal("nothing due", await DispatchAsync(service));
    }

    [Fact]
    public async Task WhereTheNextTurnIsFar_TheRestWaitsInAScheduledJob_AndNoWorkerDoes()
    {
        await using var service = await StartAsync("--FeedHub:Polling:HostGap=00:01:00", "--FeedHub:Polling:PerHost=1");
        var job = await DispatchedAsync(service);

        Assert.Equal("a: 200, 1 new", ResultOf(service, job));
        var (_, rest) = Assert.Single(Monitoring(service).ScheduledJobs(0, 10));
        Assert.Equal((await IdsAsync(service)).Skip(1), Assert.IsType<long[]>(rest.Job.Args[1]));
        Assert.Equal("nothing due", await DispatchAsync(service));
        await using var db = await service.DatabaseAsync();
        Assert.Equal(0, await db.Sources.CountAsync(s => s.Polling.LeaseUntil != null));
    }

    [Fact]
    public async Task ABatchThatAPersonRequeues_PollsItsSourcesDueOrNot()
    {
        await using var service = await StartAsync();
        var job = await DispatchedAsync(service);
        service.Services.GetRequiredService<IBackgroundJobClient>().Requeue(job);
        await AskedAsync("/d", times: 2);
        Assert.Equal(8, _newsroom.Requests.Count);
    }

    private async Task SlowlyAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        await _slow.Task.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = 200;
        await context.Response.Body.WriteAsync("<rss version=\"2.0\"><channel><title>slow</title></channel></rss>"u8.ToArray());
    }

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder, Feeds.Json(Paths.Select(path => Feeds.Source(_newsroom.Url(path), path[1..]))), _time, settings: settings);

    private static Task<string> DispatchAsync(TestService service) =>
        service.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);

    // The id of the job that polls what is due, once it has ended.
    private static async Task<string> DispatchedAsync(TestService service)
    {
        var before = BatchesOf(service).Count;
        Assert.Equal("4 queued", await DispatchAsync(service));
        var ended = await TestService.UntilAsync(() => Task.FromResult(BatchesOf(service)), jobs => jobs.Count == before + 1);
        return ended.MaxBy(job => long.Parse(job.Id, System.Globalization.CultureInfo.InvariantCulture)).Id;
    }

    private static async Task<string> BatchResultAsync(TestService service) =>
        (await TestService.UntilAsync(() => Task.FromResult(BatchesOf(service)), jobs => jobs.Count > 0))[0].Result.Trim('"');

    private async Task AskedAsync(string path, int times = 1) =>
        await TestService.UntilAsync(() => Task.FromResult(_newsroom.AskedFor(path).Count), asked => asked == times);

    private static async Task MakeDueAsync(TestService service, string? slug = null)
    {
        await using var db = await service.DatabaseAsync();
        await db.Sources.Where(s => slug == null || s.Slug == slug)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextPollAt, Start.AddHours(-1)));
    }

    private static async Task<IReadOnlyList<long>> IdsAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
    }

    private static IMonitoringApi Monitoring(TestService service) => service.Services.GetRequiredService<JobStorage>().GetMonitoringApi();

    private static List<(string Id, string Result)> BatchesOf(TestService service) => EndedOf(service, typeof(PollHostJob));

    private static List<(string Id, string Result)> SinglesOf(TestService service) => EndedOf(service, typeof(PollJob));

    private static List<(string Id, string Result)> EndedOf(TestService service, Type type) =>
        [.. Monitoring(service).SucceededJobs(0, 50).Where(job => job.Value.Job.Type == type)
            .Select(job => (job.Key, job.Value.Result?.ToString() ?? ""))];

    private static string ResultOf(TestService service, string job) => BatchesOf(service).Single(ended => ended.Id == job).Result.Trim('"');

    private static string NameOf(TestService service, string job) =>
        service.Services.GetRequiredService<SourceNames>().NameOf(Monitoring(service).JobDetails(job).Job);
}
