using System.ComponentModel.DataAnnotations;

namespace FeedHub.Model.Settings;

/// <summary>Section <c>FeedHub</c> of the configuration; the README lists every key.</summary>
public sealed class FeedHubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "FeedHub";

    /// <summary>Looked up in the working directory, then in its parents.</summary>
    [Required]
    public string FeedsFile { get; set; } = "feeds.json";

    /// <summary>Folder of the database and keys; made if absent.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Base of the addresses that feeds carry; null: from the request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary><c>sqlite</c> is the only one there is.</summary>
    public string Storage { get; set; } = "sqlite";

    /// <summary>How sources are polled.</summary>
    public PollingOptions Polling { get; set; } = new();

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

    /// <summary>The WebSub hub.</summary>
    public HubOptions Hub { get; set; } = new();

    /// <summary>How much one client may ask.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>When FeedHub reports on itself.</summary>
    public HealthOptions Health { get; set; } = new();

    /// <summary>Who may manage sources.</summary>
    public AdminOptions Admin { get; set; } = new();
}

/// <summary><c>FeedHub:Polling</c>.</summary>
public sealed class PollingOptions
{
    /// <summary>For a source without an interval of its own.</summary>
    [ChangesWhileRunning]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Lower bound of intervals that FeedHub chooses itself.</summary>
    [ChangesWhileRunning]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Upper bound of intervals and of the wait after failures.</summary>
    [ChangesWhileRunning]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Polls at a time.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 32;

    /// <summary>Polls at a time to one host.</summary>
    [Range(1, 100)]
    [ChangesWhileRunning]
    public int PerHost { get; set; } = 1;

    /// <summary>Least time between the starts of two requests to one host.</summary>
    [ChangesWhileRunning]
    public TimeSpan HostGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>One deadline over a poll's connection, headers, redirects and body.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of one document after decompression.</summary>
    [Range(1024, int.MaxValue)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;
}

/// <summary><c>FeedHub:Network</c>.</summary>
public sealed class NetworkOptions
{
    /// <summary>True lets sources be on loopback and private addresses.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Ports that may be connected to, as numbers and ranges: what is below 1024 is mostly no web server.</summary>
    [Required]
    public string AllowedPorts { get; set; } = "80, 443, 1024-65535";
}

/// <summary><c>FeedHub:Subscribing</c>.</summary>
public sealed class SubscribingOptions
{
    /// <summary>False: FeedHub polls alone. Without <c>PublicUrl</c> it does so in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Least time between polls of a source whose news comes by pushes.</summary>
    [ChangesWhileRunning]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromHours(3);
}

/// <summary><c>FeedHub:Retention</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>Stories older than this many days are purged; 0: never.</summary>
    [Range(0, 100_000)]
    [ChangesWhileRunning]
    public int Days { get; set; } = 90;
}

/// <summary><c>FeedHub:Backup</c>.</summary>
public sealed class BackupOptions
{
    /// <summary>Daily copies that are kept; 0: none is made by itself.</summary>
    [Range(0, 1000)]
    [ChangesWhileRunning]
    public int Keep { get; set; } = 7;

    /// <summary>Their folder; null: <c>backups</c> in the data directory.</summary>
    public string? Directory { get; set; }
}

/// <summary><c>FeedHub:Publishing</c>.</summary>
public sealed class PublishingOptions
{
    /// <summary>Days within which an item seen for the first time is news.</summary>
    [Range(0, 100_000)]
    [ChangesWhileRunning]
    public int WindowDays { get; set; } = 7;

    /// <summary>A source with a story not older than this, counted from the newest story, keeps a place on the first page; zero: no places
    /// are kept.</summary>
    [ChangesWhileRunning]
    public TimeSpan FairnessWindow { get; set; } = TimeSpan.FromDays(1);
}

/// <summary><c>FeedHub:Hub</c>.</summary>
public sealed class HubOptions
{
    /// <summary>Most subscriptions, those not verified yet included.</summary>
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int MaxSubscriptions { get; set; } = 10_000;

    /// <summary>Most subscriptions whose callbacks are at one host.</summary>
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int MaxPerHost { get; set; } = 100;

    /// <summary>How long a subscription holds that asks for no time of its own.</summary>
    [ChangesWhileRunning]
    public TimeSpan DefaultLease { get; set; } = TimeSpan.FromDays(10);

    /// <summary>The longest that one may ask for.</summary>
    [ChangesWhileRunning]
    public TimeSpan MaxLease { get; set; } = TimeSpan.FromDays(30);
}

/// <summary><c>FeedHub:Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>Requests that one client may make in a minute, and at once; 0: any number. Programs on this machine are not
    /// limited.</summary>
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Connections at a time, requests over HTTP/2 counted too; 0: any number. The one that has waited longest makes room for a
    /// new one.</summary>
    [Range(0, 1_000_000)]
    [ChangesWhileRunning]
    public int Connections { get; set; } = 2_000;

    /// <summary>Bytes in a second that a reader takes at least, over the whole of an answer; 0: any number.</summary>
    [Range(0, 1_000_000)]
    public int MinBytesPerSecond { get; set; } = 2_048;
}

/// <summary><c>FeedHub:Health</c>.</summary>
public sealed class HealthOptions
{
    /// <summary>Megabytes that should be free on the disk of the data directory; 0: any number will do.</summary>
    [Range(0, 1_000_000_000)]
    public int MinFreeMegabytes { get; set; } = 500;
}

/// <summary><c>FeedHub:Admin</c>.</summary>
public sealed class AdminOptions
{
    /// <summary>Without one the dashboard answers only local requests.</summary>
    public string? Password { get; set; }

    /// <summary>Password of those who may see everything and change nothing.</summary>
    public string? ViewPassword { get; set; }

    /// <summary>Bearer key of the API's admin calls.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Secret in the address by which a feed reader gets the health feed.</summary>
    public string? FeedToken { get; set; }

    /// <summary>Addresses and CIDR ranges, by commas, whose forwarding headers are believed; none: nobody's are.</summary>
    public string? Proxies { get; set; }

    /// <summary>Signing in at an OpenID provider.</summary>
    public OidcOptions Oidc { get; set; } = new();
}

/// <summary><c>FeedHub:Admin:Oidc</c>.</summary>
public sealed class OidcOptions
{
    /// <summary>Address of the provider (its issuer); none: nobody signs in there.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider knows FeedHub as.</summary>
    public string? ClientId { get; set; }

    /// <summary>Secret that the provider gave for it.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked for of the person, by spaces.</summary>
    public string Scopes { get; set; } = "openid profile email";

    /// <summary>Email addresses of admins, by commas.</summary>
    public string? AdminEmails { get; set; }

    /// <summary>Email addresses of those who may only look, by commas.</summary>
    public string? ViewEmails { get; set; }

    /// <summary>True: an address counts also where the provider does not say that it was proved to be the person's.</summary>
    public bool AllowUnverifiedEmail { get; set; }

    /// <summary>Claim in which the provider names a person's roles.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Role of admins.</summary>
    public string? AdminRole { get; set; }

    /// <summary>Role of those who may only look.</summary>
    public string? ViewRole { get; set; }

    internal bool IsConfigured => !string.IsNullOrEmpty(Authority);
}
