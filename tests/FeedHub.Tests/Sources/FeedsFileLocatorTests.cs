using FeedHub.Sources;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Sources;

public sealed class FeedsFileLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Locate_InTheWorkingDirectory_GoesBeforeItsParents()
    {
        _folder.File("feeds.json", "{}");
        var near = _folder.File("a/b/feeds.json", "{}");

        Assert.Equal(near, FeedsFileLocator.Locate("feeds.json", Path.GetDirectoryName(near)!).Path);
    }

    [Fact]
    public void Locate_InAParent_IsFound()
    {
        var above = _folder.File("feeds.json", "{}");
        var below = Directory.CreateDirectory(Path.Combine(_folder.Path, "a", "b"));

        Assert.Equal(above, FeedsFileLocator.Locate("feeds.json", below.FullName).Path);
    }

    [Fact]
    public void Locate_FullPath_IsTakenAsItIs()
    {
        var path = _folder.File("elsewhere/my.json", "{}");

        Assert.Equal(path, FeedsFileLocator.Locate(path, Path.GetTempPath()).Path);
    }

    [Fact]
    public void Locate_Nowhere_SaysWhereItLooked()
    {
        var location = FeedsFileLocator.Locate("no-such-feeds.json", _folder.Path);

        Assert.Null(location.Path);
        Assert.Contains($"there is no no-such-feeds.json in {_folder.Path} or a folder above it", location.Error, StringComparison.Ordinal);
    }
}
