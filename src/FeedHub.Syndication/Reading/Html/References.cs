using System.Net;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Character references of HTML.</summary>
internal static class References
{
    /// <summary>
    /// References resolved once. Numbers in the C1 range mean windows-1252 (HTML 13.2.5.80), as what wrote them did.
    /// </summary>
    public static string Resolve(string text) => FixC1(WebUtility.HtmlDecode(Surrogates.Resolve(text)));

    /// <summary>C1 control characters, which no text has on purpose, as the windows-1252 characters that were meant.</summary>
    public static string FixC1(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0)
            return text;
        return string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Fix(source[i]);
        });
    }

    private static char Fix(char c) =>
        c is >= '\u0080' and <= '\u009F' ? Decoding.CharsetNames.Windows1252.GetString([(byte)c])[0] : c;
}
