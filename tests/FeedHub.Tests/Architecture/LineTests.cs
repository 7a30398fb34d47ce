using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>What RCS0056 does not look at, comments, long literals and tests, keeps to the columns of .editorconfig too.</summary>
public partial class LineTests
{
    private const int Columns = 140;
    private const string Raw = "\"\"\"";

    [Fact]
    public void NoLine_IsLongerThanTheColumnsOfTheHouse() => Assert.Empty(LongLines("src", _ => false));

    // Feeds and pages within tests stand as they were published.
    [Fact]
    public void NoLineOfTests_IsLonger_ButForADocumentThatItQuotes() =>
        Assert.Empty(LongLines("tests", line => line.Contains(Raw, StringComparison.Ordinal) || LongLiteral().IsMatch(line)));

    private static IEnumerable<string> LongLines(string folder, Func<string, bool> quotes) =>
        from path in RepositoryFile.SourcesOf(folder)
        where Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains("/Migrations/", StringComparison.Ordinal)
        let lines = Encoding.UTF8.GetString(RepositoryFile.Read(path)).TrimStart('\uFEFF').Split('\n')
        from line in lines.Index().Where(line => line.Item.Length > Columns)
        where !quotes(line.Item) && (folder == "src" || !IsQuoted(lines, line.Index))
        select $"{path}:{line.Index + 1}";

    // Within a raw literal: more of them were begun before than were ended.
    private static bool IsQuoted(string[] lines, int line) => lines.Take(line).Sum(before => before.Split(Raw).Length - 1) % 2 == 1;

    [GeneratedRegex(@"""(?:\\.|[^""\\]){60,}")]
    private static partial Regex LongLiteral();
}
