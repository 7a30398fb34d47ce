using System.Text.Json;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Syndication.Identity;

namespace FeedHub.Api;

/// <summary>Reads a source's properties from a JSON body, by the names that <c>feeds.json</c> has. Null sets a property back to
/// none.</summary>
internal static class SourceEditReader
{
    private const string Url = "url";
    private const string Identity = "identity";

    private static readonly IReadOnlyList<string> Known = [Url, .. SourceProperties.All.Select(property => property.Name), Identity];

    /// <summary>The edit, or what is wrong with the body.</summary>
    public static (SourceEdit? Edit, string? Error) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, "The body must be a JSON object such as { \"url\": \"https://…\" }.");
        var edit = new SourceEdit();
        foreach (var property in body.EnumerateObject())
        {
            if (Apply(edit, property) is not { } next)
                return (null, Known.Contains(property.Name)
                    ? $"{property.Name}: this value is not one that it may have; docs/sources.md says which are"
                    : $"{property.Name}: there is no such property; write one of {string.Join(", ", Known)}");
            edit = next;
        }

        return edit.Problem is { } problem ? (null, problem) : (edit, null);
    }

    private static SourceEdit? Apply(SourceEdit edit, JsonProperty property) => property.Name switch
    {
        Url => Text(property.Value) is { } url ? edit with { Url = url } : null,
        Identity => WithIdentity(edit, property.Value),
        var name => SourceProperties.Find(name) switch
        {
            TextProperty text => Say(edit, text, property.Value),
            CategoriesProperty => Texts(property.Value) is { } slugs ? edit.SayCategories(slugs) : null,
            HeadersProperty => Named(property.Value) is { } headers ? edit.SayHeaders(headers) : null,
            SelectorsProperty when property.Value.ValueKind == JsonValueKind.Null => edit.SaySelectors(new Dictionary<string, string>()),
            SelectorsProperty => Named(property.Value) is { } css ? edit.SaySelectors(css) : null,
            FlagProperty flag when property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False =>
                edit.Say(flag, property.Value.GetBoolean()),
            _ => null,
        },
    };

    private static SourceEdit? Say(SourceEdit edit, TextProperty property, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null when property.Choices.Count == 0 => edit.Say(property, null),
        JsonValueKind.String when property.IsLeftByBlank && string.IsNullOrWhiteSpace(value.GetString()) => edit,
        JsonValueKind.String => edit.Say(property, Spelling(property, value.GetString()!)),
        _ => null,
    };

    private static string Spelling(TextProperty property, string text) =>
        property.Choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;

    private static SourceEdit? WithIdentity(SourceEdit edit, JsonElement value) => value.ValueKind == JsonValueKind.Null
        ? edit with { Identity = null, SaysIdentity = true }
        : Enum.TryParse<IdentityPolicy>(Text(value), ignoreCase: true, out var policy) && Enum.IsDefined(policy)
            ? edit with { Identity = policy, SaysIdentity = true }
            : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string>? Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray()
            .Select(v => v.GetString()!)],
        _ => null,
    };

    private static Dictionary<string, string>? Named(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String)
            ? value.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.GetString()!)
            : null;
}
