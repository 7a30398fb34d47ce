namespace FeedHub.Tests.Hosting;

/// <summary>appsettings.json is followed without watching the folder that holds the data.</summary>
[Trait("Storage", "sqlite")]
public sealed class SettingsWatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AChangedFile_IsRead()
    {
        Write("before");
        var settings = Program.CreateBuilder(["--contentRoot", _folder.Path, $"--FeedHub:DataDirectory={_folder.File("data")}"])
            .Configuration;
        Assert.Equal("before", settings["Some:Setting"]);

        Write("after");

        await TestService.UntilAsync(() => Task.FromResult(settings["Some:Setting"]), value => value == "after");
    }

    // Every write of the database would wake the process: Linux tells of each watch in a file of the process.
    [Fact]
    public async Task NoFolder_IsWatched()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write("before");
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json());
        await using var service = FeedHubProcess.Start(_folder, "--urls=http://127.0.0.1:0");
        using var client = await service.ClientAsync();
        await client.GetStringAsync("/feed.rss");

        var watches = Directory.EnumerateFiles($"/proc/{service.Id}/fdinfo").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("inotify", StringComparison.Ordinal));

        Assert.Empty(watches);
    }

    private void Write(string value) =>
        File.WriteAllText(_folder.File("appsettings.json"), $$"""{ "Some": { "Setting": "{{value}}" } }""");
}
