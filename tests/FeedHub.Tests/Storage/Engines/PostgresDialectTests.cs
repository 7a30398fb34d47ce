using FeedHub.Storage.Engines.Postgres;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>What differs between the statements as they are written and as PostgreSQL reads them.</summary>
public sealed class PostgresDialectTests
{
    [Theory]
    [InlineData("UPDATE Items SET Tags = ?2 WHERE Id = ?10", "UPDATE Items SET Tags = $2 WHERE Id = $10")]
    [InlineData("SELECT a.Id FROM A a CROSS JOIN B b ON b.Id = a.Id", "SELECT a.Id FROM A a JOIN B b ON b.Id = a.Id")]
    [InlineData("UPDATE T SET \"By\" = 1", "UPDATE T SET \"by\" = 1")]
    [InlineData("SELECT value FROM json_each(?1)", "SELECT value::text::bigint FROM feedhub_rows($1)")]
    [InlineData("SELECT j.value ->> 0 FROM json_each(?1) j", "SELECT j.value ->> 0 FROM feedhub_rows($1) j")]
    [InlineData("SELECT Value FROM Counters", "SELECT Value FROM Counters")]
    [InlineData("f.SearchWords MATCH @search AND x", "f.Text @@ CAST(@search AS tsquery) AND x")]
    [InlineData("WHERE SearchWords MATCH @search", "WHERE Text @@ CAST(@search AS tsquery)")]
    public void Statements_AreSaidInPostgreSqlsWords(string written, string said) =>
        Assert.Equal(said, PostgresDialect.Instance.Text(written));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\0b", "ab")]
    [InlineData("whole \ud83d\ude00", "whole \ud83d\ude00")]
    public void Text_IsWhatCanBeStored(string text, string stored) => Assert.Equal(stored, PostgresDialect.Instance.Value(text));

    // Halves do not come through the list of a theory.
    [Fact]
    public void HalvesOfCharacters_AreReplaced()
    {
        Assert.Equal("half \ufffd", PostgresDialect.Instance.Value("half \ud83d"));
        Assert.Equal("\ufffd other half", PostgresDialect.Instance.Value("\ude00 other half\0"));
        Assert.Equal("two \ufffd\ufffd", PostgresDialect.Instance.Value("two \ude00\ud83d"));
    }
}
