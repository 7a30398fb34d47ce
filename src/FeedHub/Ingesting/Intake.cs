using System.Security.Cryptography;
using FeedHub.Fetching;
using FeedHub.Sources;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Ingesting;

/// <summary>What a fetched document came to before anything is stored.</summary>
/// <param name="Error">Why no feed was read, in words; null if all is well.</param>
/// <param name="Feed">The feed, or null if it failed or is the same as before.</param>
/// <param name="Document">The feed's items ready to be stored, or null likewise.</param>
/// <param name="BodyHash">Hash of the body that was read, or null.</param>
public sealed record Taken(string? Error, ParsedFeed? Feed = null, ReadyDocument? Document = null, string? BodyHash = null)
{
    /// <summary>Feeds that the page names which came instead of one, absolute.</summary>
    public IReadOnlyList<string> OfferedFeeds { get; init; } = [];
}

/// <summary>From a fetched body to items ready to be stored.</summary>
public sealed class Intake(Taggers taggers, Fingerprinter fingerprinter)
{
    // A page may name a feed for each of its tags.
    private const int MaxOffered = 5;

    /// <summary>Reads what was fetched; the same bytes as last time are not read again.</summary>
    /// <param name="source">Whose answer it is.</param>
    /// <param name="fetched">What came.</param>
    /// <param name="unchanged">Content hashes of the source's items as they are stored.</param>
    /// <param name="now">The present.</param>
    public Taken Read(Source source, FetchResult fetched, IReadOnlySet<long> unchanged, DateTimeOffset now)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            return new(Error: null);
        if (fetched.Outcome != FetchOutcome.Fetched)
            return new(fetched.Error ?? $"HTTP {fetched.Status}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));
        if (hash == source.BodyHash)
            return new(Error: null);
        try
        {
            var feed = FeedDocument.Read(fetched.Body, Options(source, fetched, now));
            var ready = Ready(source, feed, unchanged);
            return new(null, feed, new Preparation(feed, ready, taggers.Current, fingerprinter, now).Prepare(), hash);
        }
        catch (FeedReadException error)
        {
            return NoFeed(fetched, error);
        }
    }

    private static Taken NoFeed(FetchResult fetched, FeedReadException error)
    {
        var page = new Uri(fetched.FinalUrl);
        var offered = error.FeedLinks.Select(link => Uri.TryCreate(page, link, out var feed) ? feed.AbsoluteUri : null)
            .OfType<string>().Where(link => SourceUrl.TryParse(link, out _)).Distinct().Take(MaxOffered).ToList();
        var offer = offered.Count == 0 ? "" : $"; the page names {(offered.Count == 1 ? "its feed" : "its feeds")}: {string.Join(", ", offered)}";
        return new($"HTTP {fetched.Status}, but no feed: {error.Message}{offer}") { OfferedFeeds = offered };
    }

    private static ReadOptions Options(Source source, FetchResult fetched, DateTimeOffset now) => new()
    {
        BaseUrl = new Uri(fetched.FinalUrl),
        ContentType = fetched.ContentType,
        TimeZone = ZoneOf(source),
        Now = now,
        Truncated = fetched.Truncated,
        Repeated = RepeatedSentences.FromBytes(source.Sentences?.Bytes),
    };

    private static ReadySource Ready(Source source, ParsedFeed feed, IReadOnlySet<long> unchanged) => new(
        source.Id, new TaggedSource(source.Slug, source.Url, source.Categories), source.Language, source.Identity, source.IdentityPinned,
        ZoneOf(source), feed.Link ?? source.Link ?? source.Url, unchanged);

    private static TimeZoneInfo ZoneOf(Source source) =>
        source.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;
}

/// <summary>The tagger in force: replaced as a whole when feeds.json brings other rules.</summary>
public sealed class Taggers
{
    private volatile Rules _rules = new(new Tagger([]), new Vocabulary([]));

    /// <summary>The tagger to use now.</summary>
    public Tagger Current => _rules.Tagger;

    /// <summary>The categories there are now.</summary>
    public Vocabulary Vocabulary => _rules.Vocabulary;

    /// <summary>Takes these rules from now on.</summary>
    public void Use(IReadOnlyList<CategoryRule> rules) => _rules = new(new Tagger(rules), new Vocabulary(rules));

    private sealed record Rules(Tagger Tagger, Vocabulary Vocabulary);
}
