using FeedHub.Dashboard.Backup;
using FeedHub.Hosting;
using FeedHub.Model.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Hosting;

/// <summary>How long the end of a service waits for what it holds.</summary>
public sealed class BoundedEndTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task WhatDoesNotClose_IsNotWaitedForForEver()
    {
        var ending = new BoundedEnd(App()).DisposeAsync().AsTask();
        await _closing.Task;
        Assert.False(ending.IsCompleted);
        _time.Advance(BoundedEnd.Grace);
        await ending;
        _closed.SetResult();
    }

    [Fact]
    public async Task ARestore_WaitsUntilAllIsClosed()
    {
        var app = App();
        app.Services.GetRequiredService<PendingRestore>().Begin("backup.db", Actor.Current);
        var ending = new BoundedEnd(app).DisposeAsync().AsTask();
        await _closing.Task;
        _time.Advance(10 * BoundedEnd.Grace);
        Assert.False(ending.IsCompleted);
        _closed.SetResult();
        await ending;
    }

    [Fact]
    public async Task WhatIsUnderWay_EndsBeforeAnythingIsClosed()
    {
        var (end, work) = (new BoundedEnd(App()), new TaskCompletionSource());
        end.After(work.Task);
        var ending = end.DisposeAsync().AsTask();
        Assert.False(_closing.Task.IsCompleted);
        work.SetResult();
        await _closing.Task;
        _closed.SetResult();
        await ending;
    }

    private WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<PendingRestore>()
            .AddSingleton<SlowToClose>(_ => new(_closing, _closed.Task));
        var app = builder.Build();
        app.Services.GetRequiredService<SlowToClose>();
        return app;
    }

    private sealed class SlowToClose(TaskCompletionSource closing, Task closed) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            closing.SetResult();
            await closed;
        }
    }
}
