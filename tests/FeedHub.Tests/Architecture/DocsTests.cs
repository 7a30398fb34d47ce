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

    [Theory]
    [MemberData(nameof(Documents))]
    public void PlacesThatADocumentLinksTo_AreThere(string document)
    {
        var links = Links().Matches(Text(document)).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal));
        Assert.DoesNotContain(links, link => !IsThere(document, link));
    }

    [Fact]
    public void TheReadme_IsShort() =>
        Assert.InRange(Text("README.md").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 300, 1000);

    private static bool IsThere(string document, string link)
    {
        var parts = link.Split('#', 2);
        var path = parts[0].Length == 0 ? document : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(document)!, parts[0]));
        return RepositoryFile.Exists(path) && (parts.Length == 1 || Headings(path).Contains(parts[1]));
    }

    private static IEnumerable<string> Headings(string document) =>
        Heading().Matches(Text(document))
            .Select(match => Unwritten().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Text(string document) => Encoding.UTF8.GetString(RepositoryFile.Read(document)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Named(string document) =>
        SourceNames().Matches(Text(document)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"`([\w./]+\.(?:cs|razor))`")]
    private static partial Regex SourceNames();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Unwritten();
}
