using System.Xml.Linq;
using FeedHub.Syndication.Reading.Again;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Reading.Decoding;
using FeedHub.Syndication.Reading.Formats;
using FeedHub.Syndication.Reading.Markup;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading;

/// <summary>Bytes of one document in, a <see cref="ParsedFeed"/> out: decoding, repair and reading in order.</summary>
public static class FeedDocument
{
    /// <summary>Reads a feed of any supported format; of one whose last document is given, only the items that it did not have, where
    /// these can be told.</summary>
    /// <param name="body">The document's bytes after HTTP content decoding.</param>
    /// <param name="options">What is known besides the bytes.</param>
    /// <exception cref="FeedReadException">The document is not a feed. No other exception leaves this method.</exception>
    public static ParsedFeed Read(ReadOnlyMemory<byte> body, ReadOptions options)
    {
        var raw = RawItems.Find(body);
        if (raw is not null && options.Last is { } last && NewItems.Read(raw, options, last) is { } news)
            return news;
        var feed = ReadWhole(body, options);
        return feed is { Frame: not null, Repairs.Count: 0, Problems.Count: 0 } && raw?.Hashes.Count == feed.Items.Count
            ? feed with { RawHashes = raw.Hashes }
            : feed;
    }

    /// <summary>Reads every item of the document.</summary>
    internal static ParsedFeed ReadWhole(ReadOnlyMemory<byte> body, ReadOptions options)
    {
        try
        {
            return ReadText(body, options);
        }
        catch (Exception e) when (e is not (FeedReadException or OutOfMemoryException))
        {
            // A fault of ours, not of the document: the source shows it, and the other sources go on.
            throw new FeedReadException(Reason.Of(ReasonCode.ReadingFailed, e.Message), e);
        }
    }

    private static ParsedFeed ReadText(ReadOnlyMemory<byte> body, ReadOptions options)
    {
        var repairs = new Repairs();
        var text = DocumentDecoder.Read(body, options.ContentType, repairs);
        var feed = Origins.OfOthers(Parse(text, options, repairs), options.BaseUrl);
        if (options.Truncated && repairs.Reasons.Count > 0)
            feed = Salvaged(feed, repairs);
        return Learnt(BoundedFeed.Of(feed, options.MaxTextBytes), options.Repeated) with
        {
            Repairs = repairs.Reasons,
            IsCut = repairs.IsCut,
        };
    }

    private static ParsedFeed Learnt(ParsedFeed feed, RepeatedSentences? repeated)
    {
        var lines = new KeptLines();
        if (repeated?.Learn(feed.Items, lines.Read) is not { } learnt)
            return feed;
        return feed with
        {
            Repeated = learnt,
            Items = [.. feed.Items.Select(item => item with { Repeated = learnt, Lines = lines.Of(item) })],
        };
    }

    private static ParsedFeed Parse(DocumentText text, ReadOptions options, Repairs repairs)
    {
        var context = new Context(options);
        if (JsonLoader.LooksLike(text))
            return JsonLoader.Load(text.Text, repairs, root => JsonFeedReader.Read(root, context) with
            {
                Frame = DocumentFrame.Of(root, context.TitlesAreMarkup, options),
            });
        var document = DocumentLoader.Load(text, repairs);
        return FeedRoot(document?.Root) switch
        {
            null => throw NotAFeed.Because(text.Text),
            { Name.LocalName: "feed" or "entry" } atom => Framed(AtomReader.Read(atom, context)),
            var rss => Framed(RssReader.Read(rss, context)),
        };

        ParsedFeed Framed(ParsedFeed feed) => feed with { Frame = DocumentFrame.Of(document!, options) };
    }

    // A feed may stand inside another element, but not inside a page: that is an example.
    private static XElement? FeedRoot(XElement? root) =>
        root is null || root.Name.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase) ? null
        : Dialect.IsFeed(root) ? root
        : root.Elements().FirstOrDefault(Dialect.IsFeed);

    private static ParsedFeed Salvaged(ParsedFeed feed, Repairs repairs)
    {
        if (feed.Items.Count == 0)
            throw new FeedReadException(Reason.Of(ReasonCode.NothingWhole));
        repairs.AddCut(ReasonCode.ConnectionEndedEarly);
        return feed;
    }
}
