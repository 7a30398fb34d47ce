using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication;

/// <summary>How much of what a stranger writes is kept and shown. What is longer is cut, or left out where a part of it would be
/// wrong.</summary>
public static class Bounds
{
    /// <summary>Most UTF-16 units of a title, a name, a word of a category, or a line of words about a source.</summary>
    public const int Line = 1000;

    /// <summary>Most members of a list of an item: authors, categories, attachments.</summary>
    public const int List = 100;

    /// <summary>Most characters of an address. A part of one leads elsewhere, so a longer one is left out.</summary>
    public const int Address = 4096;

    /// <summary>Most characters of a language tag: those of RFC 5646 (4.4.1) have 35, with room for extensions.</summary>
    public const int LanguageTag = 100;

    /// <summary>Most characters of a media type: two names of 127 (RFC 6838, section 4.2) and a slash.</summary>
    public const int MediaType = 255;

    private const string Mark = "…";

    /// <summary>The text, or as much of it as fits with an ellipsis behind it; a character that people see as one is not split.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="max">Most UTF-16 units of the result, the ellipsis among them; at least 1.</param>
    public static string Cut(string text, int max = Line) =>
        text.Length <= max ? text : text[..WholeCharacters(text, max)].TrimEnd() + Mark;

    /// <inheritdoc cref="Cut"/>
    public static string? CutOrNull(string? text, int max = Line) => text is null ? null : Cut(text, max);

    /// <summary>The text where it is short enough, else null: for what means something else once it is cut.</summary>
    public static string? WholeOrNull(string? text, int max) => text?.Length <= max ? text : null;

    /// <summary>
    /// What an id is stored and shown as: itself, or <c>sha256:</c> and its hash in hexadecimal where it is longer than <see cref="Line"/>.
    /// Equal ids stay equal and different ones different, as no cut would leave them.
    /// </summary>
    public static string? Id(string? published) => published is null or { Length: <= Line }
        ? published
        : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(published)));

    /// <summary>The first <see cref="List"/> of the texts, each within <see cref="Line"/>, without the repeats that cutting
    /// makes.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<string> texts) => [.. texts.Take(List).Select(text => Cut(text)).Distinct()];

    /// <summary>The first <see cref="List"/> of the files whose addresses are within <see cref="Address"/>.</summary>
    public static IReadOnlyList<Enclosure> Files(IEnumerable<Enclosure> files) =>
        [.. files.Where(file => file.Url.Length <= Address).Take(List)
            .Select(file => file with { Type = WholeOrNull(file.Type, MediaType), Title = CutOrNull(file.Title) })];

    /// <summary>
    /// The markup, or its beginning where it is longer: cut before the tag or the reference that does not fit. What was open there
    /// stays open, so it is to be sanitised before anybody sees it.
    /// </summary>
    /// <param name="html">Markup.</param>
    /// <param name="maxBytes">Most bytes of it in UTF-8.</param>
    public static string Markup(string html, int maxBytes)
    {
        // No unit takes more than three bytes.
        if (html.Length <= maxBytes / 3 || Encoding.UTF8.GetByteCount(html) <= maxBytes)
            return html;
        var end = Units(html, maxBytes);
        var (open, close) = (html.LastIndexOf('<', end - 1, end), html.LastIndexOf('>', end - 1, end));
        if (open > close)
            return html[..open];
        var reference = html.LastIndexOf('&', end - 1, Math.Min(end, LongestReference));
        return html[..(reference >= 0 && html.IndexOf(';', reference, end - reference) < 0 ? reference : end)];
    }

    // "&CounterClockwiseContourIntegral;"
    private const int LongestReference = 34;

    private static int WholeCharacters(string text, int max)
    {
        var end = 0;
        for (var room = max - Mark.Length; end < room;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end, max + 1 - end));
            if (end + length > room)
                break;
            end += length;
        }

        // Hundreds of marks on one letter are not a character that anybody reads: there only pairs stay whole.
        return end * 2 > max ? end : max - Mark.Length - (max > 1 && char.IsHighSurrogate(text[max - Mark.Length - 1]) ? 1 : 0);
    }

    // As many units as fit, pairs whole.
    private static int Units(string text, int maxBytes)
    {
        var (units, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                return units;
            units += rune.Utf16SequenceLength;
        }

        return units;
    }
}
