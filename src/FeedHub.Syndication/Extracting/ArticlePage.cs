using FeedHub.Syndication.Extracting.Body;
using FeedHub.Syndication.Extracting.Facts;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Extracting;

/// <summary>Reads the article on a page.</summary>
public static class ArticlePage
{
    /// <summary>The article with all that the page tells of it.</summary>
    /// <param name="body">The page as it came.</param>
    /// <param name="contentType">Its Content-Type, or null.</param>
    /// <param name="address">Where it was found, after redirects.</param>
    /// <param name="now">The present, against which years of two digits are read.</param>
    /// <param name="zone">The zone of dates for which the page names none, or null where it is not known.</param>
    public static Article Read(ReadOnlyMemory<byte> body, string? contentType, Uri address, DateTimeOffset now, TimeZoneInfo? zone = null)
    {
        var html = PageDecoder.Decode(body, contentType);
        var root = PageTree.Of(html);
        var facts = PageFacts.Of(root, address);
        var title = Headlines.Of(facts);
        facts = facts.With(title);
        var found = BodyFinder.Find(root, title ?? "", facts.Data.Body);
        var text = found.Text;
        var language = PageLanguage.Of(facts, title, text);
        facts = facts with
        {
            IsIndonesian = language == "id" || language?.StartsWith("id-", StringComparison.Ordinal) == true,
            TextEnd = found.Lines.LastOrDefault(line => !line.IsDropped)?.Parts[^1],
        };
        var headed = new HeadedData(facts);
        var dates = new ArticleDates(facts, headed, zone, now);
        var authors = new Authors(facts, Credits.Of(facts.Lines), headed);
        var addresses = new PageAddresses(facts);
        return new Article
        {
            Html = text.Length == 0 ? null : HtmlText.Sanitise(BodyHtml.Of(found), address),
            Text = text.Length == 0 ? null : text,
            Title = title,
            Authors = authors.Writers,
            Editors = authors.Editors,
            Published = dates.Published(),
            Modified = dates.Modified(),
            Section = Sections.Of(facts, title),
            Keywords = Keywords.Of(facts, title + " " + text),
            Language = language,
            Picture = addresses.Picture,
            Canonical = addresses.Canonical,
            Next = addresses.Next,
            Whole = addresses.Whole,
            IsFree = facts.Data.IsFree,
            Nothing = text.Length > 0 ? null : facts.Lines.Count == 0 ? NoArticle.NoWords : NoArticle.NoText,
        };
    }
}
