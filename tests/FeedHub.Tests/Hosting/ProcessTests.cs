using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FeedHub.Tests.Hosting;

/// <summary>FeedHub as its operator meets it: first lines, exit codes, kills and clear errors.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class ProcessTests : IAsyncLifetime
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

    [Fact]
    public async Task TheFirstLine_NamesFeedPageAndDashboard_AndSigtermEndsItCleanly()
    {
        await WriteFeedsAsync();
        await using var process = FeedHubProcess.Start(_folder, Open);
        using var client = await process.ClientAsync();
        var first = process.Output.Split('\n')[0];

        Assert.Contains("/feed.rss", first, StringComparison.Ordinal);
        Assert.Contains("/hangfire", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/feed.rss")).StatusCode);
        Assert.Equal(0, await process.TerminateAsync());
        Assert.True(File.Exists(_folder.File("data/feedhub.db")));
    }

    [Fact]
    public async Task AsJson_AnEntryOfTheLogHasItsInstant()
    {
        await WriteFeedsAsync("/s0");
        await using var process = FeedHubProcess.Start(_folder, [.. Open, "--Logging:Console:FormatterName=json"]);
        var line = await TestService.UntilAsync(
            () => Task.FromResult(process.Output.Split('\n').SkipLast(1).FirstOrDefault(said => said.StartsWith('{'))),
            said => said is not null);
        using var entry = JsonDocument.Parse(line!);
        Assert.Equal(TimeSpan.Zero, entry.RootElement.GetProperty("Timestamp").GetDateTimeOffset().Offset);
        Assert.Equal(0, await process.TerminateAsync());
    }

    [Fact]
    public async Task KilledAgainAndAgainWhileItTakesItemsIn_EndsAsAnUndisturbedRunDoes()
    {
        const int Kills = 3;
        string[] paths = [.. Enumerable.Range(0, 40).Select(n => $"/s{n}")];
        foreach (var path in paths)
            _newsroom.Serve(path, Feeds.Rss(
                path[1..],
                Enumerable.Range(0, 50)
                    .Select(i => new Written($"{path}:{i}", $"https://paper.example{path}/{i}", $"Story {i} of {path}"))));
        await WriteFeedsAsync(paths);
        var undisturbed = await DumpAsync("--FeedHub:DataDirectory=undisturbed");
        _newsroom.Requests.Clear();

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var process = FeedHubProcess.Start(_folder, Open);
            using var client = await process.ClientAsync();
            await TestService.UntilAsync(() => ItemsAsync(client), items => items >= kill * 500);
            await process.KillAsync();
        }

        Assert.Equal(undisturbed, await DumpAsync());
        Assert.DoesNotContain(paths, path => _newsroom.AskedFor(path).Count(r => !r.IsConditional) > Kills + 1);
        Assert.Equal("ok", IntegrityOf(_folder.File("data/feedhub.db")));
    }

    [Fact]
    public async Task SigtermWhileSlowPollsAreUnderWay_EndsItWithinTenSeconds()
    {
        var arrived = new SemaphoreSlim(0);
        string[] paths = [.. Enumerable.Range(0, 60).Select(n => $"/slow{n}")];
        foreach (var path in paths)
        {
            _newsroom.Answer(path, async context =>
            {
                arrived.Release();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
        }

        await WriteFeedsAsync(paths);
        await using var process = FeedHubProcess.Start(
            _folder,
            [.. Open, "--FeedHub:Polling:PerHost=60", "--FeedHub:Polling:Concurrency=60"]);
        for (var n = 0; n < 32; n++)
            Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)));

        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await process.TerminateAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("{ \"sources\": [\n  { \"url\": \"ftp://a.example/\" }\n] }", "feeds.json:2:")]
    [InlineData(
        "{ \"sources\": [\n  { \"url\": \"https://kabar\u2024pagi.example/f?key=k\" }\n] }",
        "has a character that no host name may have")]
    [InlineData("{ \"sources\": [\n", "feeds.json:")]
    [InlineData(null, "there is no feeds.json")]
    public async Task AFeedsFileThatCannotBeUsed_IsAClearErrorAndExitCode1(string? text, string expected)
    {
        if (text is not null)
            await File.WriteAllTextAsync(_folder.File("feeds.json"), text);
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0");
        await AssertEndsAsync(process, expected);
    }

    [Fact]
    public async Task APortInUse_IsAClearErrorAndExitCode1()
    {
        await WriteFeedsAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var process = FeedHubProcess.Start(_folder, "--urls", $"http://{taken.LocalEndpoint}");
        await AssertEndsAsync(process, $"http://{taken.LocalEndpoint}: another program uses that port");
    }

    [Fact]
    public async Task ADamagedDatabase_IsReportedAndLeftAsItIs()
    {
        await WriteFeedsAsync();
        Directory.CreateDirectory(_folder.File("data"));
        byte[] damaged = [.. Enumerable.Range(0, 8192).Select(i => (byte)(i * 7))];
        await File.WriteAllBytesAsync(_folder.File("data/feedhub.db"), damaged);
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0");

        await AssertEndsAsync(process, "is damaged");
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_folder.File("data/feedhub.db")));
    }

    [Fact]
    public async Task ADataDirectoryThatCannotBeMade_IsAClearErrorAndExitCode1()
    {
        await WriteFeedsAsync();
        await File.WriteAllTextAsync(_folder.File("file"), "");
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0", "--FeedHub:DataDirectory=file/data");
        await AssertEndsAsync(process, "cannot be written");
    }

    [Theory]
    [InlineData("--FeedHub:Storage=postgres", "FeedHub:Storage")]
    [InlineData("--FeedHub:Polling:Timeout=-1", "FeedHub:Polling:Timeout")]
    [InlineData("--FeedHub:Polling:Concurrency=many", "FeedHub:Polling:Concurrency")]
    public async Task ASettingThatCannotBe_IsAClearErrorAndExitCode1(string setting, string expected)
    {
        await WriteFeedsAsync();
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0", setting);
        await AssertEndsAsync(process, expected);
    }

    [Fact]
    public async Task ASecondFeedHubOnTheSameData_IsRefused()
    {
        await WriteFeedsAsync();
        await using var first = FeedHubProcess.Start(_folder, Open);
        using var client = await first.ClientAsync();
        await using var second = FeedHubProcess.Start(_folder, Open);
        await AssertEndsAsync(second, "in use by another FeedHub");
    }

    [Fact]
    public async Task Check_SaysAllThatIsWrong_OrThatAllIsFine()
    {
        await WriteFeedsAsync("/a");
        await using (var fine = FeedHubProcess.Start(_folder, "check"))
            Assert.Equal((0, true), (await fine.ExitCodeAsync(), fine.Output.Contains("1 source", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(
            _folder.File("feeds.json"),
            "{ \"sources\": [\n { \"url\": \"https://a.example/f\" },\n { \"url\": \"https://A.example/f\", \"x\": 1 } ] }");
        await using var wrong = FeedHubProcess.Start(_folder, "check");
        await AssertEndsAsync(wrong, "feeds.json:3:");
        await using var named = FeedHubProcess.Start(_folder, "check", _folder.File("other.json", "{ \"sources\": [ 1 ] }"));
        await AssertEndsAsync(named, "other.json:1:");
    }

    private static async Task AssertEndsAsync(FeedHubProcess process, string words)
    {
        Assert.Equal(1, await process.ExitCodeAsync());
        Assert.Contains(words, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    /// <summary>Runs it until all 2,000 items are there; returns what a program sees of them, without what is each run's own.</summary>
    private async Task<string> DumpAsync(params string[] settings)
    {
        await using var process = FeedHubProcess.Start(_folder, [.. Open, .. settings]);
        using var client = await process.ClientAsync();
        await TestService.UntilAsync(() => ItemsAsync(client), items => items >= 2000);
        var lines = new List<string>();
        for (var page = "/api/stories?limit=500"; page is not null;)
        {
            var list = await client.GetFromJsonAsync<JsonElement>(page);
            lines.AddRange(list.GetProperty("items").EnumerateArray().Select(story => string.Join(' ', story.GetProperty("items")
                .EnumerateArray()
                .Select(
                    item =>
                        $"{item.GetProperty("source")} {item.GetProperty("id")} {item.GetProperty("url")} {item.GetProperty("title")}"))));
            page = list.GetProperty("next").GetString();
        }

        Assert.Equal(0, await process.TerminateAsync());
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string? IntegrityOf(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }

    private static async Task<int> ItemsAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/stats")).GetProperty("items").GetInt32();

    private Task WriteFeedsAsync(params string[] paths) =>
        File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(paths.Select(path => Feeds.Source(_newsroom.Url(path), path[1..]))));
}
