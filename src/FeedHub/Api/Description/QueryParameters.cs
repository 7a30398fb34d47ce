using System.Globalization;
using System.Text.Json.Nodes;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>The parameters that feeds, page and lists share, as the OpenAPI document describes them.</summary>
internal static class QueryParameters
{
    /// <summary>All filters of stories.</summary>
    public static OpenApiParameter[] OfStories =>
        [Category, Source, Folder, Language, Coverage, Group, Search, Order, Dates, Titles, Limit, Before];

    /// <summary>Filters of items.</summary>
    public static OpenApiParameter[] OfItems =>
    [
        Source,
        new()
        {
            Name = "story", In = ParameterLocation.Query, Description = "A story's id: only its items.", Example = JsonValue.Create(4711),
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" },
        },
        Limit,
        Before,
    ];

    /// <summary>What a briefing can be asked for.</summary>
    public static OpenApiParameter[] OfBriefing =>
    [
        Text("at", "Times of day of the editions, 1 to 12, by commas.", "06:00,18:00"),
        Text("zone", "Their zone, of the IANA time zone database; Publishing:TimeZone if absent.", "Asia/Jakarta"),
        Category, Source, Folder, Language, Coverage, Search,
    ];

    /// <summary>What the list of events can be asked for.</summary>
    public static OpenApiParameter[] OfCoverage => [Limit, Before];

    /// <summary>Which feed of one's own.</summary>
    public static OpenApiParameter Slug => new()
    {
        Name = "slug", In = ParameterLocation.Path, Required = true, Example = JsonValue.Create("sport-sumatra"),
        Description = "The feed's slug, as /api/feeds lists it.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Category =>
        Many("category", "A category's slug; several mean any of them; -sport excludes.", "politics");

    private static OpenApiParameter Source => Many(
        "source",
        "A source's id; several mean any of them; one that begins with - excludes what it has. /api/sources lists them.",
        "antara");

    private static OpenApiParameter Folder => Many(
        "folder",
        "A folder with its subfolders; several mean any of them; -Regional excludes. /api/sources has that of each source.",
        "Regional/Sumatra");

    private static OpenApiParameter Language =>
        Many("language", "BCP 47; several mean any of them, and a tag also means its subtags; -en excludes.", "id");

    private static OpenApiParameter Search => new()
    {
        Name = "q", In = ParameterLocation.Query, Example = JsonValue.Create("banjir OR \"flood warning\" -drill"),
        Description = "Full-text search in titles, texts and names of original publishers: every word, \"a phrase\", OR, -word (also "
            + "alone), begin*; case and accents do not count.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Order =>
        One("order", "found (the default): by arrival; published: by the publisher's date; top: by how many sources report the event, "
            + "decaying, one entry an event, calculated each quarter of an hour.", "found", "published", "top");

    private static OpenApiParameter Coverage => new()
    {
        Name = "coverage", In = ParameterLocation.Query, Example = JsonValue.Create(3),
        Description = "Only stories of events that at least so many sources report.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer, Format = "int32", Minimum = "2",
            Maximum = StoryFilter.MostSources.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static OpenApiParameter Group =>
        One("group", "event: one entry an event, led by the best of its stories, the others listed.", "event");

    private static OpenApiParameter Dates => One("dates", "found: entries of the feeds have their arrival as their date.", "found");

    private static OpenApiParameter Titles =>
        One("titles", "source: entries of the feeds have their source's title before the headline.", "source");

    private static OpenApiParameter Limit => new()
    {
        Name = "limit", In = ParameterLocation.Query, Description = "How many on a page.", Example = JsonValue.Create(20),
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = StoryFilter.MaxLimit
                .ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(StoryFilter.DefaultLimit),
        },
    };

    private static OpenApiParameter Before => new()
    {
        Name = "before", In = ParameterLocation.Query, Description
            = "Where the page begins: opaque, taken from the next page's address of the page before.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Text(string name, string words, string example) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = words, Example = JsonValue.Create(example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter One(string name, string words, params string[] values) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = words, Example = JsonValue.Create(values[0]),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] },
    };

    private static OpenApiParameter Many(string name, string words, string example) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = words, Explode = true, Style = ParameterStyle.Form, Example
            = new JsonArray(example),
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
            MaxItems = StoryFilterReader.MaxValues
        },
    };
}
