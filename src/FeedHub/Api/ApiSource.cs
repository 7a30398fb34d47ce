using System.Reflection;
using System.Text.Json.Serialization;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>A source with its health.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Url">Where it is polled now.</param>
/// <param name="Title">Yours, else the feed's own.</param>
/// <param name="Link">The site.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="TimeZone">IANA name, for dates without a zone.</param>
/// <param name="Category">Slugs that every item of it has.</param>
/// <param name="Content">What is republished: full, article, summary or link.</param>
/// <param name="Enabled">false: paused.</param>
/// <param name="State">active, quiet, throttled, failing, gone or paused.</param>
/// <param name="StateSince">Since when it is in that state.</param>
/// <param name="LastPoll">Start of the last poll.</param>
/// <param name="LastSuccess">Start of the last poll that brought a feed or a 304.</param>
/// <param name="NextPoll">When it is due; null: never.</param>
/// <param name="Interval">The interval that this follows from, as hh:mm:ss.</param>
/// <param name="Error">What went wrong at the last poll, in words, with the HTTP status.</param>
/// <param name="StatusText">What happened, since when, and what FeedHub will do and when, in words.</param>
/// <param name="OfferedFeeds">Feeds that a page named which came in place of one.</param>
/// <param name="Note">What was repaired or is odd about the feed.</param>
/// <param name="FormerUrl">Where it was before its server, feeds.json or an admin moved it.</param>
/// <param name="Identity">What its items are recognised by: guid or link.</param>
/// <param name="IdentityPinned">Whether an admin chose that.</param>
/// <param name="Items">Items stored.</param>
/// <param name="Stories">Stories that they are in.</param>
/// <param name="Push">Its subscription at the hub that it names.</param>
public sealed record ApiSource(
    string Id,
    string Url,
    string Title,
    string? Link,
    string? Language,
    [property: JsonPropertyName("timeZone")] string? TimeZone,
    IReadOnlyList<string> Category,
    string Content,
    bool Enabled,
    string State,
    DateTimeOffset StateSince,
    DateTimeOffset? LastPoll,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextPoll,
    string? Interval,
    string? Error,
    string StatusText,
    IReadOnlyList<string> OfferedFeeds,
    string? Note,
    string? FormerUrl,
    string Identity,
    bool IdentityPinned,
    int Items,
    int Stories,
    ApiPush? Push)
{
    /// <summary>What is declared and has no member above, in the order of <see cref="SourceProperties.All"/>; headers may be
    /// secret.</summary>
    internal static readonly IReadOnlyList<SourceProperty> More =
        [.. SourceProperties.All.Where(property => property is not HeadersProperty && !HasMember(property.Name))];

    /// <summary>How the reading of its article pages goes; null: none was asked for, and none is to be.</summary>
    public ApiPages? Pages { get; init; }

    /// <summary>The values of <see cref="More"/>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Declared { get; init; } = More.ToDictionary(property => property.Name, _ => (object?)null);

    /// <summary>The source as the API shows it: its headers are left out, since they may be secret.</summary>
    /// <param name="s">The source.</param>
    /// <param name="words">Its state in words.</param>
    /// <param name="whole">True for admins: its addresses with the secrets in them.</param>
    public static ApiSource Of(Source s, SourceWords words, bool whole) => new(
        s.Slug, Shown(s.Url, whole)!, s.DisplayTitle, Shown(s.Feed.Link, whole), s.Declared.Language ?? s.Feed.Language,
        s.Declared.TimeZone, s.Declared.Categories, Lower(s.Declared.Republished), s.Declared.Enabled, Lower(s.Polling.State),
        s.Polling.StateSince.ToUniversalTime(), s.Polling.LastPollAt, s.Polling.LastSuccessAt, s.NextPollAt,
        (s.Polling.EffectiveInterval ?? s.Declared.Interval)?.ToString("c"), s.Polling.ShownError?.ToString(), words.Of(s),
        [.. s.Polling.OfferedFeeds.Select(feed => Shown(feed, whole)!)], (s.Feed.ReadingNote ?? s.Feed.IdentityNote)?.ToString(),
        Shown(s.Polling.FormerUrl ?? s.Polling.LeftUrl, whole), Lower(s.Feed.Identity), s.Feed.IdentityPinned, s.ItemCount, s.StoryCount,
        s.Subscription is { } push ? ApiPush.Of(push, whole) : null)
    {
        Declared = More.ToDictionary(property => property.Name, property => ValueOf(property, s.Declared)),
    };

    private static object? ValueOf(SourceProperty property, DeclaredSource declared) => property is not SelectorsProperty
        ? property.TextOf(declared)
        : declared.Selectors is null ? null : SelectorsProperty.Of(declared);

    private static bool HasMember(string name) =>
        typeof(ApiSource).GetProperty(name, BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public) is not null;

    internal static string? Shown(string? address, bool whole) => whole || address is null ? address : ShownAddress.Of(address);

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
