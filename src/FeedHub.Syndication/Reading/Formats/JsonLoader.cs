using System.Text.Json;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Text to JSON, mended where it is cut off.</summary>
internal static class JsonLoader
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static bool LooksLike(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>Reads the feed that the text holds.</summary>
    /// <exception cref="FeedReadException">It holds none.</exception>
    public static ParsedFeed Load(string text, Repairs repairs, Func<JsonElement, ParsedFeed> read)
    {
        using var document = Parse(text, repairs) ?? throw NotAFeed.Because(text);
        return JsonFeedReader.IsFeed(document.RootElement) ? read(document.RootElement) : throw NotAFeed.Because(text);
    }

    private static JsonDocument? Parse(string text, Repairs repairs)
    {
        if (Try(text) is { } whole) return whole;
        repairs.Add("not valid JSON: what came before the damage was read");
        return JsonMender.CloseAfterLastItem(text) is { } closed ? Try(closed) : null;
    }

    private static JsonDocument? Try(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Tolerant);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // ArgumentException: a lone surrogate, which cannot be written as UTF-8.
            return null;
        }
    }
}
