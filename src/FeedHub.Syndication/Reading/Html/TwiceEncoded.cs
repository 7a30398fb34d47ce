using System.Text;
using FeedHub.Syndication.Reading.Decoding;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Text that was UTF-8, was read as Latin-1 and written as UTF-8 again ("KÃ¶ln").</summary>
internal static class TwiceEncoded
{
    /// <summary>The text as it was meant, if every non-ASCII character of it can have come about like that; else unchanged.</summary>
    public static string Mend(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') < 0 || text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') >= 0)
            return text;
        var bytes = Encoding.Latin1.GetBytes(text);
        return Utf8Census.Of(bytes).IsValid ? Encoding.UTF8.GetString(bytes) : text;
    }
}
