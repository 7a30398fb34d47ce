using FeedHub.Sources.Exporting;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Sources;

/// <summary>The file that an export compares with is read again only where it may be another one.</summary>
public sealed class FileOnDiskTests : IDisposable
{
    private static readonly DateTime Morning = new(2026, 11, 1, 6, 0, 0, DateTimeKind.Utc);
    private readonly TempFolder _folder = new();
    private readonly FileOnDisk _disk = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatIsTheSame_IsReadOnce_AndOneThatIsWrittenAgain_IsReadAgain()
    {
        var first = _disk.Read(Written("One", Morning));
        Assert.Same(first, _disk.Read(Written("One", Morning)));
        Assert.Equal("Two", _disk.Read(Written("Two", Morning.AddSeconds(1))).File!.Title);
        Assert.Equal("Three", _disk.Read(Written("Three", Morning.AddSeconds(1))).File!.Title);
        GC.KeepAlive(first);
    }

    [Fact]
    public void AFileThatWasWrittenJustNow_IsNotKept_AndOneThatIsGone_IsAnError()
    {
        var path = Written("One", DateTime.UtcNow);
        var first = _disk.Read(path);
        Assert.NotSame(first, _disk.Read(path));
        File.Delete(path);
        Assert.NotEmpty(_disk.Read(path).Errors);
        GC.KeepAlive(first);
    }

    private string Written(string title, DateTime at)
    {
        var path = _folder.File("feeds.json");
        File.WriteAllText(path, $$"""{ "title": "{{title}}", "sources": [] }""");
        File.SetLastWriteTimeUtc(path, at);
        return path;
    }
}
