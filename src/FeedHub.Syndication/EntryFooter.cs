namespace FeedHub.Syndication;

/// <summary>
/// What FeedHub adds below the text of an entry, such as "Also in". It stands in an element that another FeedHub knows and leaves out. No
/// publisher's text has that element: sanitising takes its class away.
/// </summary>
public static class EntryFooter
{
    private const string Start = "<div class=\"feedhub-more\">";
    private const string End = "</div>";

    /// <summary>The text with the footer below it.</summary>
    /// <param name="text">The entry's own markup, or null.</param>
    /// <param name="footer">Markup without a <c>div</c>.</param>
    public static string Below(string? text, string footer) => text + Start + footer + End;

    /// <summary>The text without its footer, or as it is where it has none; null where nothing else is in it.</summary>
    /// <param name="html">Markup of an entry that a FeedHub wrote, or null.</param>
    public static string? Without(string? html)
    {
        if (html is null || !html.AsSpan().TrimEnd().EndsWith(End, StringComparison.Ordinal))
            return html;
        return html.LastIndexOf(Start, StringComparison.Ordinal) switch
        {
            < 0 => html,
            0 => null,
            var at => html[..at],
        };
    }
}
