using FeedHub.Syndication;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Model.Sources;

/// <summary>How a source is doing; README, "States of a source", has the words.</summary>
public enum SourceState
{
    /// <summary>Polled as planned.</summary>
    Active,

    /// <summary>Answers, but brings nothing for longer than its rhythm explains.</summary>
    Quiet,

    /// <summary>Its server asked to be left alone for a while.</summary>
    Throttled,

    /// <summary>The last poll failed.</summary>
    Failing,

    /// <summary>Its server says that it is gone for good (410): polled no more.</summary>
    Gone,

    /// <summary>Not polled, because an admin or feeds.json says so.</summary>
    Paused,
}

/// <summary>One feed that FeedHub polls: what was declared, what the feed says of itself, and how its polls go.</summary>
public sealed class Source
{
    private string _url = "";
    private string? _title;

    /// <summary>Key in the database.</summary>
    public long Id { get; set; }

    /// <summary>Public id, made from the title or host when it is added; never changes.</summary>
    public required string Slug { get; set; }

    /// <summary>Where it is polled.</summary>
    public required string Url
    {
        get => _url;
        set => (_url, Host) = (value, SourceUrl.HostOf(value));
    }

    /// <summary>Host of <see cref="Url"/> as <see cref="SourceUrl.HostOf(string)"/> names it, stored beside it to be looked up
    /// by.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Spelling-independent form of <see cref="Url"/>; unique.</summary>
    public required string UrlKey { get; set; }

    /// <summary>Address that it was polled at before its server moved it for good, or null.</summary>
    public string? FormerUrl { get; set; }

    /// <summary>When it moved from there.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Address that its server names as its new one for good, where another source is already; null: none.</summary>
    public string? ConflictingUrl { get; set; }

    /// <summary>Title given by feeds.json or an admin, cut to <see cref="Bounds.Line"/>; or null.</summary>
    public string? Title
    {
        get => _title;
        set => _title = Bounds.CutOrNull(value);
    }

    /// <summary>Title that the feed gives itself, or null while it was never read.</summary>
    public string? FeedTitle { get; set; }

    /// <summary>The site's page as the feed says, or null.</summary>
    public string? Link { get; set; }

    /// <summary>Who may do what with the feed, as it says, or null.</summary>
    public string? FeedRights { get; set; }

    /// <summary>The feed's small picture, or null.</summary>
    public string? FeedIcon { get; set; }

    /// <summary>BCP 47 as declared, or null.</summary>
    public string? Language { get; set; }

    /// <summary>BCP 47 as the feed says, or null.</summary>
    public string? FeedLanguage { get; set; }

    /// <summary>IANA zone for dates that carry none; null is UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Slugs that every item of it has.</summary>
    public IReadOnlyList<string> Categories { get; set; } = [];

    /// <summary>Fixed interval, or null for FeedHub's choice.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>What of its items is republished.</summary>
    public ContentPolicy Content { get; set; }

    /// <summary>Headers sent with each poll; <c>env:NAME</c> is resolved only then.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Address that <see cref="Headers"/> were given for, if its server has moved the source since; null:
    /// <see cref="Url"/>.</summary>
    public string? HeadersUrl { get; set; }

