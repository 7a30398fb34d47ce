using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FeedHub.Model.Settings;

/// <summary>
/// Section <c>FeedHub</c> of the configuration. What a setting does stands in its <see cref="DescriptionAttribute"/>, as Markdown: the
/// dashboard shows it, and the table of docs/configuration.md says the same.
/// </summary>
public sealed class FeedHubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "FeedHub";

    /// <summary>A file in the data directory: a value of <see cref="Storage"/>.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>A database on a server: a value of <see cref="Storage"/>.</summary>
    public const string Postgres = "postgres";

    static FeedHubOptions() => DurationConverter.Use();

    [Description("looked up in the working directory, then in its parents")]
    [Required]
    public string FeedsFile { get; set; } = "feeds.json";

    [Description("database, keys and icons; with PostgreSQL, where these are in the database, only files of this machine")]
    [Required]
    public string DataDirectory { get; set; } = "data";

    [Description("base of the addresses that feeds carry; set it behind a proxy. Everything is served under its path")]
    public string? PublicUrl { get; set; }

    [Description(
        "or `postgres`, with `ConnectionStrings:FeedHub` (and `ConnectionStrings:FeedHubDirect` where the first goes through a pooler "
        + "in transaction mode, which is refused without): any number of nodes on a database, all of which poll and one of which "
        + "stores")]
    public string Storage { get; set; } = Sqlite;

    [Description("name of this node")]
    public string? Node { get; set; }

    /// <summary>How sources are polled.</summary>
    public PollingOptions Polling { get; set; } = new();

    /// <summary>How pages of articles are read.</summary>
    public ArticleOptions Articles { get; set; } = new();

    /// <summary>Which addresses may be connected to.</summary>
    public NetworkOptions Network { get; set; } = new();

    /// <summary>Pushes from the WebSub hubs that sources name.</summary>
    public SubscribingOptions Subscribing { get; set; } = new();

    /// <summary>How long stories are kept.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>Copies of the database.</summary>
    public BackupOptions Backup { get; set; } = new();

    /// <summary>What is republished.</summary>
    public PublishingOptions Publishing { get; set; } = new();

    /// <summary>What stories are about.</summary>
    public CategoryOptions Categories { get; set; } = new();

    /// <summary>The WebSub hub.</summary>
    public HubOptions Hub { get; set; } = new();

    /// <summary>How much one client may ask.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>When FeedHub reports on itself.</summary>
    public HealthOptions Health { get; set; } = new();

    /// <summary>Whom FeedHub tells of trouble.</summary>
    public AlertOptions Alerts { get; set; } = new();

    /// <summary>Who may manage sources.</summary>
    public AdminOptions Admin { get; set; } = new();
}

/// <summary><c>FeedHub:Polling</c>.</summary>
public sealed class PollingOptions
{
    [Description(
        "of a source that brings an item an hour and has no interval of its own; rarer sources are polled more rarely, "
        + "busier ones more often")]
    [ChangesWhileRunning]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromMinutes(15);

    [Description("lower bound of intervals that FeedHub chooses; a shorter `DefaultInterval` lowers it")]
    [ChangesWhileRunning]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(5);

    [Description(
        "upper bound of intervals that FeedHub chooses, of the wait after failures, and of what a server's max-age or a "
        + "feed's ttl can ask for, with what chance adds; a longer Retry-After is respected, up to a year")]
    [ChangesWhileRunning]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(24);

    [Description("polls at a time")]
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 32;

    [Description("polls at a time to one host")]
    [Range(1, 100)]
    [ChangesWhileRunning]
    public int PerHost { get; set; } = 1;

    [Description("least time between two requests to one host")]
    [ChangesWhileRunning]
    public TimeSpan HostGap { get; set; } = TimeSpan.FromSeconds(1);

