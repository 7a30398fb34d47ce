using System.Text;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>What RCS0056 does not look at, comments and long literals, keeps to the columns of .editorconfig too.</summary>
public class LineTests
{
    private const int Columns = 140;

    [Fact]
    public void NoLine_IsLongerThanTheColumnsOfTheHouse() => Assert.Empty(
        from path in RepositoryFile.SourcesOf("src")
        where Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains("/Migrations/", StringComparison.Ordinal)
        from line in Encoding.UTF8.GetString(RepositoryFile.Read(path)).Split('\n').Index()
        where line.Item.TrimStart('\uFEFF').Length > Columns
        select $"{path}:{line.Index + 1}");
}
