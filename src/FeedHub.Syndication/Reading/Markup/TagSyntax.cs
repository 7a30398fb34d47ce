using System.Xml;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Names and attributes as tolerantly as a browser reads them.</summary>
internal static class TagSyntax
{
    // A tag longer than this is a stray < before a lot of text.
    private const int MaxTag = 64 * 1024;

    /// <summary>No element has so many on purpose; those behind are ignored.</summary>
    public const int MaxAttributes = 200;

    public static bool IsNameStart(char c) => XmlConvert.IsStartNCNameChar(c) || c == ':';

    public static string Name(string text, int at)
    {
        var end = at;
        while (end < text.Length && (XmlConvert.IsNCNameChar(text[end]) || text[end] == ':'))
            end++;
        return text[at..end];
    }

    /// <summary>The start tag at <paramref name="at"/> and the place after it, or null if it is not a tag.</summary>
    public static (MarkupToken Token, int End)? ReadStart(string text, int at, TextMender mender)
    {
        var limit = Math.Min(text.Length, at + MaxTag);
        var name = Name(text, at + 1);
        var attributes = new List<KeyValuePair<string, string>>();
        var quotes = new QuoteFinder(text, limit);
        var i = at + 1 + name.Length;
        while (true)
        {
            while (i < limit && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '\'' or '='))
                i++;
            if (i >= limit)
                return null;
            if (text[i] == '<')
                return IsCutTag(text, i, attributes) ? (MarkupToken.OfStart(name, attributes, false) with { IsCut = true }, i) : null;
            if (text[i] == '>')
                return (MarkupToken.OfStart(name, attributes, false), i + 1);
            if (text[i] == '/' && i + 1 < limit && text[i + 1] == '>')
                return (MarkupToken.OfStart(name, attributes, true), i + 2);
            i = IsNameStart(text[i]) ? ReadAttribute(text, i, limit, attributes, mender, quotes) : i + 1;
        }
    }

    private static int ReadAttribute(
        string text,
        int at,
        int limit,
        List<KeyValuePair<string, string>> attributes,
        TextMender mender,
        QuoteFinder quotes)
    {
        var name = Name(text, at);
        var i = SkipSpace(text, at + name.Length, limit);
        if (i >= limit || text[i] != '=')
            return i;
        i = SkipSpace(text, i + 1, limit);
        if (i >= limit)
            return i;
        var (start, end, next) = text[i] is '"' or '\'' ? Quoted(quotes, i, limit) : Bare(text, i, limit);
        if (attributes.Count < MaxAttributes)
            attributes.Add(new(name, mender.Resolve(text.AsSpan(start, end - start))));
        return next;
    }

    private static (int Start, int End, int Next) Quoted(QuoteFinder quotes, int at, int limit) =>
        quotes.EndOf(at) is { } end ? (at + 1, end, end + 1) : (at + 1, limit, limit);

    // With an attribute it is a tag that lacks its end; without, a < in a text.
    private static bool IsCutTag(string text, int at, List<KeyValuePair<string, string>> attributes) =>
        attributes.Count > 0 && at + 1 < text.Length && (IsNameStart(text[at + 1]) || text[at + 1] == '/');

    private static (int Start, int End, int Next) Bare(string text, int at, int limit)
    {
        var length = text.AsSpan(at, limit - at).IndexOfAny(" \t\r\n><");
        var end = length < 0 ? limit : at + length;
        return (at, end, end);
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
