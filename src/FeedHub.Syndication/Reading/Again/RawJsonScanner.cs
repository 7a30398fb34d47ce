using System.Text;
using System.Text.Json;

namespace FeedHub.Syndication.Reading.Again;

/// <summary>The items of a JSON Feed as stretches of its bytes.</summary>
/// <param name="Places">The place of each.</param>
/// <param name="Titles">The titles of all items and of the feed, as written.</param>
/// <param name="IsOurs">True if an item says that a FeedHub wrote it.</param>
internal sealed record RawJson(List<Range> Places, List<string?> Titles, bool IsOurs);

/// <summary>Goes through the bytes of a JSON Feed (jsonfeed.org) from member to member, and keeps nothing but where its items are and what
/// they are called: how a title is read depends on all of them (<see cref="Formats.JsonTitles"/>).</summary>
/// <param name="json">The feed.</param>
/// <param name="start">Where it begins in its document.</param>
internal ref struct RawJsonScanner(ReadOnlySpan<byte> json, int start)
{
    private static readonly JsonReaderOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private readonly List<Range> _places = [];
    private readonly List<string?> _titles = [];
    private Utf8JsonReader _reader = new(json, Tolerant);
    private bool _isOurs;
    private bool _hasItems;

    /// <summary>What a document has; null where items cannot be told: no JSON, or no feed as it should be.</summary>
    public static RawJson? Scan(ReadOnlySpan<byte> body)
    {
        // The mark of UTF-8 before it stays with the document: it says more than any label.
        var start = body.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!body[start..].TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return null;
        try
        {
            return new RawJsonScanner(body[start..], start).Scan();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken, or half a character in a title: the whole document says what is wrong with it.
            return null;
        }
    }

    private RawJson? Scan()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!Member())
                return null;
        }

        return _hasItems && !_reader.Read() ? new(_places, _titles, _isOurs) : null;
    }

    private bool Member()
    {
        if (_reader.ValueTextEquals("items"u8))
            return Items();
        if (_reader.ValueTextEquals("title"u8))
            return Title();
        _reader.Skip();
        return true;
    }

    // Of two lists the last would count: not what feeds look like.
    private bool Items()
    {
        if (_hasItems || !_reader.Read() || _reader.TokenType != JsonTokenType.StartArray)
            return false;
        _hasItems = true;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.StartObject)
        {
            var from = start + (int)_reader.TokenStartIndex;
            if (!Item())
                return false;
            _places.Add(from..(start + (int)_reader.BytesConsumed));
        }

        return _reader.TokenType == JsonTokenType.EndArray;
    }

    private bool Item()
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.ValueTextEquals("title"u8))
            {
                if (!Title())
                    return false;
                continue;
            }

            _isOurs |= _reader.ValueTextEquals("_feedhub"u8);
            _reader.Skip();
        }

        return true;
    }

    private bool Title()
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return false;
        _titles.Add(_reader.TokenType == JsonTokenType.String ? _reader.GetString() : null);
        return true;
    }
}
