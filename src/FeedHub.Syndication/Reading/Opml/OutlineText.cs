namespace FeedHub.Syndication.Reading.Opml;

/// <summary>Names in a subscription list: plain text in most, markup in some (OPML 2.0, "text").</summary>
internal static class OutlineText
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";

    /// <summary>Plain text; what markup would make nothing of stays as it is written. Null if there is none.</summary>
    public static string? Plain(string? written)
    {
        // Some programs escape the whole section that a feed's title stands in.
        var text = WithoutSections(written ?? "");
        return HtmlText.ToPlainText(text) is { Length: > 0 } plain ? plain : text.Trim() is { Length: > 0 } kept ? kept : null;
    }

    private static string WithoutSections(string text) => !text.Contains(SectionStart, StringComparison.OrdinalIgnoreCase)
        ? text
        : text.Replace(SectionStart, "", StringComparison.OrdinalIgnoreCase).Replace(SectionEnd, "", StringComparison.Ordinal);
}
