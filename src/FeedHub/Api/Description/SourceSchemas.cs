using FeedHub.Model.Sources.Properties;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>What the OpenAPI document says of sources, by the table of their properties.</summary>
internal static class SourceSchemas
{
    private const JsonSchemaType Nullable = JsonSchemaType.Null;

    /// <summary>Describes <see cref="SourceChange"/> as a whole, and of <see cref="ApiSource"/> what has no member.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(SourceChange))
            schema.Properties = Change();
        else if (context.JsonTypeInfo.Type == typeof(ApiSource))
            foreach (var property in ApiSource.More)
                schema.Properties![property.Name] = Of(property);
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiSchema> Change()
    {
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["url"] = Text("http or https address of a feed, or of a site with one; needed to add a source."),
        };
        foreach (var property in SourceProperties.All)
            properties[property.Name] = Of(property);
        properties["identity"] = Text("What its items are recognised by: guid or link; null: FeedHub's choice.");
        return properties;
    }

    private static OpenApiSchema Of(SourceProperty property) => property switch
    {
        CategoriesProperty => new()
        {
            Type = JsonSchemaType.Array | Nullable,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = property.Meaning,
        },
        HeadersProperty => new()
        {
            Type = JsonSchemaType.Object | Nullable,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = property.Meaning + " Never shown again.",
        },
        SelectorsProperty => new()
        {
            Type = JsonSchemaType.Object | Nullable,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = property.Meaning,
        },
        FlagProperty => new() { Type = JsonSchemaType.Boolean | Nullable, Description = property.Meaning },
        _ => Text(property.Meaning),
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String | Nullable, Description = description };
}
