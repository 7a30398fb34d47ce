using FeedHub.Demo;

namespace FeedHub.Hosting;

/// <summary>The <c>demo</c> command: the same service over the bundled newsroom, with a data directory of its own that is thrown
/// away.</summary>
internal static class DemoCommand
{
    /// <summary>Runs until it is stopped; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var newsroom = await Newsroom.StartAsync(TimeProvider.System, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("feedhub-demo-");
        try
        {
            return await Start.RunAsync([.. args, .. await SettingsAsync(newsroom, folder.FullName)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // All publishers of the newsroom share one address: the rules for one host would make it look slow.
    private static async Task<string[]> SettingsAsync(Newsroom newsroom, string folder)
    {
        var file = Path.Combine(folder, "feeds.json");
        await File.WriteAllTextAsync(file, newsroom.FeedsJson);
        return
        [
            $"--FeedHub:FeedsFile={file}",
            $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
            "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Polling:PerHost=8",
            "--FeedHub:Polling:HostGap=00:00:00.020",
            "--FeedHub:Articles:HostGap=00:00:00.200",
        ];
    }
}