    [Description("for a poll as a whole")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    [Description(
        "an address or a mailbox that publishers can write to, named in the User-Agent; without one it is `PublicUrl`")]
    public string? Contact { get; set; }

    [Description("words at the end of the User-Agent, such as `Example-Library/1.0`")]
    public string? UserAgentSuffix { get; set; }

    [Description("the `Accept-Language` that publishers are asked with, such as `id, en;q=0.5`; without one none is sent")]
    public string? AcceptLanguage { get; set; }

    [Description(
        "true lets `headers` of a source set `User-Agent` and `Cookie`, so that it is asked as somebody else than FeedHub; the audit log "
        + "has who set them")]
    public bool AllowClientHeaders { get; set; }

    [Description("of one document after decompression, and of one text of an item; one page of a feed or of the API holds twice that")]
    [Range(1024, int.MaxValue)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;
}

/// <summary><c>FeedHub:Articles</c>.</summary>
public sealed class ArticleOptions
{
    [Description("hosts at a time whose pages of articles are read")]
    [Range(1, 100)]
    public int Concurrency { get; set; } = 8;

    [Description("least time between two pages of articles of one host, beside `Polling:HostGap`")]
    [ChangesWhileRunning]
    public TimeSpan HostGap { get; set; } = TimeSpan.FromSeconds(2);

    [Description("pages of one article that are read and joined")]
    [Range(1, 100)]
    [ChangesWhileRunning]
    public int MaxPages { get; set; } = 20;
}

/// <summary><c>FeedHub:Network</c>.</summary>
public sealed class NetworkOptions
{
    [Description("true lets sources be on loopback and private addresses")]
    public bool AllowPrivateAddresses { get; set; }

    [Description(
        "`http://proxy.example:3128` (HTTP CONNECT, also for http addresses) or `socks5://…`, with `user:password@` where it asks: all "
        + "requests go through it, and none past it. Names are still resolved and checked here where DNS answers; what only the proxy can "
        + "resolve, it alone can check. Variables such as `HTTPS_PROXY` have no effect")]
    public string? Proxy { get; set; }

    [Description("a PEM file of certificate authorities that are trusted beside the system's, for publishers, hubs and subscribers")]
    public string? CertificateAuthorities { get; set; }

    [Description("ports that FeedHub connects to, as numbers and ranges")]
    [Required]
    public string AllowedPorts { get; set; } = "80, 443, 1024-65535";
}

/// <summary><c>FeedHub:Subscribing</c>.</summary>
public sealed class SubscribingOptions
{
    [Description("false: no WebSub subscriptions; there are none without `PublicUrl` either")]
    public bool Enabled { get; set; } = true;

    [Description("least time between polls of a source whose news comes by pushes")]
    [ChangesWhileRunning]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromHours(3);
}

/// <summary><c>FeedHub:Retention</c>.</summary>
public sealed class RetentionOptions
{
    [Description("stories older than this that no source lists any more are purged (0: never) and never come back as new")]
    [Range(0, 100_000)]
    [ChangesWhileRunning]
    public int Days { get; set; } = 90;
}

/// <summary><c>FeedHub:Backup</c>.</summary>
public sealed class BackupOptions
{
    [Description("daily copies of the database that are kept; 0: none is made by itself")]
    [Range(0, 1000)]
    [ChangesWhileRunning]
    public int Keep { get; set; } = 7;

    [Description("their folder; best on another disk")]
    public string? Directory { get; set; }
}

/// <summary><c>FeedHub:Publishing</c>.</summary>
public sealed class PublishingOptions
{
    /// <summary>A value of <see cref="Access"/>: everybody may read.</summary>
    public const string Open = "open";

    /// <summary>A value of <see cref="Access"/>: readers need a key.</summary>
    public const string Closed = "closed";

    [Description("`closed`: reading needs a reader key (`?key=`, or as a Basic password) or a sign-in")]
    public string Access { get; set; } = Open;

    [Description("an item older than this when first seen takes its place in the past, and notifies nobody")]
    [Range(0, 100_000)]
    [ChangesWhileRunning]
    public int WindowDays { get; set; } = 7;

    /// <summary>The same as a span.</summary>
    internal TimeSpan Window => TimeSpan.FromDays(WindowDays);

    [Description("a feed asked without `limit` holds what arrived in these hours before the newest arrival: 50 stories at least, "
        + "500 and 5 MB at most; the rest follows by `next`")]
    [Range(0, 8760)]
    [ChangesWhileRunning]
    public int FeedHours { get; set; } = 24;

    [Description("the zone of briefings that name none, of the IANA time zone database, such as `Asia/Jakarta`")]
    public string? TimeZone { get; set; }

    [Description("a source with a story not older than this keeps a place on the first page at `/`; `00:00:00`: no places are kept")]
    [ChangesWhileRunning]
    public TimeSpan FairnessWindow { get; set; } = TimeSpan.FromDays(1);

    [Description("entries' addresses without tracking parameters (`utm_source`, `fbclid` and the like); the API's items keep them")]
    public bool CleanLinks { get; set; } = true;
}

/// <summary><c>FeedHub:Categories</c>.</summary>
public sealed class CategoryOptions
{
    [Description("least certainty, from 0 to 1, of a category that is guessed from the text; stored items have it when they are re-tagged")]
    [Range(0.0, 1.0)]
    [ChangesWhileRunning]
    public double? Threshold { get; set; }
}

/// <summary><c>FeedHub:Hub</c>.</summary>
public sealed class HubOptions
{
    [Description("subscriptions that the hub holds, those not verified yet included")]
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int MaxSubscriptions { get; set; } = 10_000;

    [Description("subscriptions that the hub holds for callbacks at one host")]
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int MaxPerHost { get; set; } = 100;

    [Description("how long a subscription holds that asks for no time")]
    [ChangesWhileRunning]
    public TimeSpan DefaultLease { get; set; } = TimeSpan.FromDays(10);

    [Description("the longest that a subscription can ask for")]
    [ChangesWhileRunning]
    public TimeSpan MaxLease { get; set; } = TimeSpan.FromDays(30);
}

/// <summary><c>FeedHub:Limits</c>.</summary>
public sealed class LimitOptions
{
    [Description("of one client, and as many at once; more is a 429. 0: no limit. Programs on this machine are not limited")]
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int RequestsPerMinute { get; set; } = 600;

    [Description(
        "connections at a time, and requests over HTTP/2, from all clients. For one more, a connection of the client that "
        + "has most is closed: the one that has waited longest for its reader or for a request. 0: no limit")]
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int Connections { get; set; } = 2_000;

    [Description(
        "that a reader takes at least, over the whole of an answer and after a grace of 10 s; else its connection is closed. "
        + "0: any number")]
    [Range(0, 1_000_000)]
    public int MinBytesPerSecond { get; set; } = 2_048;
}

/// <summary><c>FeedHub:Health</c>.</summary>
public sealed class HealthOptions
{
    [Description(
        "space that should be left on the disk of `DataDirectory`; with less `/healthz/ready` says *Degraded* (and 200: "
        + "FeedHub works on), and the health feed tells. 0: no limit")]
    [Range(0, 1_000_000_000)]
    public int MinFreeMegabytes { get; set; } = 500;
}

/// <summary><c>FeedHub:Admin</c>.</summary>
public sealed class AdminOptions
{
    [Description("without one the dashboard answers only requests from this machine; with one everybody signs in")]
    public string? Password { get; set; }

    [Description("password of people who may see everything and change nothing")]
    public string? ViewPassword { get; set; }

    [Description("for programs: `Authorization: Bearer …`")]
    public string? ApiKey { get; set; }

    [Description(
        "secret of 16 characters or more, such as `openssl rand -hex 24` prints, for the health feed's address: "
        + "`/health.atom?token=…`; another one closes the former address")]
    public string? FeedToken { get; set; }

    [Description(
        "addresses and CIDR ranges, by commas, whose forwarding headers are believed, such as `127.0.0.1, ::1` for a proxy "
        + "on this machine")]
    public string? Proxies { get; set; }

    /// <summary>Signing in at an OpenID provider.</summary>
    public OidcOptions Oidc { get; set; } = new();
}

/// <summary><c>FeedHub:Admin:Oidc</c>.</summary>
public sealed class OidcOptions
{
    [Description(
        "an OpenID provider (its issuer) at which people sign in, by https unless it is on this machine; its redirect "
        + "address is `/sign-in/openid/callback`")]
    public string? Authority { get; set; }

    [Description("the name by which the provider knows FeedHub")]
    public string? ClientId { get; set; }

    [Description("the secret that the provider gave for it")]
    public string? ClientSecret { get; set; }

    [Description("what the provider is asked for")]
    public string Scopes { get; set; } = "openid profile email";

    [Description("who gets in as admin: email addresses, by commas")]
    public string? AdminEmails { get; set; }

    [Description("who gets in read-only: email addresses, by commas")]
    public string? ViewEmails { get; set; }

    [Description(
        "true: an email address counts also where the provider does not say that it is verified (`email_verified`); only for "
        + "a provider at which nobody can choose an address")]
    public bool AllowUnverifiedEmail { get; set; }

    [Description("the claim in which the provider names roles")]
    public string RoleClaim { get; set; } = "roles";

    [Description("the role that makes an admin, as the provider names it")]
    public string? AdminRole { get; set; }

    [Description("the role that lets somebody look and change nothing")]
    public string? ViewRole { get; set; }

    internal bool IsConfigured => !string.IsNullOrEmpty(Authority);
}
