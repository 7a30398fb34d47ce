using System.Text;

namespace FeedHub.Syndication.Reading.Robots;

/// <summary>One rule: a path from its beginning on, with <c>*</c> for anything and <c>$</c> for the end (RFC 9309 2.2.3).</summary>
/// <param name="Pattern">In the spelling of <see cref="Normalise"/>.</param>
/// <param name="IsAllowed">Whether it allows or forbids.</param>
internal sealed record RobotsRule(string Pattern, bool IsAllowed)
{
    /// <summary>How exact it is: the octets of its pattern.</summary>
    public int Length => Pattern.Length;

    /// <summary>Whether a path is meant. Linear in both for each star.</summary>
    public bool Matches(string path)
    {
        var isWhole = Pattern.EndsWith('$');
        var pattern = isWhole ? Pattern.AsSpan(0, Pattern.Length - 1) : Pattern;
        var (at, next, star, resume) = (0, 0, -1, 0);
        while (at < path.Length)
        {
            if (next == pattern.Length && !isWhole)
                return true;
            if (next < pattern.Length && pattern[next] == '*')
                (star, resume, next) = (next, at, next + 1);
            else if (next < pattern.Length && pattern[next] == path[at])
                (at, next) = (at + 1, next + 1);
            else if (star >= 0)
                (next, resume, at) = (star + 1, resume + 1, resume + 1);
            else
                return false;
        }

        return pattern[next..].Trim('*').IsEmpty;
    }

    /// <summary>One spelling of a path: what is not ASCII in percent escapes, these in capitals, and none that need not be (RFC 9309
    /// 2.2.2).</summary>
    public static string Normalise(string path)
    {
        var result = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && Escaped(bytes, i) is { } value)
            {
                Append(result, value, isEscaped: true);
                i += 2;
            }
            else
            {
                Append(result, bytes[i], isEscaped: false);
            }
        }

        return result.ToString();
    }

    private static byte? Escaped(byte[] bytes, int at) =>
        char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2])
            ? Convert.FromHexString(Encoding.ASCII.GetString(bytes, at + 1, 2))[0]
            : null;

    // Letters, digits and the marks that mean nothing by themselves (RFC 3986 2.3) need no escape; others keep the one that they have.
    private static void Append(StringBuilder result, byte value, bool isEscaped)
    {
        var isPlain = char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
        if (isPlain || (!isEscaped && value is > 0x20 and < 0x7F))
            result.Append((char)value);
        else
            result.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
    }
}
