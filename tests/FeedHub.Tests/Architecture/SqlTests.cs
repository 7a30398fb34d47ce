using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>SQL is written in FeedHub.Storage alone, and only Hosting says which engine runs it.</summary>
public partial class SqlTests
{
    [Fact]
    public void Sql_IsWrittenInStorageAlone() =>
        Assert.DoesNotContain(RepositoryFile.SourcesOf("src"), path => !IsIn("src/FeedHub.Storage/", path) && HasSql(Code(path)));

    [Fact]
    public void TheEngine_IsNamedInHostingAlone() =>
        Assert.DoesNotContain(
            RepositoryFile.SourcesOf("src/FeedHub"),
            path => !IsIn("src/FeedHub/Hosting/", path) && Code(path).Contains("FeedHub.Storage.Engines", StringComparison.Ordinal));

    // Statements that all engines share stand outside.
    [Fact]
    public void WhatOneEngineAloneHas_IsNamedUnderItsFolderAlone() => Assert.DoesNotContain(
        RepositoryFile.SourcesOf("src"), path => !IsIn("src/FeedHub.Storage/Engines/", path) && OfOneEngine().IsMatch(Code(path)));

    [Theory]
    [InlineData("SELECT seq FROM sqlite_sequence", true)]
    [InlineData("CREATE VIRTUAL TABLE Words USING FTS5(Text)", true)]
    [InlineData("pragma table_info(Stories)", true)]
    [InlineData("SELECT f.xmin FROM Fingerprints f", true)]
    [InlineData("LANGUAGE plpgsql AS $$", true)]
    [InlineData("SELECT pg_try_advisory_lock(1)", true)]
    [InlineData("#pragma warning disable CA1822", false)]
    [InlineData("restore it with pg_restore", false)]
    [InlineData("SELECT rowid FROM SearchWords", false)]
    public void WhatOneEngineAloneHas_IsToldFromOtherWords(string text, bool isOfOne) => Assert.Equal(isOfOne, OfOneEngine().IsMatch(text));

    [Theory]
    [InlineData("session.Execute(\"DELETE FROM Items\");", true)]
    [InlineData("const string Newest = \" ORDER BY SortAt DESC\";", true)]
    [InlineData("connection.Run(\"PRAGMA optimize\");", true)]
    [InlineData("// Where to select what is updated from: WHERE Id = 1", false)]
    [InlineData("items.Where(item => item.Update(values)).Select(Join);", false)]
    public void Sql_IsToldFromOtherCode(string code, bool isSql) => Assert.Equal(isSql, HasSql(WithoutComments(code)));

    private static bool HasSql(string code) => SqlWords().IsMatch(code);

    private static string Code(string path) => WithoutComments(Encoding.UTF8.GetString(RepositoryFile.Read(path)));

    private static string WithoutComments(string source) =>
        string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static bool IsIn(string folder, string path) => path.StartsWith(folder, StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b(SELECT|INSERT|UPDATE|DELETE FROM|WHERE|ORDER BY|GROUP BY|HAVING|JOIN|UNION|VALUES|ON CONFLICT|(CREATE|ALTER"
            + @"|DROP) (TABLE|INDEX|VIRTUAL|TRIGGER)|BEGIN IMMEDIATE|PRAGMA|VACUUM)\b")]
    private static partial Regex SqlWords();

    // pg_dump and pg_restore are programs, which people are told of.
    [GeneratedRegex(
        @"(?<!#)\b(sqlite_\w+|fts5|pragma|total_changes|INSERT OR|AUTOINCREMENT|json_tree|plpgsql|pg_(?!dump\b|restore\b)\w+|xmin|ctid"
            + @"|tsvector|tsquery|SKIP LOCKED)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfOneEngine();
}
