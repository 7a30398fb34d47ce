using System.Globalization;
using System.Text;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>From items as read to items ready to be stored: identity, categories and hash, all outside the writer.</summary>
public static class Preparation
{
    /// <summary>Prepares a whole document.</summary>
    public static ReadyDocument Prepare(ParsedFeed feed, ReadySource source, Tagger tagger, DateTimeOffset now)
    {
        var identified = ItemIdentity.Identify(feed.Items, source.Identity);
        var declared = source.Language ?? feed.Language;
        var items = identified.Items.Select(item => Prepare(item, declared, source, tagger, now)).ToList();
        return new(items, identified.Policy, identified.Note);
    }

    private static ReadyItem Prepare(IdentifiedItem identified, string? declared, ReadySource source, Tagger tagger, DateTimeOffset now)
    {
        var item = identified.Item;
        var language = item.Language ?? declared;

        // Publishers who leave a field empty often have it in the text ("Reporter : Tedy").
        var text = item.Authors.Count == 0 || item.Published is null || language is null ? ItemText.Of(item, source.TimeZone, now) : null;
        var known = item with { Authors = item.Authors.Count == 0 ? text!.Authors : item.Authors, Language = language ?? text!.Language };
        return new(
            identified,
            tagger.Tag(known, source.Tagged),
            known.Authors,
            item.Published ?? item.Updated ?? text!.Published,
            known.Language,
            ItemIdentity.Hash(Everything(item)))
        {
            Lessons = tagger.Lessons(known, source.Tagged),
        };
    }

    private static string Everything(ParsedItem item)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(item))
            text.Append(part).Append('\u001f');
        return text.ToString();
    }

    private static IEnumerable<string?> Parts(ParsedItem item) =>
    [
        item.Id, item.Title, item.Page, item.SummaryHtml, item.ContentHtml, item.Image?.Url, item.Language,
        Text(item.Published), Text(item.Updated),
        .. item.Authors, "\u001e", .. item.Categories, "\u001e", .. item.Enclosures.Select(e => e.Url),
    ];

    private static string? Text(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
