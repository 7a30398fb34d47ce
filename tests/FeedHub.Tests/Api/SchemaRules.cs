using System.Text.Json;

namespace FeedHub.Tests.Api;

/// <summary>JSON against the part of JSON Schema that our OpenAPI document uses. A broken rule is a line that names the place.</summary>
internal sealed class SchemaRules(JsonElement document)
{
    /// <summary>Everything about the value that its schema does not allow; a property that it does not know is one.</summary>
    public IEnumerable<string> Broken(JsonElement value, JsonElement schema, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Broken(value, Referenced(reference.GetString()!), place);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Any(choice => !Broken(value, choice, place).Any())
                ? []
                : [$"{place} is not one of the values allowed"];
        return [.. Type(value, schema, place), .. Children(value, schema, place)];
    }

    private JsonElement Referenced(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Type(JsonElement value, JsonElement schema, string place)
    {
        if (!schema.TryGetProperty("type", out var type))
            return [$"{place} has no type in its schema"];
        string[] allowed = type.ValueKind == JsonValueKind.Array
            ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
            : [type.GetString()!];
        return allowed.Any(name => Is(value, name)) ? [] : [$"{place} is {value.ValueKind} and should be {string.Join(" or ", allowed)}"];
    }

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };

    private IEnumerable<string> Children(JsonElement value, JsonElement schema, string place) => value.ValueKind switch
    {
        JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
            .SelectMany((item, n) => Broken(item, items, $"{place}[{n}]")),
        JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) =>
        [
            .. Required(schema).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}.{name} is missing"),
            .. value.EnumerateObject().SelectMany(p => properties.TryGetProperty(p.Name, out var its)
                ? Broken(p.Value, its, $"{place}.{p.Name}")
                : [$"{place}.{p.Name} is not in the schema"]),
        ],
        _ => [],
    };

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
}
