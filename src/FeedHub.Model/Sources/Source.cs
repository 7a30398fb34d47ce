using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;

namespace FeedHub.Model.Sources;

/// <summary>
/// One feed that FeedHub polls, in three parts: what is declared, what the feed says of itself, and how its polling stands. What it is
/// known by and what the database has an index on stand outside of them, since EF Core cannot index a member of a complex type.
/// </summary>
public sealed class Source
{
    private string _url = "";

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

    /// <summary>What an admin or feeds.json says of it.</summary>
    public DeclaredSource Declared { get; private set; } = new();

    /// <summary>What its feed says.</summary>
    public SourceFeed Feed { get; private set; } = new();

    /// <summary>How its polling stands.</summary>
    public SourcePolling Polling { get; private set; } = new();

    /// <summary>What <see cref="SourceFeed.Furniture"/> is learnt from; null before the first reading, and where it was not
    /// loaded.</summary>
    public SourceSentences? Sentences { get; set; }

    /// <summary>When it is due; null: never.</summary>
    public DateTimeOffset? NextPollAt { get; set; }

    /// <summary>Items stored.</summary>
    public int ItemCount { get; set; }

    /// <summary>Stories that one of its items belongs to.</summary>
    public int StoryCount { get; set; }

    /// <summary>Its subscription at a WebSub hub; null where its feed names none, or it was not loaded.</summary>
    public Subscription? Subscription { get; set; }

    /// <summary>
    /// Counts the changes of what its form shows: the address, what is declared, and how its items are recognised. It is the concurrency
    /// token of edits. A poll changes none of these unless the server moves the source.
    /// </summary>
    public int Version { get; set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When <see cref="Look"/> was last another: no feed that names the source is older.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The title to show: as declared, else the feed's own, else the host.</summary>
    public string DisplayTitle => NameOf(Declared.Title, Feed.Title, Url);

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
    public bool HeadersFor(string url) => SourceUrl.MaySendHeaders(new(Declared.HeadersUrl ?? Url), new(url));

    /// <summary>Polls it at another address from now on; what the old one said of itself is forgotten.</summary>
    public void MoveTo(string url, DateTimeOffset now)
    {
        if (SourceUrl.Key(url) == UrlKey)
            return;
        Polling.LeftUrl = Url;
        (Url, UrlKey, Declared.HeadersUrl) = (url, SourceUrl.Key(url), null);
        Polling.ForgetAddress();
        if (Declared.Enabled)
            Enable(true, now);
    }

    /// <summary>Polls it at this interval from now on; a source that fails or rests keeps its present wait.</summary>
    public void PollEvery(TimeSpan? interval, DateTimeOffset now)
    {
        if (interval == Declared.Interval)
            return;
        (Declared.Interval, Polling.EffectiveInterval) = (interval, null);
        if (interval is { } planned && NextPollAt is not null && (Polling.State is SourceState.Active or SourceState.Quiet))
            NextPollAt = Polling.LastPollAt is { } last && last + planned > now ? last + planned : now;
    }

    /// <summary>Reads its document as something else from now on, at once: neither its bytes nor a 304 say that all is as it was.</summary>
    public void ReadAgain(DateTimeOffset now)
    {
        Feed.FoundSelectors = null;
        (Polling.ETag, Polling.LastModified, Polling.BodyHash) = (null, null, null);
        if (NextPollAt is not null)
            NextPollAt = now;
    }

    /// <summary>Recognises its items as an admin says from now on; null: as FeedHub finds, beginning with the guids.</summary>
    public void PinIdentity(IdentityPolicy? policy)
    {
        if (policy is not null || Feed.IdentityPinned)
            (Feed.Identity, Feed.IdentityPinned, Feed.IdentityNote) = (policy ?? IdentityPolicy.Guid, policy is not null, null);
    }

    /// <summary>Pauses it, or resumes it with a poll that is due at once.</summary>
    public void Enable(bool enabled, DateTimeOffset now)
    {
        Declared.Enabled = enabled;
        Polling.State = enabled ? SourceState.Active : SourceState.Paused;
        Polling.StateSince = now;
        NextPollAt = enabled ? now : null;
    }

    /// <summary>Takes a pause back: it stands as before, and its poll is due as planned, or now if that time went by meanwhile.</summary>
    public void TakeBackPause(PausedSource before, DateTimeOffset now)
    {
        if (Declared.Enabled)
            return;
        Enable(true, now);
        Polling.State = before.State;
        if (before.State == SourceState.Gone || before.Planned > now)
            NextPollAt = before.Planned;
    }
}
