using System.Text.Json;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>An object of a page's data that has the page's headline.</summary>
/// <param name="value">The object.</param>
/// <param name="places">The list whose places it names, where its data is written so; else null.</param>
internal sealed class HeadedObject(JsonElement value, JsonElement[]? places)
{
    /// <summary>Its properties with their names in words.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Properties =>
        value.EnumerateObject().Select(property => (NameOf(property), property.Value));

    /// <summary>A text, or the one at the place that is named; null where it is neither.</summary>
    public string? Meant(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.Number => Placed(told) ?? told.GetRawText(),
        JsonValueKind.String => PageJson.String(told),
        _ => null,
    };

    /// <summary>The value itself, or what stands at the place that it names.</summary>
    public JsonElement At(JsonElement told) => told.ValueKind == JsonValueKind.Number ? Place(told) ?? told : told;

    /// <summary>"_17": the name at place 17.</summary>
    public string NameOf(JsonProperty property) =>
        property.Name.StartsWith('_') && int.TryParse(property.Name.AsSpan(1), out var place) && place >= 0 && place < places?.Length
            ? PageJson.String(places[place]) : property.Name;

    // Also ["Date", "2026-11-20"].
    private string? Placed(JsonElement number) => Place(number) switch
    {
        { ValueKind: JsonValueKind.String } text => PageJson.String(text),
        { ValueKind: JsonValueKind.Array } date when date.GetArrayLength() == 2 => PageJson.String(date[1]),
        _ => null,
    };

    private JsonElement? Place(JsonElement told) =>
        told.TryGetInt32(out var place) && place >= 0 && place < places?.Length ? places[place] : null;
}
