using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Again;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling.Sending;

/// <summary>A poll as it is sent to the node that stores.</summary>
/// <param name="Started">The start of the poll, by that node's clock.</param>
/// <param name="Fetched">What came, without its body.</param>
/// <param name="Read">What was read of it, and prepared.</param>
internal sealed record PackedPoll(DateTimeOffset Started, FetchResult Fetched, PackedRead Read);

/// <summary><see cref="FeedReadResult"/> as it is sent, with a hash of the rules that its items' categories are from.</summary>
internal sealed record PackedRead(
    Reason? Error, ParsedFeed? Feed, PackedDocument? Document, string? BodyHash, IReadOnlyList<string> OfferedFeeds, Reason? WhyNothing,
    ListSelectors? FoundSelectors, long Rules)
{
    /// <summary>For sending.</summary>
    public static PackedRead Of(FeedReadResult read, long rules) => new(
        read.Error,
        read.Feed is { } feed ? feed with { Items = [], RawHashes = null } : null,
        read.Document is { } document ? PackedDocument.Of(document) : null,
        read.BodyHash,
        read.OfferedFeeds,
        read.WhyNothing,
        read.FoundSelectors,
        rules);

    /// <summary>As it was.</summary>
    /// <param name="late">Reads an item that was not read before.</param>
    /// <param name="taggerVersion">Of this process for the same rules.</param>
    public FeedReadResult Unpack(Func<ParsedItem, ItemReading> late, long taggerVersion) =>
        new(Error, Feed, Document?.Unpack(Feed!.Repeated ?? RepeatedSentences.None, late), BodyHash)
        {
            OfferedFeeds = OfferedFeeds,
            WhyNothing = WhyNothing,
            FoundSelectors = FoundSelectors,
            TaggerVersion = taggerVersion,
        };
}

/// <summary><see cref="ReadyDocument"/> as it is sent.</summary>
internal sealed record PackedDocument(
    IReadOnlyList<PackedItem> Items, IdentityPolicy Identity, Reason? IdentityNote, IReadOnlyList<long[]?>? Places, byte[]? Last)
{
    /// <summary>For sending.</summary>
    public static PackedDocument Of(ReadyDocument document) => new(
        [.. document.Items.Select(PackedItem.Of)], document.Identity, document.IdentityNote, document.Places, document.Last?.ToBytes());

    /// <summary>As it was.</summary>
    public ReadyDocument Unpack(RepeatedSentences repeated, Func<ParsedItem, ItemReading> late) =>
        new([.. Items.Select(item => item.Unpack(repeated, late))], Identity, IdentityNote)
        {
            Places = Places,
            Last = LastDocument.FromBytes(Last),
        };
}

/// <summary><see cref="ReadyItem"/> as it is sent; without a reading where it was known unchanged, and not read.</summary>
internal sealed record PackedItem(
    ParsedItem Item, IReadOnlyList<ItemKey> Keys, string? CanonicalUrl, long ContentHash, ItemReading? Reading)
{
    /// <summary>For sending.</summary>
    public static PackedItem Of(ReadyItem item) => new(
        item.Identified.Item, item.Identified.Keys, item.Identified.CanonicalUrl, item.ContentHash, item.ReadSoFar);

    /// <summary>As it was.</summary>
    public ReadyItem Unpack(RepeatedSentences repeated, Func<ParsedItem, ItemReading> late) =>
        new(new(Item with { Repeated = repeated }, Keys, CanonicalUrl), ContentHash, item => Reading ?? late(item));
}
