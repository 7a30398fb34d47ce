namespace FeedHub.Syndication.Reading.Html;

/// <summary>The attributes of one tag (HTML 13.2.5.32 to 13.2.5.40).</summary>
internal static class TagAttributes
{
    // No picture has so many on purpose; those behind are ignored.
    private const int Most = 100;

    /// <summary>Attributes by name with their references resolved; of several of one name the first.</summary>
    /// <param name="tag">A start tag from its &lt; to its &gt;.</param>
    public static Dictionary<string, string> Of(ReadOnlySpan<char> tag)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = After(tag, tag.IndexOfAny(" \t\r\n\f/"));
        while (result.Count < Most && (rest = rest.TrimStart(" \t\r\n\f/\"'=")) is not ([] or ['>', ..]))
        {
            var name = Until(rest, " \t\r\n\f/>=");
            rest = rest[name.Length..].TrimStart();
            var value = rest is ['=', ..] ? Value(ref rest) : [];
            result.TryAdd(name.ToString(), References.Resolve(value.ToString()));
        }

        return result;
    }

    private static ReadOnlySpan<char> Value(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart();
        var isQuoted = rest is ['"' or '\'', ..];
        var value = isQuoted ? Until(rest[1..], rest[..1]) : Until(rest, " \t\r\n\f>");
        rest = After(rest, value.Length + (isQuoted ? 2 : 0));
        return value;
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, ReadOnlySpan<char> ends)
    {
        var length = text.IndexOfAny(ends);
        return length < 0 ? text : text[..length];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, int length) =>
        length < 0 || length > text.Length ? [] : text[length..];
}
