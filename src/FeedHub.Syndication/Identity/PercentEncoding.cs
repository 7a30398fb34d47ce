using System.Globalization;
using System.Text;

namespace FeedHub.Syndication.Identity;

/// <summary>One spelling for escapes (RFC 3986 §6.2.2): capital hex digits, and no escape where none is needed.</summary>
internal static class PercentEncoding
{
    // Beyond RFC 3986's unreserved characters: those that no server gives another meaning when escaped.
    private const string Plain = "-._~!$'()*,:@";

    public static string Normalise(string escaped)
    {
        if (!escaped.Contains('%', StringComparison.Ordinal))
            return escaped;
        var result = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
            i += Append(result, escaped.AsSpan(i));
        return result.ToString();
    }

    /// <returns>How many characters it took beyond the first.</returns>
    private static int Append(StringBuilder result, ReadOnlySpan<char> rest)
    {
        if (rest[0] != '%' || rest.Length < 3
            || !byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            result.Append(rest[0]);
            return 0;
        }

        if (char.IsAsciiLetterOrDigit((char)value) || Plain.Contains((char)value, StringComparison.Ordinal))
            result.Append((char)value);
        else
            result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        return 2;
    }
}
