namespace FeedHub.Syndication.Reading.Markup;

/// <summary>
/// Tells a document with a tag of so many attributes that <see cref="System.Xml.XmlReader"/>, which compares each with the others,
/// would be busy with it for minutes.
/// </summary>
internal static class OverfullTag
{
    private const int Many = 200_000;

    /// <summary>True if more equals signs than that stand between two tags' beginnings.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var next = text[1..].IndexOf('<') + 1;
            var run = next == 0 ? text : text[..next];
            if (run.Length > Many && run.Count('=') > Many)
                return true;
            text = text[run.Length..];
        }

        return false;
    }
}
