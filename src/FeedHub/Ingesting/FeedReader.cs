using System.IO.Hashing;
using FeedHub.Categories;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Syndication;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Ingesting;

/// <summary>What a fetched document came to before anything is stored.</summary>
/// <param name="Error">Why no feed was read; null if all is well.</param>
/// <param name="Feed">The feed, or null if it failed or is the same as before.</param>
/// <param name="Document">The feed's items ready to be stored, or null in the same case.</param>
/// <param name="BodyHash">Version of the reader and hash of the body that was read, or null.</param>
public sealed record FeedReadResult(Reason? Error, ParsedFeed? Feed = null, ReadyDocument? Document = null, string? BodyHash = null)
{
    /// <summary>Why no feed was read, its words within <see cref="Bounds.Line"/>; null if all is well.</summary>
    public Reason? Error { get; } = Error?.Within(Bounds.Line);

    /// <summary>Feeds that the page names which came instead of one, absolute.</summary>
    public IReadOnlyList<string> OfferedFeeds { get; init; } = [];

    /// <summary>The feed's items with their keys, or null where no feed was read.</summary>
    public IdentifiedDocument? Identified { get; init; }

    /// <summary>Why a sitemap or a page brings nothing though it answers, or null.</summary>
    public Reason? WhyNothing { get; init; }

    /// <summary>Where FeedHub found the entries of a page just now, to be stored; or null.</summary>
    public ListSelectors? FoundSelectors { get; init; }

    /// <summary><see cref="Taggers.Version"/> that the items' categories are from.</summary>
    public long TaggerVersion { get; init; }

    /// <summary>FeedHub itself failed: the source waits as after any failure, so that its publisher is not asked again and again.</summary>
    public static FeedReadResult Failing(Exception fault) => new(Reason.Of(ReasonCode.ReadingFailed, fault.Message));
}

/// <summary>From a fetched body to items ready to be stored.</summary>
public sealed class FeedReader(Taggers taggers, HabitStore habits, Fingerprinter fingerprinter, IOptions<FeedHubOptions> options)
{
    // A page may name a feed for each of its tags.
    private const int MaxOffered = 5;

    /// <summary>Reads what was fetched, and prepares its items; the same bytes as last time are not read again.</summary>
    /// <param name="source">Whose answer it is.</param>
    /// <param name="fetched">What came.</param>
    /// <param name="known">What is known of the items that the source listed last.</param>
    /// <param name="now">The present.</param>
    public FeedReadResult Read(Source source, FetchResult fetched, KnownListing known, DateTimeOffset now) =>
        Prepare(Parse(source, fetched, known, now), source, known, now);

