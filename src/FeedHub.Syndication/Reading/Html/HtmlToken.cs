namespace FeedHub.Syndication.Reading.Html;

internal enum HtmlTokenKind
{
    Text,
    Start,
    End,

    /// <summary>A comment, a declaration, or the frame of a CDATA section: not for readers.</summary>
    Unread,
}

/// <summary>One piece of HTML between two places of its text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">A tag's name as written; else empty.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="IsEmpty">A start tag that is closed in itself ("&lt;br/&gt;").</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, string Name, int Start, int End, bool IsEmpty = false);
