using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>Tests lie where their subject lies in src: a folder of tests has a namesake there, and its files its namespace.</summary>
public sealed partial class MirrorTests
{
    // Tests of the house itself, and documents.
    private static readonly string[] Helpers = ["FeedHub.Tests/Architecture", "FeedHub.Syndication.Tests/Corpus"];

    // FeedHub.Tests has the tests of these projects too, each in a folder of its name.
    private static readonly string[] Projects = ["Model", "Storage"];

    private static readonly HashSet<string> Rooms = [.. RepositoryFile.SourcesOf("src").Select(FolderOf).SelectMany(Around)];

    // The benchmarks are programs, and mirror nothing.
    private static IEnumerable<string> Files => RepositoryFile.SourcesOf("tests").Select(path => path["tests/".Length..])
        .Where(path => path.Split('/')[0].EndsWith(".Tests", StringComparison.Ordinal));

    [Fact]
    public void EveryFolder_HasANamesakeInSrc() => Assert.DoesNotContain(
        Files.Select(FolderOf).Distinct(),
        folder => folder.Contains('/') && !Helpers.Contains(folder) && !Rooms.Contains(SubjectOf(folder)));

    [Fact]
    public void EveryFile_HasTheNamespaceOfItsFolder() => Assert.Empty(
        from file in Files
        let name = Namespace().Match(Encoding.UTF8.GetString(RepositoryFile.Read($"tests/{file}"))).Groups["name"].Value
        where name.Length > 0 && name != FolderOf(file).Replace('/', '.')
        select $"{file}: {name}");

    [Theory]
    [InlineData("FeedHub.Tests/Polling", "FeedHub/Polling")]
    [InlineData("FeedHub.Tests/Publishing/Rules", "FeedHub/Publishing")]
    [InlineData("FeedHub.Tests/Model/Sources", "FeedHub.Model/Sources")]
    [InlineData("FeedHub.Syndication.Tests/Reading", "FeedHub.Syndication/Reading")]
    public void TheSubjectOfAFolder_IsARoomOfItsProject(string folder, string subject)
    {
        Assert.Equal(subject, SubjectOf(folder));
        Assert.Contains(subject, Rooms);
    }

    [Fact]
    public void AFolderOfNoRoom_IsFound() => Assert.DoesNotContain(SubjectOf("FeedHub.Tests/Service"), Rooms);

    // A room is a top folder; how its tests are sorted below that is their own.
    private static string SubjectOf(string folder)
    {
        var names = folder.Split('/');
        var project = names[0][..^".Tests".Length];
        return project == "FeedHub" && Projects.Contains(names[1])
            ? string.Join('/', [$"{project}.{names[1]}", .. names.Skip(2).Take(1)])
            : $"{project}/{names[1]}";
    }

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    // "src/FeedHub/Sources/Adding" is "FeedHub", "FeedHub/Sources" and "FeedHub/Sources/Adding".
    private static IEnumerable<string> Around(string folder)
    {
        var names = folder.Split('/');
        return Enumerable.Range(2, names.Length - 1).Select(count => string.Join('/', names[1..count]));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
