using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Makes valid JSON of what is nearly so, or of the part before the damage.</summary>
internal static partial class JsonMender
{
    // {"items":[{…},{…}: items end where the nesting comes back to the object and its list.
    private const int ItemLevel = 2;

    /// <summary>The text up to the end of its last complete item, with list and object closed; null without such an item.</summary>
    public static string? CloseAfterLastItem(string text)
    {
        int depth = 0, end = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                i = EndOfString(text, i);
            else if (text[i] is '{' or '[')
                depth++;
            else if (text[i] is '}' or ']' && --depth == ItemLevel && text[i] == '}')
                end = i;
        }

        return end < 0 ? null : text[..(end + 1)] + "]}";
    }

    /// <summary>The text with the control characters inside its strings escaped; null if there are none.</summary>
    public static string? EscapeControls(string text)
    {
        StringBuilder? result = null;
        var (from, inString) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
                inString = !inString;
            else if (inString && text[at] == '\\')
                at++;
            else if (inString && text[at] < ' ')
            {
                (result ??= new StringBuilder(text.Length + 64)).Append(text, from, at - from).Append("\\u")
                    .Append(((int)text[at]).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                from = at + 1;
            }
        }

        return result?.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text with each escape that JSON does not know (<c>\'</c>, <c>\x41</c>, <c>\uZZ</c>; RFC 8259 7) as it is written; null
    /// if there is none.</summary>
    public static string? MendEscapes(string text)
    {
        var result = Escape().Replace(text, m => m.Groups[1].Success ? m.Value : m.Value == @"\'" ? "'" : @"\" + m.Value);
        return result == text ? null : result;
    }

    [GeneratedRegex(@"(\\(?:[""\\/bfnrt]|u[0-9a-fA-F]{4}))|\\.?", RegexOptions.Singleline)]
    private static partial Regex Escape();

    /// <summary>The text with U+FFFD for each half of a surrogate pair, escaped or not, which is not a character (RFC 8259 8.2); null if
    /// there is none.</summary>
    public static string? ReplaceLoneSurrogates(string text)
    {
        if (!text.Contains(@"\u", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return null;
        var result = Half().Replace(text, m => m.Groups[1].Success || m.Value[0] != '\\' ? "\uFFFD" : m.Value);
        return result == text ? null : result;
    }

    // Escapes are skipped whole: "\\ud800" is a backslash before letters.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\(u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
            + @"|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Half();

    /// <summary>The place in the text of a place that is given in lines and in bytes of UTF-8.</summary>
    public static int Place(string text, long line, long bytes)
    {
        var at = 0;
        for (; line > 0 && text.IndexOf('\n', at) is var end and >= 0; line--)
            at = end + 1;
        for (; bytes > 0 && at < text.Length; at++)
            bytes -= text[at] < 0x80 ? 1 : text[at] < 0x800 || char.IsSurrogate(text[at]) ? 2 : 3;
        return at;
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\')
                at++;
        }

        return at;
    }
}
