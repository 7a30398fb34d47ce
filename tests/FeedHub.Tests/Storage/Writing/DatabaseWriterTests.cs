using FeedHub.Polling;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Storage.Writing;

/// <summary>The one writer: what waits together is one transaction, and each caller learns what became of its own write.</summary>
public sealed class DatabaseWriterTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestService _service = null!;

    private DatabaseWriter Writer => _service.Services.GetRequiredService<DatabaseWriter>();

    public async Task InitializeAsync() =>
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/never", "Never")));

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWaitsTogether_IsCommittedTogether()
    {
        using var held = await HeldWriter.HoldAsync(Writer);
        var writes = Enumerable.Range(0, 8).Select(n => WriteAsync($"test.{n}")).ToList();
        held.Release();
        await Task.WhenAny(writes);
        Assert.Equal(8, await CountAsync());
        await Task.WhenAll(writes);
    }

    [Fact]
    public async Task HowLongNothingWasWritten_BeginsAgainWithEachWrite()
    {
        await WriteAsync("test.first");
        await TestService.UntilAsync(() => Task.FromResult(Writer.Rest), rest => rest > TimeSpan.FromMilliseconds(200));
        var since = System.Diagnostics.Stopwatch.StartNew();
        await WriteAsync("test.second");
        await WriteAsync("test.third");
        Assert.True(Writer.Rest < since.Elapsed);
    }

    [Fact]
    public async Task AWave_LastsUntilNothingWaits()
    {
        using (var held = await HeldWriter.HoldAsync(Writer))
        {
            var writes = Enumerable.Range(0, 3).Select(n => WriteAsync($"test.{n}")).ToList();
            await TestService.UntilAsync(() => Task.FromResult(Writer.Wave), wave => wave > TimeSpan.FromMilliseconds(50));
            held.Release();
            await Task.WhenAll(writes);
        }

        await TestService.UntilAsync(() => Task.FromResult(Writer.Wave), wave => wave == TimeSpan.Zero);
    }

    [Fact]
    public async Task AWriteThatThrows_IsItsOwnCallersFailure_AndTheOthersOfItsBatchAreDoneOnce()
    {
        using var held = await HeldWriter.HoldAsync(Writer);
        var runs = 0;
        var before = WriteAsync("test.before", () => runs++);
        var broken = Writer.RunAsync<int>(
            session =>
            {
                Add(session, "test.broken");
                throw new InvalidDataException("not today");
            },
            CancellationToken.None);
        var after = WriteAsync("test.after");
        held.Release();

        await Task.WhenAll(before, after);
        Assert.Equal("not today", (await Assert.ThrowsAsync<InvalidDataException>(() => broken)).Message);
        Assert.Equal(["test.after", "test.before"], await NamesAsync());
        Assert.Equal(2, runs);
        await WriteAsync("test.next");
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task WhatIsToRunTogether_IsOneTransaction_AndEachByItselfWhereOneFails()
    {
        var runs = new List<string>();
        Func<WriteSession, string> Adding(string name) => session =>
        {
            runs.Add(name);
            Add(session, name);
            return name;
        };
        var stored = await Writer.RunTogetherAsync([Adding("test.first"), Adding("test.second")]);
        Assert.Equal(["test.first", "test.second"], await Task.WhenAll(stored));

        var mixed = await Writer.RunTogetherAsync([Adding("test.third"), _ => throw new InvalidDataException("not today")]);
        Assert.Equal("test.third", await mixed[0]);
        await Assert.ThrowsAsync<InvalidDataException>(() => mixed[1]);
        Assert.Equal(["test.first", "test.second", "test.third", "test.third"], runs);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task AWriteThatIsCancelledWhileItWaits_IsNotDone_AndTheOthersAre()
    {
        using var held = await HeldWriter.HoldAsync(Writer);
        using var cancelling = new CancellationTokenSource();
        var withdrawn = WriteAsync("test.withdrawn", cancellation: cancelling.Token);
        var other = WriteAsync("test.other");
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        held.Release();
        await other;
        Assert.Equal(["test.other"], await NamesAsync());
    }

    [Fact]
    public async Task AWriteThatIsCancelledOnceItHasBegun_TellsWhatBecameOfIt()
    {
        using var begun = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        using var cancelling = new CancellationTokenSource();
        var write = WriteAsync(
            "test.begun",
            () =>
            {
                begun.Release();
                goOn.Wait();
            },
            cancelling.Token);
        await begun.WaitAsync();
        await cancelling.CancelAsync();
        goOn.Set();
        Assert.Equal("test.begun", await write);
        Assert.Equal(["test.begun"], await NamesAsync());
    }

    [Fact]
    public async Task APollThatIsCancelledWhileItsLeaseWaits_LeavesTheSourceFree()
    {
        await using var db = await _service.DatabaseAsync();
        var source = await db.Sources.AsNoTracking().SingleAsync();
        using var held = await HeldWriter.HoldAsync(Writer);
        using var cancelling = new CancellationTokenSource();
        var poll = _service.Services.GetRequiredService<Poller>().PollAsync(source.Id, refresh: true, cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        held.Release();

        await Writer.RunAsync(_ => 0, CancellationToken.None);
        Assert.Null((await db.Sources.AsNoTracking().SingleAsync()).Polling.LeaseUntil);
    }

    private Task<string> WriteAsync(string name, Action? also = null, CancellationToken cancellation = default) => Writer.RunAsync(
        session =>
        {
            Add(session, name);
            also?.Invoke();
            return name;
        },
        cancellation);

    private static void Add(WriteSession session, string name) =>
        session.Execute("INSERT INTO Counters (Name, Value) VALUES (?1, 1)", name);

    private async Task<int> CountAsync() => (await NamesAsync()).Count;

    private async Task<List<string>> NamesAsync()
    {
        await using var db = await _service.DatabaseAsync();
        return await db.Counters.Where(c => c.Name.StartsWith("test.")).Select(c => c.Name).Order().ToListAsync();
    }
}
