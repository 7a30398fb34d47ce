using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FeedHub.Fetching;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling.Sending;

/// <summary>What nodes send each other by way of the database, as bytes: JSON, quickly compressed.</summary>
internal static class PackedBytes
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters =
        {
            new As<Reason, string>(reason => reason.Stored, Reason.FromStored),
            new As<Fingerprint, byte[]>(print => print.ToBytes(), bytes => Fingerprint.FromBytes(bytes)),
            new As<RepeatedSentences, byte[]>(repeated => repeated.ToBytes(), RepeatedSentences.FromBytes),
        },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutBody } },
    };

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, value, Options);
        return bytes.ToArray();
    }

    /// <summary>The value of the bytes.</summary>
    /// <exception cref="JsonException">They are of no such value.</exception>
    public static T Read<T>(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, Options) ?? throw new JsonException("There is no value.");
    }

    // What was read of it is there; the bytes are not needed any more.
    private static void WithoutBody(JsonTypeInfo type)
    {
        if (type.Type != typeof(FetchResult))
            return;
        foreach (var property in type.Properties.ToList())
        {
            if (property.Name is nameof(FetchResult.Body) or nameof(FetchResult.BodyMemory) or nameof(FetchResult.Sitemap))
                type.Properties.Remove(property);
        }
    }

    private sealed class As<T, TStored>(Func<T, TStored> write, Func<TStored, T?> read) : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(JsonSerializer.Deserialize<TStored>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, write(value), options);
    }
}
