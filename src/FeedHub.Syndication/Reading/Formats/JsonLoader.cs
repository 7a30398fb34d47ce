using System.Text.Json;
using FeedHub.Syndication.Reading.Decoding;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Text to JSON, mended where it is cut off.</summary>
internal static class JsonLoader
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64
    };

    public static bool LooksLike(DocumentText text) => text.First.Value is '{' or '[';

    /// <summary>Reads the feed that the text holds.</summary>
    /// <exception cref="FeedReadException">It holds none.</exception>
    public static ParsedFeed Load(string text, Repairs repairs, Func<JsonElement, ParsedFeed> read)
    {
        using var document = Parse(text, repairs) ?? throw NotAFeed.Because(text);
        return JsonFeedReader.IsFeed(document.RootElement) ? read(document.RootElement) : throw NotAFeed.Because(text);
    }

    private static JsonDocument? Parse(string text, Repairs repairs)
    {
        if (JsonMender.ReplaceLoneSurrogates(text) is { } sound)
        {
            repairs.Add(ReasonCode.LoneSurrogates);
            text = sound;
        }

        if (Try(text, out var damage) is { } whole)
            return whole;
        if (JsonMender.EscapeControls(text) is { } escaped)
        {
            repairs.Add(ReasonCode.JsonControls);
            text = escaped;
            if (Try(text, out damage) is { } mended)
                return mended;
        }

        if (JsonMender.MendEscapes(text) is { } spelled)
        {
            repairs.Add(ReasonCode.JsonEscapes);
            text = spelled;
            if (Try(text, out damage) is { } mended)
                return mended;
        }

        if (EndsEarly(text, damage))
            repairs.AddCut(ReasonCode.JsonEndsEarly);
        else
            repairs.Add(ReasonCode.JsonDamaged);
        return JsonMender.CloseAfterLastItem(text[..Math.Min(damage, text.Length)]) is { } closed ? Try(closed, out _) : null;
    }

    private static bool EndsEarly(string text, int damage) =>
        text.AsSpan().TrimEnd() is var whole && (damage >= whole.Length || whole is not [.., '}' or ']']);

    private static JsonDocument? Try(string text, out int damage)
    {
        try
        {
            damage = text.Length;
            return JsonDocument.Parse(text, Tolerant);
        }
        catch (JsonException e)
        {
            damage = JsonMender.Place(text, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            return null;
        }
    }
}
