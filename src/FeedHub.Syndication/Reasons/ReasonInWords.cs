using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedHub.Syndication.Reasons;

/// <summary>A reason in an answer to a program: its English words.</summary>
internal sealed class ReasonInWords : JsonConverter<Reason>
{
    /// <inheritdoc/>
    public override Reason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Reason.Sentence(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
