using System.Text.Json.Serialization;
using FeedHub.Categories;
using FeedHub.Discovering;
using FeedHub.Ingesting;
using FeedHub.Publishing;
using FeedHub.Sources;
using FeedHub.Subscribing;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;

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
    public static ApiSource Of(Source s, SourceWords words) => new(
        s.Slug, s.Url, s.DisplayTitle, s.Link, s.Language ?? s.FeedLanguage, s.TimeZone, s.Categories, Lower(s.Content), s.Enabled, Lower(s.State),
        s.StateSince.ToUniversalTime(), s.LastPollAt, s.LastSuccessAt, s.NextPollAt, (s.EffectiveInterval ?? s.Interval)?.ToString("c"), s.Error, words.Of(s),
        s.OfferedFeeds, s.ReadingNote ?? s.IdentityNote, s.FormerUrl, Lower(s.Identity), s.IdentityPinned, s.ItemCount, s.StoryCount,
        s.Subscription is { } push ? ApiPush.Of(push) : null);

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
    public static ApiPush Of(Subscription s) => new(
        s.Hub, s.Topic, s.State.ToString().ToLowerInvariant(), s.Since, s.PushesCome, s.LeaseUntil, s.LastPushAt, s.Pushes, s.PushedItems, s.RefusedPushes,
        s.Note ?? s.Refusal);
}

/// <summary><c>POST /api/sources/discover</c>: the feeds of an address.</summary>
public sealed record ApiFindings(string Url, bool IsFeed, IReadOnlyList<FoundFeed> Feeds)
{
    /// <summary>The findings as the API shows them.</summary>
    public static ApiFindings Of(Findings findings) => new(findings.Url, findings.IsFeed, findings.Feeds);
}

/// <summary>An item as it was read; <c>Key</c> names it among all sources' items.</summary>
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
