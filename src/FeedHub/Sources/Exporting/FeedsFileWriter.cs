using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Sources.Exporting;

/// <summary>Writes <c>feeds.json</c> as a person would: a source on a line, and nothing that is the default anyway.</summary>
internal static class FeedsFileWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>The file's text, with a line feed at its end.</summary>
    public static string Write(FeedsFile file)
    {
        var members = new List<string>();
        if (file.Schema is { } schema)
            members.Add($"  \"$schema\": {Json(schema)}");
        members.Add($"  \"title\": {Json(file.Title)}");
        if (file.Description.Length > 0)
            members.Add($"  \"description\": {Json(file.Description)}");
        members.Add(List("sources", file.Sources.Select(Source)));
        if (file.Categories.Count > 0)
            members.Add(List("categories", file.Categories.Select(Rule)));
        if (file.Drop.Count > 0)
            members.Add(List("drop", file.Drop.Select(Rule)));
        if (file.Feeds.Count > 0)
            members.Add(List("feeds", file.Feeds.Select(Feed)));
        return new StringBuilder("{\n").AppendJoin(",\n", members).Append("\n}\n").ToString();
    }

    /// <summary>The rules alone, as an object with <c>categories</c> and <c>drop</c>.</summary>
    public static string WriteRules(IReadOnlyList<CategoryRule> categories, IReadOnlyList<DropRule> drop) =>
        $"{{\n{List("categories", categories.Select(Rule))},\n{List("drop", drop.Select(Rule))}\n}}\n";

    /// <summary>A part of a file, as it stands on a page.</summary>
    public static string OnOneLine(JsonNode part) => part.ToJsonString(Options);

    private static string List(string name, IEnumerable<string> objects) =>
        objects.ToList() is { Count: > 0 } lines ? $"  \"{name}\": [\n    {string.Join(",\n    ", lines)}\n  ]" : $"  \"{name}\": []";

    private static string Source(SourceEntry source) => Object(
    [
        ("url", Json(source.Url)),
        .. SourceProperties.All.Where(p => !IsIdle(p, source.Declared))
            .Select(p => (p.Name, p.IsUsual(source.Declared) ? null : Value(p, source.Declared))),
    ]);

    // Selectors of what was a page once would be refused.
    private static bool IsIdle(SourceProperty property, DeclaredSource declared) =>
        property is SelectorsProperty && declared.Kind != SourceKind.Page;

    private static string? Value(SourceProperty property, DeclaredSource declared) => property switch
    {
        CategoriesProperty => declared.Categories is [var one] ? Json(one) : Texts(declared.Categories),
        HeadersProperty => Object(
            [.. declared.Headers.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => (h.Key, (string?)Json(h.Value)))]),
        SelectorsProperty => Object([.. SelectorsProperty.Of(declared).Select(css => (css.Key, (string?)Json(css.Value)))]),
        FlagProperty flag => flag.Of(declared) ? "true" : "false",
        _ => property.TextOf(declared) is { } text ? Json(text) : null,
    };

    private static string Rule(CategoryRule rule) => Object([("slug", Json(rule.Slug)), .. Conditions(rule)]);

    private static string Rule(DropRule rule) => Object(Conditions(rule));

    private static (string Name, string? Value)[] Conditions(RuleConditions rule) =>
    [
        ("title", rule.Title is { } title ? Json(title) : null),
        ("any", TextsOrNone(rule.Any)),
        ("all", TextsOrNone(rule.All)),
        ("none", TextsOrNone(rule.None)),
        ("in", rule.In.SequenceEqual(RuleConditions.UsualPlaces) ? null : Texts(rule.In)),
        ("sources", TextsOrNone(rule.Sources)),
    ];

    private static string Feed(OwnFeed feed) => Object(
        ("slug", Json(feed.Slug)),
        ("title", feed.Title is { } title ? Json(title) : null),
        ("description", feed.Description is { } description ? Json(description) : null),
        ("filter", feed.Filter is { } filter ? Json(filter) : null),
        ("order", feed.Order is { } order ? Json(order) : null),
        ("limit", feed.Limit?.ToString(CultureInfo.InvariantCulture)));

    private static string Object(params (string Name, string? Value)[] members) =>
        $"{{ {string.Join(", ", members.Where(m => m.Value is not null).Select(m => $"{Json(m.Name)}: {m.Value}"))} }}";

    private static string? TextsOrNone(IReadOnlyList<string> texts) => texts.Count == 0 ? null : Texts(texts);

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Json))}]";

    private static string Json(string text) => JsonSerializer.Serialize(text, Options);
}
