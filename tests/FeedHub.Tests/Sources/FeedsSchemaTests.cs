using System.Text.Json;
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
        Assert.Equal(FeedsFileNames.Content, Values(Property("source", "content")));
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

    private JsonElement Definition(string name) => _schema.GetProperty("$defs").GetProperty(name);

    private JsonElement Property(string definition, string name) => Definition(definition).GetProperty("properties").GetProperty(name);

    private static List<string> Names(JsonElement part) => [.. part.GetProperty("properties").EnumerateObject().Select(p => p.Name)];

    private static List<string> Values(JsonElement part) => [.. part.GetProperty("enum").EnumerateArray().Select(v => v.GetString()!)];
}
