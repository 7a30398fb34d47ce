using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>References to the halves of characters, which programs write that count in UTF-16 ("&amp;#55357;&amp;#56832;").</summary>
internal static partial class Surrogates
{
    /// <summary>Two halves that belong together as their character, all others as U+FFFD (HTML 13.2.5.80).</summary>
    public static string Resolve(string text) => text.Contains("&#", StringComparison.Ordinal) ? Halves().Replace(text, Decoded) : text;

    /// <summary>Text with U+FFFD for what is half a character.</summary>
    public static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Lone().Replace(text, "\uFFFD");

    private static string Decoded(Match halves) =>
        Whole(string.Concat(halves.Groups[1].Captures.Select(half => (char)Number(half.ValueSpan))));

    private static int Number(ReadOnlySpan<char> text) => text[0] is 'x' or 'X'
        ? int.Parse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(?:&#([xX]0{0,4}[dD][89a-fA-F][0-9a-fA-F]{2}|0{0,4}5529[6-9]|0{0,4}55[3-9][0-9]{2}|0{0,4}56[0-9]{3}|0{0,4}57[0-2][0-9]{2}"
        + "|0{0,4}573[0-3][0-9]|0{0,4}5734[0-3]);)+")]
    private static partial Regex Halves();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Lone();
}
