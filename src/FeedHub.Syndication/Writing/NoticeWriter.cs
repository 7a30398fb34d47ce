using System.Globalization;

namespace FeedHub.Syndication.Writing;

/// <summary>A message of FeedHub's own. It never changes once it is written.</summary>
/// <param name="Id">Absolute URI, for ever.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When; no two of a feed have the same millisecond.</param>
/// <param name="Link">Where to look, an absolute address.</param>
public sealed record Notice(string Id, string Title, string Text, DateTimeOffset At, string Link);

/// <summary>A feed of such messages.</summary>
/// <param name="Id">Absolute URI, for ever.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Self">The address that it was asked for at.</param>
/// <param name="Page">The page that it belongs to.</param>
/// <param name="Notices">Newest first.</param>
public sealed record NoticeFeed(string Id, string Title, string Self, string Page, IReadOnlyList<Notice> Notices);

/// <summary>Writes messages of FeedHub's own as Atom 1.0 (RFC 4287).</summary>
public static class NoticeWriter
{
    // An error of a thousand characters, and what is done about it.
    private const int MaxText = 2 * Bounds.Line;

    // Stands for "no entry yet", which Atom has no word for; the epoch would be reported as implausible.
    private static readonly DateTimeOffset Never = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>UTF-8 bytes of the document, without BOM; nothing in them comes from the clock.</summary>
    public static byte[] Write(NoticeFeed feed) => FeedXml.Document(FeedNamespaces.Atom, xml =>
    {
        xml.Start("feed");
        xml.Value("id", feed.Id);
        xml.Text("title", Bounds.Cut(SafeText.Line(feed.Title)), ("type", "text"));
        xml.Value("updated", Date(feed.Notices.Select(n => n.At).DefaultIfEmpty(Never).Max()));
        xml.Empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", feed.Page));
        xml.Empty("link", ("rel", "self"), ("type", "application/atom+xml"), ("href", feed.Self));
        xml.Start("author");
        xml.Text("name", "FeedHub");
        xml.End();
        foreach (var notice in feed.Notices)
            Entry(xml, notice);
        xml.End();
    });

    private static void Entry(FeedXml xml, Notice notice)
    {
        xml.Start("entry");
        xml.Value("id", notice.Id);
        xml.Text("title", Bounds.Cut(SafeText.Line(notice.Title)), ("type", "text"));
        xml.Empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", notice.Link));
        xml.Value("published", Date(notice.At));
        xml.Value("updated", Date(notice.At));
        xml.Text("summary", Bounds.Cut(SafeText.Line(notice.Text), MaxText), ("type", "text"));
        xml.End();
    }

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
