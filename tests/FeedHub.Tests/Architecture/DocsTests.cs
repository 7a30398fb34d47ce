using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>What the documents name is there.</summary>
public partial class DocsTests
{
    private static readonly string[] Sources = [.. RepositoryFile.SourcesOf("src"), .. RepositoryFile.SourcesOf("tests")];

    public static TheoryData<string> Documents =>
        ["README.md", .. RepositoryFile.FilesOf("docs").Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void SourceFilesThatADocumentNames_AreThere(string document) =>
        Assert.DoesNotContain(
            Named(document),
            name => !Array.Exists(Sources, source => $"/{source}".EndsWith($"/{name}", StringComparison.Ordinal)));

    [Fact]
    public void ADocumentThatNamesFiles_IsFoundToNameThem() => Assert.Contains("Polling/Poller.cs", Named("docs/architecture.md"));

    private static IEnumerable<string> Named(string document) =>
        SourceNames().Matches(Encoding.UTF8.GetString(RepositoryFile.Read(document))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"`([\w./]+\.(?:cs|razor))`")]
    private static partial Regex SourceNames();
}
