using System.Text.Json;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Members of JSON objects, read with good will.</summary>
internal static class JsonValues
{
    // Objects in objects are followed this far for a text.
    private const int MaxDepth = 3;

    private static readonly string[] TextMembers = ["rendered", "value", "text", "name", "title", "url", "#text", "_"];

    /// <summary>The member, or null if there is no object or no such member.</summary>
    public static JsonElement? Get(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The member as a text: also a number, or the text inside an object; null if there is none.</summary>
    public static string? Text(this JsonElement parent, string name) => parent.Get(name)?.AsText(TextMembers);

    /// <summary>The members of a list; a lone value where a list belongs is a list of one.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement parent, string name) => parent.Get(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } or null => [],
        { } lone => [lone],
    };

    /// <summary>The element as a text; of an object the first of the members that is one.</summary>
    public static string? AsText(this JsonElement element, params string[] members) => AsText(element, members, MaxDepth);

    private static string? AsText(JsonElement element, string[] members, int depth) => element.ValueKind switch
    {
        JsonValueKind.String => Values.NotEmpty(element.GetString()),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Object when depth > 0 => members.Select(m => element.Get(m) is { } inner ? AsText(inner, members, depth - 1) : null)
            .FirstOrDefault(t => t is not null),
        JsonValueKind.Array when depth > 0 => element.EnumerateArray().Select(e => AsText(e, members, depth - 1))
            .FirstOrDefault(t => t is not null),
        _ => null,
    };
}
