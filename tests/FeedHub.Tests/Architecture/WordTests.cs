using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>Code, comments and documents are written in plain present-day English.</summary>
public partial class WordTests
{
    private static readonly string[] Kinds = [".cs", ".razor", ".md", ".js", ".css"];

    [Fact]
    public void NoSentence_HasWordsOfAnotherTime() => Assert.Empty(
        from path in new[] { "src", "tests", "docs" }.SelectMany(RepositoryFile.FilesOf).Append("README.md")
        where Kinds.Contains(Path.GetExtension(path)) && !path.EndsWith($"{nameof(WordTests)}.cs", StringComparison.Ordinal)
        from line in Encoding.UTF8.GetString(RepositoryFile.Read(path)).Split('\n').Index()
        where OldWord().IsMatch(line.Item) || NoAsNot().IsMatch(line.Item)
        select $"{path}:{line.Index + 1}: {line.Item.Trim()}");

    // The same where the end of a line stands between its words.
    [Fact]
    public void NoSentence_SaysIsNo_OverTheEndOfALine() => Assert.Empty(
        from path in new[] { "src", "tests", "docs" }.SelectMany(RepositoryFile.FilesOf).Append("README.md")
        where Kinds.Contains(Path.GetExtension(path))
        from Match match in NoAsNotOverLines().Matches(Encoding.UTF8.GetString(RepositoryFile.Read(path)))
        select $"{path}: {match.Value}");

    [GeneratedRegex(
        @"\b(anew|whoever|whatever|whence|whereof|hitherto|albeit|thereof|herein|lest|upon|shall|is none of (?!th(is|at) name)|dear on purpose)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OldWord();

    // A thing that "is no such thing" is not one: plain English says the latter.
    [GeneratedRegex(
        @"(?<!there |// |\* )\b(is|are) no (?!longer|more|fewer|less|wider|deeper|other|such)\w",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoAsNot();

    [GeneratedRegex(
        @"(?<!there )\b(is|are)\r?\n[ \t]*(///? |\* |> )?no (?!longer|more|fewer|less|wider|deeper|other|such)\w+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoAsNotOverLines();
}
