using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>A data directory on a real file system that is full or read-only, under the real process.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class DiskTests : IAsyncLifetime
{
    private static readonly string[] Open = ["--urls", "http://127.0.0.1:0", "--FeedHub:Network:AllowPrivateAddresses=true",
        "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Polling:PerHost=8"];
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [SmallDiskFact]
    public async Task ADiskThatFillsUp_IsSaid_NobodyIsAskedMeanwhile_AndAllComesInOnceThereIsSpace()
    {
        using var disk = new SmallDisk(_folder.File("data"), 48);
        Serve("/a", 10);
        Serve("/b", 4000);
        await WriteFeedsAsync("/a");
        await using var process = FeedHubProcess.Start(_folder, Open);
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(() => ItemsAsync(client), items => items == 10);

        disk.Fill();
        await WriteFeedsAsync("/a", "/b");
        var health = await TestService.UntilAsync(() => ReadyAsync(client), ready => ready.Status == HttpStatusCode.ServiceUnavailable);
        Assert.Contains("is full", health.Words, StringComparison.Ordinal);
        Assert.Contains("is full", await client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/feed.rss")).StatusCode);
        Assert.Equal(10, await ItemsAsync(client));
        using (var refused = await client.PostAsync(
            "/api/sources",
            new StringContent("""{ "url": "http://127.0.0.1:9/c" }""", null, "application/json")))
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, true),
                (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains("is full", StringComparison.Ordinal)));
        Assert.InRange(_newsroom.AskedFor("/b").Count, 0, 2);

        disk.Free();
        await TestService.UntilAsync(() => ReadyAsync(client), ready => ready.Status == HttpStatusCode.OK);
        await TestService.UntilAsync(() => ItemsAsync(client), items => items == 4010);
        Assert.Equal(0, await process.TerminateAsync());
        Assert.Equal("ok", IntegrityCheck());
    }

    [SmallDiskFact]
    public async Task AFirstStartOnAFullDisk_SaysSo_AndSucceedsOnceThereIsSpace()
    {
        await WriteFeedsAsync();
        using var disk = new SmallDisk(_folder.File("data"), 16);
        disk.Fill();
        await AssertRefusesAsync("is full: free some space");

        disk.Free();
        await using var process = FeedHubProcess.Start(_folder, Open);
        using var client = await process.ClientAsync();
        Assert.Equal(0, await process.TerminateAsync());
        Assert.Equal("ok", IntegrityCheck());
    }

    [SmallDiskFact]
    public async Task ADataDirectoryThatIsReadOnly_IsAClearErrorAndExitCode1()
    {
        await WriteFeedsAsync();
        using var disk = new SmallDisk(_folder.File("data"), 16);
        disk.MakeReadOnly();
        await AssertRefusesAsync("cannot be written");
    }

    [SmallDiskFact]
    public async Task ADataDirectoryThatHasBecomeReadOnly_IsAClearErrorAndExitCode1()
    {
        await WriteFeedsAsync();
        using var disk = new SmallDisk(_folder.File("data"), 16);
        await using (var first = FeedHubProcess.Start(_folder, Open))
        {
            using var client = await first.ClientAsync();
            Assert.Equal(0, await first.TerminateAsync());
        }

        disk.MakeReadOnly();
        await AssertRefusesAsync("cannot be written");
    }

    [SmallDiskFact]
    public async Task ADiskThatIsFullAtTheStart_IsAClearErrorAndExitCode1()
    {
        await WriteFeedsAsync();
        using var disk = new SmallDisk(_folder.File("data"), 4);
        disk.Fill();
        await AssertRefusesAsync("full");
    }

    private async Task AssertRefusesAsync(string words)
    {
        await using var process = FeedHubProcess.Start(_folder, Open);
        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains(words, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    private string? IntegrityCheck()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("data/feedhub.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }

    private static async Task<(HttpStatusCode Status, string Words)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/healthz/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<int> ItemsAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/stats")).GetProperty("items").GetInt32();

    private void Serve(string path, int items) => _newsroom.Serve(path, Feeds.Rss(path[1..], Enumerable.Range(0, items).Select(n =>
        new Written($"{path}{n}", $"https://paper.example{path}/{n}", $"Story {n} of {path}", Description: new string('x', 1000)))));

    private Task WriteFeedsAsync(params string[] paths) =>
        File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(paths.Select(path => Feeds.Source(_newsroom.Url(path), path[1..]))));
}
