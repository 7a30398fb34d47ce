using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

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
/// <param name="Story">Id of its story; null where a drop rule keeps it out.</param>
/// <param name="Dropped">The drop rule that does; null where none does.</param>
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
    long? Story,
    string? Dropped,
    long Key,
    string? Why,
    double? Score,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<ApiTag> Categories)
{
    /// <summary>Who edited it, as its page says.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>The site's section that it stands in, as its page says; else null.</summary>
    public string? Section { get; init; }

    /// <summary>Who published it first, where its source is an aggregator that names them; else null.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The item as the API shows it: sanitised.</summary>
    public static ApiItem Of(Item i, EntryTexts texts)
    {
        var text = texts.Of(i);
        return new(
            i.Guid, i.Url, i.Title, i.Authors, i.PublishedAt
                ?? i.FirstSeenAt, i.UpdatedAt, i.DateGuessed, i.FirstSeenAt, i.PublisherCategories,
            text.Summary, text.ContentHtml, i.Image,
            [.. i.Enclosures.Select(e => new ApiAttachment(e.Url, e.Type, e.Length, e.Seconds, e.Title))],
            i.Language, i.Source.Slug, i.Dropped is null ? i.StoryId : null, i.Dropped, i.Id, i.Why?.ToString(), i.Score, i.Signals,
            [.. i.Tags.Select(ApiTag.Of)])
        {
            Editors = i.Article?.Editors ?? [],
            Section = i.Article?.Section,
            Origin = Shown(i.Origin),
        };
    }

    private static Origin? Shown(Origin? origin) =>
        origin?.Url is { } url ? origin with { Url = ShownAddress.Of(url) } : origin;
}
