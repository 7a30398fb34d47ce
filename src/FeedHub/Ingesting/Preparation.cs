using System.Globalization;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>From items as identified to items ready to be stored: categories, drop rules, fingerprint and hash, all outside the
/// writer.</summary>
public sealed class Preparation(ParsedFeed feed, IngestSource source, Tagger tagger, DropBook drops, Fingerprinter fingerprinter,
    DateTimeOffset now)
{
    private readonly string? _language = source.Language ?? feed.Language;

    /// <summary>Prepares the items of a whole document; what is known unchanged stays as it is.</summary>
    public ReadyDocument Prepare(IdentifiedDocument identified)
    {
        var document = new ReadyDocument([.. identified.Items.Select(Prepare)], identified.Policy, identified.Note);
        return identified.IsEachItsOwn ? ListingMerge.In(document, feed, source.Known) : document;
    }

    /// <summary>Prepares items again that were identified before.</summary>
    public ReadyDocument Again(ReadyDocument document) =>
        document with { Items = [.. document.Items.Select(item => Prepare(item.Identified))] };

    /// <summary>Prepares an item with what its page tells, known by what its feed says of it.</summary>
    public ReadyItem Whole(IdentifiedItem identified, long contentHash)
    {
        var ready = new ReadyItem(identified, contentHash, Read);
        _ = ready.Reading;
        return ready;
    }

    private ReadyItem Prepare(IdentifiedItem identified)
    {
        var ready = new ReadyItem(identified, ItemIdentity.Hash(Parts(identified.Item, feed.Format), '\u001f'), Read);
        if (!source.Known.ContentHashes.Contains(ready.ContentHash))
            _ = ready.Reading;
        return ready;
    }

    /// <summary>Reads what an item's text tells.</summary>
    public ItemReading Read(ParsedItem item)
    {
        // Publishers who leave a field empty often have it in the text ("Reporter : Tedy").
        var text = ItemText.Of(item, source.TimeZone, now);
        var known = item with
        {
            Authors = item.Authors.Count == 0
            ? text.Authors
            : item.Authors,
            Language = item.Language ?? _language ?? text.Language
        };
        var (tags, lessons) = tagger.TagAndLearn(known, source.Tagged, text);
        return new(
            tags,
            lessons,
            known.Authors,
            item.Published ?? item.Updated ?? text.Published,
            known.Language,
            Site.Same(item.Page, source.Site),
            text.Text.Length,
            TextDigest.Of(item.Title, text.Text),
            fingerprinter.Of(item.Title, text.Text),
            drops.RuleFor(known, source.Tagged, () => text.Text));
    }

    // What a list page appends to an address changes with each look.
    private static IEnumerable<string?> Parts(ParsedItem item, FeedFormat format) =>
    [
        item.Id, item.Title, format == FeedFormat.Page ? WantedArticles.WithoutParameters(item.Page) : item.Page,
        item.SummaryHtml, item.ContentHtml, item.Image?.Url, item.Language,
        item.IsDateVague ? null : Text(item.Published), Text(item.Updated),
        .. item.Authors, "\u001e", .. item.Categories, "\u001e", .. item.Enclosures.Select(e => e.Url),
        .. item.Enclosures.Select(e => e.Title).OfType<string>(),
        .. item.Origin is { } origin ? ["\u001e", origin.Title, origin.Url] : Array.Empty<string?>(),
    ];

    private static string? Text(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
