using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Api;

/// <summary>A story with its items, the lead first.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="EntryId">The id of its entry in the feeds, in all formats.</param>
/// <param name="Title">The lead's.</param>
/// <param name="Url">The lead's.</param>
/// <param name="Published">The publisher's date; when FeedHub first read it where there is none.</param>
/// <param name="Updated">When readers last saw it change.</param>
/// <param name="Found">When FeedHub first stored an item of it.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Hidden">That an admin hid it from readers; null where it is shown.</param>
/// <param name="Categories">FeedHub's own, primary first.</param>
/// <param name="Items">The lead first.</param>
public sealed record ApiStory(
    long Id, string EntryId, string? Title, string? Url, DateTimeOffset Published, DateTimeOffset Updated, DateTimeOffset Found,
    string? Language, ApiHidden? Hidden, IReadOnlyList<ApiTag> Categories, IReadOnlyList<ApiItem> Items)
{
    /// <summary>How much there is of the story's event, this story included; null where it is the only one.</summary>
    public ApiCoverageCount? Coverage { get; init; }

    /// <summary>What else the call did, in words; null where that is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>A hidden story as the API shows it to readers: that there is one.</summary>
    public static ApiStory Withheld(Story s) => new(
        s.Id, s.EntryId, null, null, s.PublishedAt, s.UpdatedAt, s.FirstSeenAt, s.Language, new(s.HiddenAt!.Value, null), [], []);

    /// <summary>The story as the API shows it.</summary>
    public static ApiStory Of(Story s, EntryTexts texts)
    {
        var lead = s.Items.Find(i => i.Id == s.LeadItemId) ?? s.Items[0];
        var items = s.Items.OrderBy(i => i.Id != lead.Id).ThenBy(i => i.Id).Select(i => ApiItem.Of(i, texts));
        return new(s.Id, s.EntryId, lead.Title, lead.Url, s.PublishedAt, s.UpdatedAt, s.FirstSeenAt, s.Language,
            ApiHidden.Of(s), [.. StoryTags.Of(s.Items, lead).Select(ApiTag.Of)], [.. items])
        {
            Coverage = ApiCoverageCount.Of(s.Coverage),
        };
    }
}

/// <summary>That a story is hidden.</summary>
/// <param name="At">Since when.</param>
/// <param name="Reason">Why, in the admin's words; null where nothing was said, and for readers.</param>
public sealed record ApiHidden(DateTimeOffset At, string? Reason)
{
    /// <summary>Null for a story that is shown.</summary>
    public static ApiHidden? Of(Story s) => s.HiddenAt is { } at ? new(at, s.HiddenReason) : null;
}