    /// <summary>False: paused.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How it is doing.</summary>
    public SourceState State { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StateSince { get; set; }

    /// <summary>What went wrong at the last poll, in words; null if nothing.</summary>
    public Reason? Error { get; set; }

    /// <summary>Addresses of feeds that the page names which came instead of one; empty if a feed came, or none is named.</summary>
    public IReadOnlyList<string> OfferedFeeds { get; set; } = [];

    /// <summary>What was repaired or left out at the last reading, in words; null if nothing.</summary>
    public Reason? ReadingNote { get; set; }

    /// <summary>Sentences that it repeats under its items, on every subject (<see cref="RepeatedSentences.Furniture"/>), or
    /// null.</summary>
    public byte[]? Furniture { get; set; }

    /// <summary>What these are learnt from; null before the first reading, and where it was not loaded.</summary>
    public SourceSentences? Sentences { get; set; }

    /// <summary>Validator for the next poll, verbatim.</summary>
    public string? ETag { get; set; }

    /// <summary>Validator for the next poll, verbatim.</summary>
    public string? LastModified { get; set; }

    /// <summary>Hash of the last body read, in hexadecimal: the same bytes are not parsed again.</summary>
    public string? BodyHash { get; set; }

    /// <summary>Bytes on the wire of the last full answer: what a 304 saves.</summary>
    public long BodyBytes { get; set; }

    /// <summary>How often its feed asked to be polled when it was last read.</summary>
    public PollingHints Hints { get; set; } = new();

    /// <summary>When it publishes, as of its last new item; null while nothing came since FeedHub learns this.</summary>
    public Rhythm? Rhythm { get; set; }

    /// <summary>When it is due; null: never.</summary>
    public DateTimeOffset? NextPollAt { get; set; }

    /// <summary>Start of the last poll.</summary>
    public DateTimeOffset? LastPollAt { get; set; }

    /// <summary>Start of the last poll that went well.</summary>
    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>Until when one poll has it to itself; null: nobody has.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Polls that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Interval after the last poll.</summary>
    public TimeSpan? EffectiveInterval { get; set; }

    /// <summary>Why it is that long, in words; null before the first poll.</summary>
    public Reason? IntervalWhy { get; set; }

    /// <summary>Items a day as of its last new item; null while none came.</summary>
    public double? ItemsADay { get; set; }

    /// <summary>From an item's publication to its being taken in, as it was lately; null while no new item had a date.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>How far its guids are trusted.</summary>
    public IdentityPolicy Identity { get; set; }

    /// <summary>Why the policy is not the usual one, in words.</summary>
    public Reason? IdentityNote { get; set; }

    /// <summary>True where an admin chose <see cref="Identity"/>: it does not change by itself.</summary>
    public bool IdentityPinned { get; set; }

    /// <summary>Items stored.</summary>
    public int ItemCount { get; set; }

    /// <summary>Stories that one of its items belongs to.</summary>
    public int StoryCount { get; set; }

    /// <summary>Its subscription at a WebSub hub; null where its feed names none, or it was not loaded.</summary>
    public Subscription? Subscription { get; set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When <see cref="Look"/> was last another: no feed that names the source is older.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The title to show: as declared, else the feed's own, else the host.</summary>
    public string DisplayTitle => NameOf(Title, FeedTitle, Url);

    /// <summary><see cref="Error"/> without what is secret in addresses: versions before stored it whole.</summary>
    public Reason? ShownError => ShownAddress.InText(Error);

    /// <summary>All that entries show of it, as one text.</summary>
    public string Look => SourceLook.Of(this).Text;

    /// <summary>How a source of these is named: by the host where nothing else is, since an address may hold a secret.</summary>
    public static string NameOf(string? title, string? feedTitle, string url) =>
        ShownAddress.InText(title ?? feedTitle) ?? SourceUrl.HostOf(url);

    /// <summary>Changes it, and dates that if it looks different now.</summary>
    public void Change(Action change, DateTimeOffset now)
    {
        var look = Look;
        change();
        if (Look != look)
            ChangedAt = now;
    }

    /// <summary>
    /// Whether its own headers may be sent to an address: they may be secrets, and a server that moves the source must not move them
    /// to another host.
    /// </summary>
    public bool HeadersFor(string url) => SourceUrl.MaySendHeaders(new(HeadersUrl ?? Url), new(url));

    /// <summary>Polls it at another address from now on; what the old one said of itself is forgotten.</summary>
    public void MoveTo(string url, DateTimeOffset now)
    {
        if (SourceUrl.Key(url) == UrlKey)
            return;
        (Url, UrlKey, FormerUrl, MovedAt, ConflictingUrl, HeadersUrl) = (url, SourceUrl.Key(url), null, null, null, null);
        (ETag, LastModified, BodyHash, Failures, Error, OfferedFeeds) = (null, null, null, 0, null, []);
        if (Enabled)
            Enable(true, now);
    }

    /// <summary>Polls it at this interval from now on; a source that fails or rests keeps its present wait.</summary>
    public void PollEvery(TimeSpan? interval, DateTimeOffset now)
    {
        if (interval == Interval)
            return;
        (Interval, EffectiveInterval) = (interval, null);
        if (interval is { } planned && NextPollAt is not null && (State is SourceState.Active or SourceState.Quiet))
            NextPollAt = LastPollAt is { } last && last + planned > now ? last + planned : now;
    }

    /// <summary>Recognises its items as an admin says from now on; null: as FeedHub finds, beginning with the guids.</summary>
    public void PinIdentity(IdentityPolicy? policy)
    {
        if (policy is not null || IdentityPinned)
            (Identity, IdentityPinned, IdentityNote) = (policy ?? IdentityPolicy.Guid, policy is not null, null);
    }

    /// <summary>Pauses it, or resumes it with a poll that is due at once.</summary>
    public void Enable(bool enabled, DateTimeOffset now)
    {
        Enabled = enabled;
        State = enabled ? SourceState.Active : SourceState.Paused;
        StateSince = now;
        NextPollAt = enabled ? now : null;
    }
}
