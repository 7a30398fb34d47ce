using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Formats;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>JSON as pages hold it: line breaks within strings, comments around it, references of HTML in its texts.</summary>
internal static partial class PageJson
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128,
    };

    /// <summary>The document, or null if it is not JSON even when mended.</summary>
    public static JsonElement? Parse(string text)
    {
        text = Frame().Replace(text, "").Trim().TrimEnd(';');
        if (text.Length == 0 || text[0] is not ('{' or '['))
            return null;
        if (Try(text) is { } whole)
            return whole;
        var mended = JsonMender.EscapeControls(text) ?? text;
        mended = JsonMender.MendEscapes(mended) ?? mended;
        mended = JsonMender.ReplaceLoneSurrogates(mended) ?? mended;
        return Try(mended);
    }

    /// <summary>The same, and what can be saved of a text that is meant to be JSON and is not: then a list of its documents.</summary>
    public static JsonElement? ParseLoose(string text)
    {
        if (Parse(text) is { } whole)
            return whole;
        text = Frame().Replace(text.Contains("&quot;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text, "").Trim();
        return text.Length > 0 && text[0] is '{' or '[' ? Parse(text) ?? Parse(JsonSalvage.ListOf(text)) : null;
    }

    /// <summary>The document that a text begins with, with anything behind it; null if there is none.</summary>
    public static JsonElement? Beginning(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions
        {
            AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Tolerant.MaxDepth,
        });
        try
        {
            return JsonElement.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property that is there and not null.</summary>
    public static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>A property's text as a reader sees it; of a list the first; of an object its name; null if it is anything else.</summary>
    public static string? Text(JsonElement element, string name) => Texts(element, name).FirstOrDefault();

    /// <summary>All texts of a property that is a text, an object with a name, or a list of such.</summary>
    public static IEnumerable<string> Texts(JsonElement element, string name) => Get(element, name) is { } value ? Texts(value) : [];

    /// <inheritdoc cref="Texts(JsonElement, string)"/>
    public static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(String(value)) is { Length: > 0 } text ? [text] : [],
        JsonValueKind.Array => value.EnumerateArray().Take(200).SelectMany(Texts),
        JsonValueKind.Object => Texts(value, "name").Concat(Texts(value, "@value")).Take(1),
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };

    /// <summary>A string as it is, lone surrogates apart; empty if it is none.</summary>
    public static string String(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair has no UTF-16 that JSON would give.
            return "";
        }
    }

    private static string Plain(string text) => Spaces.Fold(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);

    private static JsonElement? Try(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$")]
    private static partial Regex Frame();
}
