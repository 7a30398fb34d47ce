using Microsoft.OpenApi;

namespace FeedHub.Publishing;

/// <summary>The shape of the merged feed as JSON (JSON Feed 1.1), as the OpenAPI document says it.</summary>
internal static class JsonFeedSchema
{
    private const JsonSchemaType Text = JsonSchemaType.String;

    /// <summary>The whole document.</summary>
    public static OpenApiSchema Whole() => Object(
        ["version", "title", "home_page_url", "feed_url", "items"],
        ("version", Of(Text)), ("title", Of(Text)), ("description", Of(Text)), ("home_page_url", Of(Text, "uri")), ("feed_url", Of(
            Text,
            "uri")),
        ("next_url", Of(Text, "uri")), ("language", Of(Text)),
        ("hubs", List(Object(["type", "url"], ("type", Of(Text)), ("url", Of(Text, "uri"))))), ("items", List(Item())));

    private static OpenApiSchema Item() => Object(
        ["id", "url", "title", "date_published", "date_modified", "authors", "tags", "_feedhub"],
        ("id", Of(Text, "uri")), ("url", Of(Text, "uri")), ("title", Of(Text)), ("content_html", Of(Text)), ("content_text", Of(
            Text)), ("summary", Of(Text)),
        ("image", Of(Text, "uri")), ("date_published", Of(Text, "date-time")), ("date_modified", Of(Text, "date-time")),
        ("authors", List(Object(["name"], ("name", Of(Text)), ("url", Of(Text, "uri"))))), ("tags", List(Of(Text))), ("language", Of(Text)),
        ("attachments", List(
            Object(["url", "mime_type"], ("url", Of(Text, "uri")), ("mime_type", Of(Text)), ("title", Of(Text)),
                ("size_in_bytes", Of(JsonSchemaType.Integer)),
                ("duration_in_seconds", Of(JsonSchemaType.Number))))),
        ("_feedhub", Extension()));

    private static OpenApiSchema Extension() => Object(
        ["about", "source", "authors", "first_seen", "categories", "publisher_categories", "also"],
        ("about", Of(Text, "uri")), ("source", Source(("feed_url", Of(Text, "uri")))), ("authors", List(Of(Text))),
        ("first_seen", Of(Text, "date-time")),
        ("categories", List(
            Object(["slug", "confidence", "why"], ("slug", Of(Text)), ("confidence", Of(JsonSchemaType.Number)), ("why", Of(Text))))),
        ("publisher_categories", List(Of(Text))),
        ("origin", Object([], ("title", Of(Text)), ("url", Of(Text, "uri")))),
        ("coverage", Object(
            ["id", "stories", "sources"],
            ("id", Of(Text)), ("stories", Of(JsonSchemaType.Integer)), ("sources", Of(JsonSchemaType.Integer)))),
        ("also", List(Object(
            ["title", "source", "why"],
            ("id", Of(Text)), ("url", Of(Text, "uri")), ("title", Of(Text)), ("source", Source()), ("why", Of(Text))))));

    private static OpenApiSchema Source(params (string Name, OpenApiSchema Schema)[] more) =>
        Object(["id", "title"], [("id", Of(Text)), ("title", Of(Text)), .. more]);

    private static OpenApiSchema Object(string[] required, params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Required = required.ToHashSet(),
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
    };

    private static OpenApiSchema List(OpenApiSchema members) => new() { Type = JsonSchemaType.Array, Items = members };

    private static OpenApiSchema Of(JsonSchemaType type, string? format = null) => new() { Type = type, Format = format };
}
