using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedHub.Api;

/// <summary>
/// Reads the bodies of requests: of one that holds a name or a string that is not Unicode text, such as half a surrogate pair
/// (RFC 8259 8.2), it names the property.
/// </summary>
internal sealed class JsonBodyConverter : JsonConverter<JsonElement>
{
    /// <inheritdoc/>
    /// <exception cref="NoTextException">The body holds what is not text.</exception>
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var body = JsonElement.ParseValue(ref reader);
        return FirstBad(body, "") is { } place
            ? throw new NoTextException(
                $"{(place.Length > 0 ? place : "The body")}: holds what is not a character, such as half of a surrogate pair (\\ud800).")
            : body;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    // A body is no deeper than the reader lets it be.
    private static string? FirstBad(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.String => IsText(value.GetString) ? null : place,
        JsonValueKind.Array => value.EnumerateArray().Select((item, at) => FirstBad(item, $"{place}[{at}]")).FirstOrDefault(Is),
        JsonValueKind.Object => value.EnumerateObject().Select(member => FirstBad(member, place)).FirstOrDefault(Is),
        _ => null,
    };

    private static string? FirstBad(JsonProperty member, string place) =>
        IsText(() => member.Name) ? FirstBad(member.Value, place.Length > 0 ? $"{place}.{member.Name}" : member.Name) : place;

    private static bool Is(string? place) => place is not null;

    // That is how System.Text.Json says it.
    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>JSON whose message says all that is to be said: where in it something is not text.</summary>
internal sealed class NoTextException(string message) : JsonException(message);