    /// <summary>Parses what was fetched, and identifies its items; the same bytes as last time are not read again by the same reader, nor
    /// items of the same bytes.</summary>
    /// <param name="source">Whose answer it is.</param>
    /// <param name="fetched">What came.</param>
    /// <param name="known">What is known of the items that the source listed last.</param>
    /// <param name="now">The present.</param>
    public FeedReadResult Parse(Source source, FetchResult fetched, KnownListing known, DateTimeOffset now)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            return new(Error: null);
        if (fetched.Outcome != FetchOutcome.Fetched)
            return new(fetched.Error ?? Reason.Of(ReasonCode.HttpStatus, $"{fetched.Status}"));
        var hash = $"{ReaderVersion.Current}-{fetched.Sitemap?.Hash ?? Convert.ToHexStringLower(XxHash128.Hash(fetched.Body.Span))}";
        if (hash == source.Polling.BodyHash)
            return new(Error: null);
        try
        {
            if (source.Declared.Kind != SourceKind.Feed)
                return Of(OtherKinds.Read(source, fetched, Options(source, fetched, now)), source, hash);
            var (feed, identified) = Feed(source, fetched, known, now);
            return new(null, feed, BodyHash: hash) { Identified = identified };
        }
        catch (FeedReadException error)
        {
            return NoFeed(source, fetched, error);
        }
    }

    /// <summary>Tags and fingerprints the feed's items, if one was read.</summary>
    /// <param name="parsed">What was read.</param>
    /// <param name="source">Whose it is.</param>
    /// <param name="known">What is known of the items that the source listed last: those are only identified.</param>
    /// <param name="now">The present.</param>
    public FeedReadResult Prepare(FeedReadResult parsed, Source source, KnownListing known, DateTimeOffset now)
    {
        if (parsed.Feed is not { } feed)
            return parsed;

        // The version first: a change in between is then seen by the one that compares.
        var version = taggers.Version;
        return parsed with { Document = PreparationOf(feed, source, known, now).Prepare(parsed.Identified!), TaggerVersion = version };
    }

    /// <summary>Whether rules and aliases are still those that its items' categories are from.</summary>
    public bool IsCurrent(FeedReadResult read) => read.Document is null || read.TaggerVersion == taggers.Version;

    /// <summary>The same items with the categories of today, where rules or aliases changed since they were prepared.</summary>
    public FeedReadResult Renew(FeedReadResult read, Source source, KnownListing known, DateTimeOffset now)
    {
        if (IsCurrent(read))
            return read;
        var version = taggers.Version;
        return read with { Document = PreparationOf(read.Feed!, source, known, now).Again(read.Document!), TaggerVersion = version };
    }

    /// <summary>Prepares one item with what its page tells.</summary>
    /// <param name="whole">The item.</param>
    /// <param name="contentHash">Hash of what its feed says of it.</param>
    /// <param name="source">Whose it is, with its sentences.</param>
    /// <param name="now">The present.</param>
    public ReadyItem Prepare(IdentifiedItem whole, long contentHash, Source source, DateTimeOffset now)
    {
        var item = whole.Item with { Repeated = RepeatedSentences.FromBytes(source.Sentences?.Bytes) };
        return PreparationOf(
            new() { Format = FeedFormat.Rss, Language = source.Feed.Language }, source, KnownListing.Nothing, now)
            .Whole(whole with { Item = item }, contentHash);
    }

    /// <summary>What reads an item of a document that another process prepared, where that is yet to be done.</summary>
    /// <param name="feed">The document.</param>
    /// <param name="source">Whose it is.</param>
    /// <param name="now">The present.</param>
    public Func<ParsedItem, ItemReading> LateReadings(ParsedFeed feed, Source source, DateTimeOffset now) =>
        PreparationOf(feed, source, KnownListing.Nothing, now).Read;

    /// <summary>Version and rules that items are prepared by now.</summary>
    public (long Version, long Rules) TaggedBy => (taggers.Version, taggers.RulesHash);

    /// <summary>The zone of a source's dates that name none.</summary>
    internal static TimeZoneInfo ZoneOf(Source source) =>
        source.Declared.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    /// <summary>What was stored has taught something about its source.</summary>
    public void Learnt(long sourceId) => habits.Forget(sourceId);

    private Preparation PreparationOf(ParsedFeed feed, Source source, KnownListing known, DateTimeOffset now) =>
        new(feed, Ready(source, feed, known), taggers.For(source.Id), taggers.Drops, fingerprinter, now);

    // Only what is new, unless that cannot be told from what is known: then all of it.
    private (ParsedFeed Feed, IdentifiedDocument Identified) Feed(
        Source source, FetchResult fetched, KnownListing known, DateTimeOffset now)
    {
        var options = Options(source, fetched, now);
        var read = Identified(FeedDocument.Read(fetched.Body, options with { Last = known.Last }), source.Feed);
        return ListingMerge.Hold(read.Feed, known, read.Identified)
            ? read
            : Identified(FeedDocument.Read(fetched.Body, options), source.Feed);
    }

    private static FeedReadResult Of(OtherDocument read, Source source, string hash) =>
        new(null, read.Feed, BodyHash: hash)
        {
            Identified = Identified(read.Feed, source.Feed).Identified,
            WhyNothing = read.WhyNothing,
            FoundSelectors = read.Found,
        };

    private static (ParsedFeed Feed, IdentifiedDocument Identified) Identified(ParsedFeed feed, SourceFeed source) =>
        (feed, ItemIdentity.Identify(feed.Items, source.Identity, source.IdentityPinned, feed.Format == FeedFormat.Page));

    private static FeedReadResult NoFeed(Source source, FetchResult fetched, FeedReadException error)
    {
        var page = new Uri(fetched.FinalUrl);
        var offered = error.FeedLinks.Select(link => WireAddress.Resolve(page, link)?.AbsoluteUri)
            .OfType<string>().Where(
                link => SourceUrl.TryParse(link, out _) && SourceUrl.Key(link) != SourceUrl.Key(fetched.FinalUrl)).Distinct()
                    .Take(MaxOffered).ToList();
        var reason = Offering(Reason.Of(OtherKinds.NoDocument(source), error.Reason), [.. offered.Select(ShownAddress.Of)]);
        return new(Reason.Of(ReasonCode.HttpBut, $"{fetched.Status}", reason)) { OfferedFeeds = offered };
    }

    private static Reason Offering(Reason reason, IReadOnlyList<string> feeds) => feeds switch
    {
        [] => reason,
        [var only] => Reason.Of(ReasonCode.OneFeedNamed, reason, only),
        _ => Reason.Of(ReasonCode.FeedsNamed, [reason, .. feeds]),
    };

    private ReadOptions Options(Source source, FetchResult fetched, DateTimeOffset now) => new()
    {
        BaseUrl = Base(fetched),
        ContentType = fetched.ContentType,
        TimeZone = ZoneOf(source),
        Now = now,
        MaxTextBytes = options.Value.Polling.MaxBytes,
        Truncated = fetched.Truncated,
        Repeated = RepeatedSentences.FromBytes(source.Sentences?.Bytes),
        Settings = source.Feed.Identity.ToString(),
    };

    // A link that is a place on the page alone (#note) becomes the feed's own address with it: not with the secret.
    private static Uri Base(FetchResult fetched) => new(ShownAddress.Of(fetched.FinalUrl));

    private static IngestSource Ready(Source source, ParsedFeed feed, KnownListing known) => new(
        source.Id, new TaggedSource(source.Slug, source.Url, source.Declared.Categories), source.Declared.Language, ZoneOf(source),
        feed.Link ?? source.Feed.Link ?? source.Url, known);
}
