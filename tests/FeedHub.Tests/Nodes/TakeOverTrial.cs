using System.Diagnostics;
using FeedHub.Syndication.Matching;
using FeedHub.Tests.Hosting;
using Npgsql;
using NpgsqlTypes;
using Xunit.Abstractions;

namespace FeedHub.Tests.Nodes;

/// <summary>How long nothing is stored where an owner ends, stops or is cut off, with many stories to match against.</summary>
[Collection(Alone.Name)]
[Trait("Storage", "sqlite")]
public sealed class TakeOverTrial(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Words = 120;

    /// <summary>The bound where the machine has nothing else to do.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private int _published;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [TrialFact]
    public async Task WithManyStoriesInTheWindow_TheNextItemIsStoredWithinSeconds()
    {
        _folder.File("feeds.json", Feeds.Json($$"""{ "url": "{{_newsroom.Url("/s0")}}", "title": "s0", "interval": "00:00:01" }"""));
        Publish();
        await using var nodes = await TrialNodes.StartAsync(_folder);
        await TestService.UntilAsync(() => CountAsync(nodes), items => items == 1);
        await FillAsync();
        for (var node = 0; node < nodes.Count; node++)
            await AgainAsync(nodes, node);

        await MeasureAsync(nodes, "kill -9", async owner =>
        {
            await nodes.KillAsync(owner);
            return () => nodes.StartAsync(owner);
        });
        await MeasureAsync(nodes, "SIGSTOP", async owner =>
        {
            await nodes.SignalAsync(owner, "STOP");
            return () => nodes.SignalAsync(owner, "CONT");
        });
    }

    private async Task MeasureAsync(TrialNodes nodes, string what, Func<int, Task<Func<Task>>> end)
    {
        var owner = await nodes.OwnerAsync();
        for (var node = 0; node < nodes.Count; node++)
        {
            if (node != owner)
                await TestService.UntilAsync(() => Task.FromResult(nodes.KeepsUp(node)), keepsUp => keepsUp);
        }

        Publish();
        var (items, began) = (_published, Stopwatch.GetTimestamp());
        var mend = await end(owner);
        var taken = await nodes.TakenOverAsync(owner);
        await TestService.UntilAsync(() => CountAsync(nodes), stored => stored == items);
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"{what} at {TrialFactAttribute.Stories} stories: another owner after {taken}, the next item stored after {took}");
        Assert.InRange(taken, TimeSpan.Zero, Most);
        await mend();
    }

    // With a memory of what was filled in.
    private static async Task AgainAsync(TrialNodes nodes, int node)
    {
        await nodes.KillAsync(node);
        await nodes.StartAsync(node);
    }

    private static async Task<int> CountAsync(TrialNodes nodes) =>
        await nodes.AskAsync("SELECT count(*)::int FROM items WHERE guid LIKE 'new:%'") is int count ? count : -1;

    private void Publish()
    {
        _published++;
        _newsroom.Serve("/s0", Feeds.Rss("s0", Enumerable.Range(1, _published).Select(n => new Written(
            $"new:{n}", $"https://s0.example/{n}", Text(-n, 9), Description: Text(-n - 1_000_000, Words)))));
    }

    // Directly, and without the items: the index is made of fingerprints alone.
    private async Task FillAsync()
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder) + ";Pooling=false");
        await connection.OpenAsync();
        await using (var free = new NpgsqlCommand("SET session_replication_role = replica", connection))
            await free.ExecuteNonQueryAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await using (var stories = await connection.BeginBinaryImportAsync(
            "COPY stories (id, entryid, leaditemid, sortat, publishedat, firstseenat, updatedat, changedat, changenumber) FROM STDIN "
                + "(FORMAT binary)"))
        {
            for (long id = 1001; id <= 1000 + TrialFactAttribute.Stories; id++)
            {
                var at = now - (id * 1000 % 100_000_000);
                await stories.StartRowAsync();
                await stories.WriteAsync(id, NpgsqlDbType.Bigint);
                await stories.WriteAsync($"urn:trial:{id}", NpgsqlDbType.Text);
                foreach (var value in new[] { id, at, at, at, at, at, id })
                    await stories.WriteAsync(value, NpgsqlDbType.Bigint);
            }

            await stories.CompleteAsync();
        }

        await using var prints = await connection.BeginBinaryImportAsync(
            "COPY fingerprints (itemid, sourceid, at, bytes) FROM STDIN (FORMAT binary)");
        for (long id = 1001; id <= 1000 + TrialFactAttribute.Stories; id++)
        {
            await prints.StartRowAsync();
            await prints.WriteAsync(id, NpgsqlDbType.Bigint);
            await prints.WriteAsync(1L, NpgsqlDbType.Bigint);
            await prints.WriteAsync(now - (id * 1000 % 100_000_000), NpgsqlDbType.Bigint);
            await prints.WriteAsync(Fingerprint.Of(Text((int)id, 9), Text((int)-id, Words)).ToBytes(), NpgsqlDbType.Bytea);
        }

        await prints.CompleteAsync();
    }

    // Few words often and many rarely, as in any language.
    private static string Text(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => $"w{(int)Math.Pow(60_000, random.NextDouble())}"));
    }
}
