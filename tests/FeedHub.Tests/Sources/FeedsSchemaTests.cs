using System.Text.Json;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources.Declaration;

namespace FeedHub.Tests.Sources;

/// <summary>An editor goes by the schema, FeedHub by its reader: the two say the same.</summary>
public sealed class FeedsSchemaTests
{
    private readonly JsonElement _schema = JsonDocument.Parse(RepositoryFile.Read("src/FeedHub/feeds.schema.json")).RootElement;

    [Fact]
    public void Schema_HasTheReadersProperties()
    {
        Assert.Equal(FeedsFileNames.File, Names(_schema));
        Assert.Equal(FeedsFileNames.Source, Names(Definition("source")));
        Assert.Equal(FeedsFileNames.Rule, Names(Definition("rule")));
        Assert.Equal(FeedsFileNames.Feed, Names(Definition("feed")));
    }

    [Fact]
    public void Schema_AllowsNoOtherProperties() =>
        Assert.All(
            [_schema, Definition("source"), Definition("rule"), Definition("feed")],
            part => Assert.False(part.GetProperty("additionalProperties").GetBoolean()));

    [Fact]
    public void Schema_HasTheReadersValues()
    {
        Assert.Equal(FeedsFileNames.RuleIn, Values(Property("rule", "in").GetProperty("items")));
    }

    [Fact]
    public void Schema_HasThe17Topics()
    {
        var slugs = Values(Definition("category").GetProperty("anyOf")[0]);

        Assert.Equal(17, slugs.Count);
        Assert.Equal(FeedsFiles.Topics.Order(), slugs.Order());
    }

    [Fact]
    public void Schema_DescribesEveryProperty() =>
        Assert.All(
            [_schema, Definition("source"), Definition("rule"), Definition("feed")],
            part => Assert.All(
                part.GetProperty("properties").EnumerateObject(),
                p => Assert.True(p.Value.TryGetProperty("description", out _), p.Name)));

    [Fact]
    public void Schema_SaysOfASourceWhatItsTableSays()
    {
        foreach (var property in SourceProperties.All)
        {
            var written = Property("source", property.Name);
            Assert.Equal(property.Meaning, written.GetProperty("description").GetString());
            if (property is TextProperty { Choices: [var usual, ..] choices })
            {
                Assert.Equal(choices, Values(written));
                Assert.Equal(usual, written.GetProperty("default").GetString());
            }
        }
    }

    [Fact]
    public void TheDocs_HaveARowForEachPropertyOfASource()
    {
        IEnumerable<string> lines = System.Text.Encoding.UTF8.GetString(RepositoryFile.Read("docs/sources.md")).Split('\n');
        var rows = lines.SkipWhile(line => line != "| property of a source | meaning |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(FeedsFileNames.Source, rows.Select(row => row.Split('`')[1]));
    }

    private JsonElement Definition(string name) => _schema.GetProperty("$defs").GetProperty(name);

    private JsonElement Property(string definition, string name) => Definition(definition).GetProperty("properties").GetProperty(name);

    private static List<string> Names(JsonElement part) => [.. part.GetProperty("properties").EnumerateObject().Select(p => p.Name)];

    private static List<string> Values(JsonElement part) => [.. part.GetProperty("enum").EnumerateArray().Select(v => v.GetString()!)];
}
