using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Sources;

public sealed class FeedsFileWatcherTests : IAsyncLifetime
{
    private const string OneSource = """{ "sources": [ { "url": "https://example.org/1" } ] }""";
    private const string TwoSources = """{ "sources": [ { "url": "https://example.org/1" }, { "url": "https://example.org/2" } ] }""";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly List<FeedsFileResult> _told = [];
    private readonly TaskCompletionSource _toldOnce = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FeedsFileWatcher _watcher;
    private Exception? _failure;

    public FeedsFileWatcherTests() =>
        _watcher = new(_folder.File("feeds.json", OneSource), TakeIn, _clock, NullLogger<FeedsFileWatcher>.Instance, FeedsFiles.Topics);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _watcher.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Check_FileAsLoaded_TellsNothing()
    {
        Assert.Single(_watcher.Load().File!.Sources);

        await LookAsync(3);

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Check_FileChanged_IsToldOnceItHasSettled()
    {
        _watcher.Load();
        _folder.File("feeds.json", TwoSources);

        await LookAsync(1);
        Assert.Empty(_told);
        await LookAsync(3);

        Assert.Equal(2, Assert.Single(_told).File!.Sources.Count);
    }

    [Fact]
    public async Task Check_FileStillBeingWritten_IsNotRead()
    {
        _watcher.Load();
        _folder.File("feeds.json", TwoSources[..20]);
        await LookAsync(1);
        _folder.File("feeds.json", TwoSources[..40]);
        await LookAsync(1);
        _folder.File("feeds.json", TwoSources);
        await LookAsync(2);

        Assert.NotNull(Assert.Single(_told).File);
    }

    [Fact]
    public async Task Check_FileTouchedOnly_TellsNothing()
    {
        _watcher.Load();
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "feeds.json"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await LookAsync(3);

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Check_SameLengthAndTime_IsAChangeAllTheSame()
    {
        _watcher.Load();
        var path = Path.Combine(_folder.Path, "feeds.json");
        var written = File.GetLastWriteTimeUtc(path);
        _folder.File("feeds.json", OneSource.Replace("/1", "/9", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, written);

        await LookAsync(2);

        Assert.Equal("https://example.org/9", Assert.Single(_told).File!.Sources.Single().Url);
    }

    [Fact]
    public async Task Check_FileBrokenThenGoneThenBack_IsToldEachTime()
    {
        _watcher.Load();
        _folder.File("feeds.json", "{ oops");
        await LookAsync(2);
        File.Delete(Path.Combine(_folder.Path, "feeds.json"));
        await LookAsync(4);
        _folder.File("feeds.json", OneSource);
        await LookAsync(2);

        Assert.Equal(3, _told.Count);
        Assert.Equal((1, 3), (_told[0].Errors[0].Line, _told[0].Errors[0].Column));
        Assert.Equal("feeds.json is gone: FeedHub keeps running on what it had", _told[1].Errors[0].Message);
        Assert.NotNull(_told[2].File);
    }

    [Fact]
    public async Task Check_ChangeThatCouldNotBeTakenIn_IsToldAgain()
    {
        _watcher.Load();
        _folder.File("feeds.json", TwoSources);
        await LookAsync(1);
        _failure = new InvalidOperationException("database is locked");
        await Assert.ThrowsAsync<InvalidOperationException>(_watcher.CheckAsync);
        _failure = null;

        await LookAsync(1);

        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task Start_LooksByTheClock()
    {
        _watcher.Load();
        _folder.File("feeds.json", TwoSources);
        _watcher.Start();

        // The loop takes a tick on another thread; ticks that come meanwhile are one.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!_toldOnce.Task.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            _clock.Advance(FeedsFileWatcher.Period);
            await Task.Yield();
        }

        Assert.Single(_told);
    }

    private async Task LookAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _watcher.CheckAsync();
        }
    }

    private Task TakeIn(FeedsFileResult result)
    {
        _told.Add(result);
        _toldOnce.TrySetResult();
        return _failure is null ? Task.CompletedTask : Task.FromException(_failure);
    }
}
