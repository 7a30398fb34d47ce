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
/// <param name="FirstSeen">When FeedHub first read it.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Categories">FeedHub's own, primary first.</param>
/// <param name="Items">The lead first.</param>
public sealed record ApiStory(
    long Id, string EntryId, string? Title, string? Url, DateTimeOffset Published, DateTimeOffset Updated, DateTimeOffset FirstSeen,
    string? Language, IReadOnlyList<ApiTag> Categories, IReadOnlyList<ApiItem> Items)
{
    /// <summary>The story as the API shows it.</summary>
    public static ApiStory Of(Story s, EntryTexts texts)
    {
        var lead = s.Items.Find(i => i.Id == s.LeadItemId) ?? s.Items[0];
        var items = s.Items.OrderBy(i => i.Id != lead.Id).ThenBy(i => i.Id).Select(i => ApiItem.Of(i, texts));
        return new(s.Id, s.EntryId, lead.Title, lead.Url, s.PublishedAt, s.UpdatedAt, s.FirstSeenAt, s.Language,
            [.. StoryTags.Of(s.Items, lead).Select(ApiTag.Of)], [.. items]);
    }
}
