using System.Text.Json;

namespace FeedHub.Sources.Declaration;

/// <summary>UTF-8 JSON, with comments and trailing commas, to a tree with positions.</summary>
internal static class PositionedJsonParser
{
    // feeds.json is four levels deep; the tree is built by recursion, so the depth has to end somewhere.
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 32,
    };

    /// <summary>The root value.</summary>
    /// <exception cref="JsonException">It is not JSON; has the line and the byte in it.</exception>
    /// <exception cref="BadEscapeException">A string is not Unicode text.</exception>
    public static PositionedJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        var root = Value(ref reader);
        // Text after the root value is an error that only a further read finds.
        reader.Read();
        return root;
    }

    private static PositionedJson Value(ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, offset, null, Members(ref reader), []),
            JsonTokenType.StartArray => new(JsonValueKind.Array, offset, null, [], Items(ref reader)),
            JsonTokenType.String => new(JsonValueKind.String, offset, Text(ref reader), [], []),
            JsonTokenType.Number => new(JsonValueKind.Number, offset, null, [], []) { Number = Number(ref reader) },
            JsonTokenType.True => new(JsonValueKind.True, offset, null, [], []),
            JsonTokenType.False => new(JsonValueKind.False, offset, null, [], []),
            _ => new(JsonValueKind.Null, offset, null, [], []),
        };
    }

    private static List<PositionedMember> Members(ref Utf8JsonReader reader)
    {
        var members = new List<PositionedMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, offset) = (Text(ref reader), (int)reader.TokenStartIndex);
            reader.Read();
            members.Add(new(name, offset, Value(ref reader)));
        }

        return members;
    }

    private static List<PositionedJson> Items(ref Utf8JsonReader reader)
    {
        var items = new List<PositionedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        return items;
    }

    private static long? Number(ref Utf8JsonReader reader) => reader.TryGetInt64(out var number) ? number : null;

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // An escape such as \ud83d without its other half: well-formed JSON (RFC 8259 8.2), but no text.
            throw new BadEscapeException((int)reader.TokenStartIndex, e);
        }
    }
}

/// <summary>A string in which a \u escape is half of a character.</summary>
internal sealed class BadEscapeException(int offset, Exception inner) : Exception("half a character", inner)
{
    /// <summary>Byte at which the string starts.</summary>
    public int Offset { get; } = offset;
}
