using System.Text.Json.Serialization;
using FeedHub.Discovering;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Address of the next page, or null on the last.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next);

/// <summary><c>GET /api/stats</c>.</summary>
public sealed record ApiStats(int Sources, long Items, long Stories, ApiPolls Polls, ApiBytes Bytes);

/// <summary>Polls since the database was made.</summary>
public sealed record ApiPolls(long Total, long Changed, long Unchanged, long Failed);

/// <summary>Bytes of bodies: received on the wire, and saved by 304s.</summary>
public sealed record ApiBytes(long Received, long Saved);

/// <summary>A source with its health.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Url">Where it is polled now.</param>
/// <param name="Title">Yours, else the feed's own.</param>
/// <param name="Link">The site.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="TimeZone">IANA name, for dates without a zone.</param>
/// <param name="Category">Slugs that every item of it has.</param>
/// <param name="Content">What is republished: full, summary or link.</param>
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
/// <param name="FormerUrl">Where it was before its server moved it.</param>
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
    /// <summary>The source as the API shows it: its headers are left out, since they may be secret.</summary>
    /// <param name="s">The source.</param>
    /// <param name="words">Its state in words.</param>
    /// <param name="whole">True for admins: its addresses with the secrets in them.</param>
    public static ApiSource Of(Source s, SourceWords words, bool whole) => new(
        s.Slug, Shown(s.Url, whole)!, s.DisplayTitle, Shown(s.Link, whole), s.Language ?? s.FeedLanguage, s.TimeZone, s.Categories, Lower(s.Content), s.Enabled, Lower(s.State),
        s.StateSince.ToUniversalTime(), s.LastPollAt, s.LastSuccessAt, s.NextPollAt, (s.EffectiveInterval ?? s.Interval)?.ToString("c"), s.ShownError, words.Of(s),
        [.. s.OfferedFeeds.Select(feed => Shown(feed, whole)!)], s.ReadingNote ?? s.IdentityNote, Shown(s.FormerUrl, whole), Lower(s.Identity), s.IdentityPinned, s.ItemCount, s.StoryCount,
        s.Subscription is { } push ? ApiPush.Of(push, whole) : null);

    internal static string? Shown(string? address, bool whole) => whole || address is null ? address : ShownAddress.Of(address);

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}

/// <summary>A source's subscription at the WebSub hub that its feed names; callback and secret are left out.</summary>
public sealed record ApiPush(
    string Hub,
    string Topic,
    string State,
    DateTimeOffset Since,
    bool PushesCome,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset? LastPush,
    int Pushes,
    int NewItems,
    int Refused,
    string? Note)
{
    /// <summary>The subscription as the API shows it.</summary>
    public static ApiPush Of(Subscription s, bool whole) => new(
        ApiSource.Shown(s.Hub, whole)!, ApiSource.Shown(s.Topic, whole)!, s.State.ToString().ToLowerInvariant(), s.Since, s.PushesCome, s.LeaseUntil, s.LastPushAt, s.Pushes, s.PushedItems, s.RefusedPushes,
        ShownAddress.InText(s.Note ?? s.Refusal));
}

/// <summary><c>POST /api/sources/discover</c>: the feeds of an address.</summary>
public sealed record ApiFindings(string Url, bool IsFeed, IReadOnlyList<FoundFeed> Feeds)
{
    /// <summary>The findings as the API shows them.</summary>
    public static ApiFindings Of(Findings findings) => new(findings.Url, findings.IsFeed, findings.Feeds);
}

/// <summary>An item as it was read.</summary>
/// <param name="Id">As published; of more than 1,000 characters: sha256: and its hash in hexadecimal.</param>
/// <param name="Url">Its page.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Authors">Names.</param>
/// <param name="Published">As given, else when it was first seen.</param>
/// <param name="Updated">As given.</param>
/// <param name="DateGuessed">true: the publisher gave no date.</param>
/// <param name="FirstSeen">When FeedHub first read it.</param>
/// <param name="PublisherCategories">As published.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="ContentHtml">Sanitised.</param>
/// <param name="Image">Address of its picture.</param>
/// <param name="Attachments">Sound, films and other files.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Source">Id of its source.</param>
/// <param name="Story">Id of its story.</param>
/// <param name="Key">Names it among the items of all sources.</param>
/// <param name="Why">Why it is in its story, in words; null for one that began it.</param>
/// <param name="Score">How surely it is the same article, 0 to 1.</param>
/// <param name="Signals">What the score is made of.</param>
/// <param name="Categories">FeedHub's own, primary first.</param>
public sealed record ApiItem(
    string? Id,
    string? Url,
    string? Title,
    IReadOnlyList<string> Authors,
    DateTimeOffset Published,
    DateTimeOffset? Updated,
    bool DateGuessed,
    DateTimeOffset FirstSeen,
    IReadOnlyList<string> PublisherCategories,
    string? Summary,
    string? ContentHtml,
    string? Image,
    IReadOnlyList<ApiAttachment> Attachments,
    string? Language,
    string Source,
    long Story,
    long Key,
    string? Why,
    double? Score,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<Tag> Categories)
{
    /// <summary>The item as the API shows it: sanitised.</summary>
    public static ApiItem Of(Item i, EntryTexts texts)
    {
        var text = texts.Of(i);
        return new(
            i.Guid, i.Url, i.Title, i.Authors, i.PublishedAt ?? i.FirstSeenAt, i.UpdatedAt, i.DateGuessed, i.FirstSeenAt, i.PublisherCategories,
            text.Summary, text.ContentHtml, i.Image, [.. i.Enclosures.Select(e => new ApiAttachment(e.Url, e.Type, e.Length))],
            i.Language, i.Source.Slug, i.StoryId, i.Id, i.Why, i.Score, i.Signals, i.Tags);
    }
}

/// <summary>A file attached to an item.</summary>
public sealed record ApiAttachment(string Url, string? MimeType, long? SizeInBytes);

/// <summary>A story with its items, the lead first.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="EntryId">The id of its entry in the feeds, in all formats.</param>
/// <param name="Title">The lead's.</param>
/// <param name="Url">The lead's.</param>
/// <param name="Published">Its place among the stories.</param>
/// <param name="Updated">When readers last saw it change.</param>
/// <param name="FirstSeen">When FeedHub first read it.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Categories">FeedHub's own, primary first.</param>
/// <param name="Items">The lead first.</param>
public sealed record ApiStory(
    long Id, string EntryId, string? Title, string? Url, DateTimeOffset Published, DateTimeOffset Updated, DateTimeOffset FirstSeen, string? Language, IReadOnlyList<Tag> Categories, IReadOnlyList<ApiItem> Items)
{
    /// <summary>The story as the API shows it.</summary>
    public static ApiStory Of(Story s, EntryTexts texts)
    {
        var lead = s.Items.Find(i => i.Id == s.LeadItemId) ?? s.Items[0];
        var items = s.Items.OrderBy(i => i.Id != lead.Id).ThenBy(i => i.Id).Select(i => ApiItem.Of(i, texts));
        return new(s.Id, s.EntryId, lead.Title, lead.Url, s.SortAt, s.UpdatedAt, s.FirstSeenAt, s.Language, [.. StoryTags.Of(s.Items, lead)], [.. items]);
    }
}
