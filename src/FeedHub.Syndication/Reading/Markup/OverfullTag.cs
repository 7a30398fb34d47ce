namespace FeedHub.Syndication.Reading.Markup;

/// <summary>
/// Tells a document with a tag of so many attributes that <see cref="System.Xml.XmlReader"/>, which compares each with the others,
/// would be busy with it for minutes.
/// </summary>
internal static class OverfullTag
{
    private const int Many = 200_000;

    /// <summary>True if more equals signs than that stand between two tags' beginnings.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => IsIn(text, '<', '=');

    /// <inheritdoc cref="IsIn(ReadOnlySpan{char})"/>
    public static bool IsIn(ReadOnlySpan<byte> utf8) => IsIn(utf8, (byte)'<', (byte)'=');

    private static bool IsIn<T>(ReadOnlySpan<T> text, T begin, T equals)
        where T : IEquatable<T>
    {
        while (text.Length > Many)
        {
            var next = text[1..].IndexOf(begin) + 1;
            var run = next == 0 ? text : text[..next];
            if (run.Length > Many && run.Count(equals) > Many)
                return true;
            text = text[run.Length..];
        }

        return false;
    }
}
