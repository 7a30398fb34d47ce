using System.Runtime.Versioning;
using FeedHub.Storage.Files;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Storage.Files;

/// <summary>A test of file modes, which Windows does not have.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no file modes" : null;
}

/// <summary>What is kept in the data directory is for its owner alone.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Storage", "sqlite")]
public sealed class PrivateFileTests : IDisposable
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task AFirstStart_MakesItsFilesForTheirOwner_AndSoDoesEachOneMadeLater()
    {
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json());
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0");
        using (var client = await process.ClientAsync())
            Assert.True((await client.GetAsync("/hangfire/sources")).IsSuccessStatusCode);

        Assert.Equal([], WrongModes());
        Assert.Contains("feedhub.db-wal", Directory.GetFiles(_folder.File("data")).Select(Path.GetFileName));
        Assert.NotEmpty(Directory.GetFiles(_folder.File("data/keys")));
    }

    [UnixFact]
    public async Task WhatAnEarlierVersionLeftOpen_IsNarrowed_AndWhatComesBesideItIsNarrowToo()
    {
        await using (var first = await TestService.StartAsync(_folder, Feeds.Json()))
            await first.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_folder.File("data/settings.json"), "{}");
        Directory.CreateDirectory(_folder.File("data/replaced-20260101T000000Z"));
        await File.WriteAllTextAsync(_folder.File("data/replaced-20260101T000000Z/feedhub.db"), "old");
        Directory.CreateDirectory(_folder.File("data/mine"), OfFolder | Everybody);
        foreach (var path in Directory.EnumerateFileSystemEntries(_folder.File("data"), "*", SearchOption.AllDirectories)
            .Append(_folder.File("data")))
            File.SetUnixFileMode(
                path,
                (Directory.Exists(path) ? OfFolder | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OfFile) | Everybody);

        await using var service = await TestService.StartAsync(_folder);
        await service.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
        await service.DoAsync("/hangfire/settings", "/hangfire/settings", ("key", "Retention:Days"), ("value", "50"));

        // What is not FeedHub's own is left alone.
        Assert.Equal(["mine"], WrongModes());
    }

    [UnixFact]
    public void AFolderThatIsSharedOnPurpose_IsLeftAsItIs_AndNamed()
    {
        var shared = Directory.CreateDirectory(_folder.File("shared")).FullName;
        File.SetUnixFileMode(shared, OfFolder | Everybody | UnixFileMode.StickyBit);
        Assert.Equal([shared], PrivateFiles.NarrowAll(shared));
        Assert.Equal(OfFolder | Everybody | UnixFileMode.StickyBit, File.GetUnixFileMode(shared));
    }

    private List<string> WrongModes() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.File("data"), "*", SearchOption.AllDirectories).Append(_folder.File("data"))
            .Where(path => File.GetUnixFileMode(path) != (Directory.Exists(path)
                ? OfFolder
                : OfFile)).Select(path => Path.GetFileName(path)).Order(),
    ];
}
