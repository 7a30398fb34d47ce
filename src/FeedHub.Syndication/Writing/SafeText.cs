using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Writing;

/// <summary>Makes any text fit for every format, so that the three agree character by character.</summary>
public static partial class SafeText
{
    private const string MediaName = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";

    private static readonly char[] LineSpaces = [' ', '\t', '\n', '\u2028', '\u2029'];
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(IsSuspect)]);

    /// <summary>
    /// The text without what XML 1.0 (section 2.2) cannot hold and without C1 controls, which the W3C validator reports; line
    /// ends are <c>\n</c>. U+FFFD, reported too, and half a surrogate pair become a question mark: the reader still sees that
    /// something is missing.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
            return text;
        var kept = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
        {
            if (Fit(rune) is { } fit)
                kept.Append(units[..fit.EncodeToUtf16(units)]);
        }
        return kept.ToString();
    }

    /// <summary>The cleaned text on one line, white space folded and trimmed; empty for null.</summary>
    public static string Line(string? text) =>
        text is null ? "" : string.Join(' ', Clean(text).Split(LineSpaces, StringSplitOptions.RemoveEmptyEntries)).Trim();

    /// <summary>As <see cref="Line"/>, and null where nothing is left.</summary>
    public static string? LineOrNull(string? text) => Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>Type and subtype without parameters, also a range such as <c>image/*</c>; or null if it is not a media type (RFC 6838,
    /// section 4.2).</summary>
    public static string? MediaType(string? declared) =>
        declared is not null && MediaTypePattern().Match(declared) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The tag if it has the shape of BCP 47, else null.</summary>
    public static string? Language(string? declared) =>
        declared?.Trim() is { } tag && LanguagePattern().IsMatch(tag) ? tag : null;

    /// <summary>Plain text as markup, fit for an element and for a quoted attribute.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static bool IsSuspect(char unit) => char.IsSurrogate(unit) || Fit(new Rune(unit)) != new Rune(unit);

    // A lone surrogate arrives here as U+FFFD.
    private static Rune? Fit(Rune rune) => rune.Value switch
    {
        '\t' or '\n' => rune,
        '\r' => new Rune('\n'),
        0x85 => new Rune(' '),
        0xFFFD => new Rune('?'),
        < ' ' or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => null,
        _ => rune,
    };

    [GeneratedRegex($@"^\s*({MediaName}/(?:{MediaName}|\*))\s*(;|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex MediaTypePattern();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguagePattern();
}
