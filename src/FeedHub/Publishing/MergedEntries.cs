using FeedHub.Categories;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing;

/// <summary>From stories as stored to entries as published.</summary>
public sealed class MergedEntries(EntryTexts texts, Taggers taggers)
{
    /// <summary>The entry of a story, with its items and their sources loaded.</summary>
    /// <param name="story">The story.</param>
    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    /// <param name="brief">True: its summary in place of its text, of which only the beginning needs to be loaded.</param>
    /// <param name="others">Other stories of its event, which are listed.</param>
    public MergedEntry Of(Story story, string baseUrl, bool brief = false, IReadOnlyList<Story>? others = null)
    {
        var lead = story.Items.Find(i => i.Id == story.LeadItemId) ?? story.Items[0];
        var now = Moves.Successor(lead, story.Items) ?? lead;
        var text = brief ? new(null, texts.SummaryOf(lead)) : texts.Of(lead);
        return new()
        {
            Id = story.EntryId,
            StoryUrl = $"{baseUrl}/stories/{story.Id}",
            Title = TitleOf(lead, text.Summary),
            Url = LinkOf(now),
            Published = story.PublishedAt,
            Updated = story.UpdatedAt,
            FirstSeen = story.FirstSeenAt,
            Arrived = story.SortAt,
            Authors = lead.Authors,
            Summary = text.Summary,
            ContentHtml = brief || lead.Source.Declared.Republished is not (ContentPolicy.Full or ContentPolicy.Article)
                ? null
                : LeadPicture.In(text.ContentHtml, PictureOf(lead)),
            Image = PictureOf(lead),
            Enclosures = lead.Source.Declared.Content == ContentPolicy.Link ? [] : lead.Enclosures,
            Language = story.Language,
            Categories = [.. StoryTags.Of(story.Items, lead).Select(CategoryOf)],
            PublisherCategories = lead.PublisherCategories,
            Source = SourceOf(now.Source),
            Origin = lead.Origin,
            Coverage = CoverageOf(story, baseUrl, others ?? []),
            Also = [.. Moves.Present(story.Items).Where(i => i.Id != lead.Id && i.Id != now.Id).Select(AlsoOf)],
        };
    }

    /// <summary>The source as entries name it.</summary>
    public static EntrySource SourceOf(Source source) =>
        new(source.Slug, source.DisplayTitle, source.Url, source.Feed.Link) { Rights = source.Feed.Rights, Icon = source.Feed.Icon };

    /// <inheritdoc cref="EntryTexts.LinkOf"/>
    public string? LinkOf(Item item) => texts.LinkOf(item);

    private EntryCoverage? CoverageOf(Story story, string baseUrl, IReadOnlyList<Story> others) => story.Coverage is not { } told
        ? null
        : new($"{told.Id}", $"{baseUrl}/coverage/{told.Id}", told.Stories, told.Sources)
        {
            Others = [.. others.Select(other => Told(other, baseUrl))],
        };

    private EntryReport Told(Story story, string baseUrl)
    {
        var lead = story.Items.Find(i => i.Id == story.LeadItemId) ?? story.Items[0];
        return new(TitleOf(lead, texts.SummaryOf(lead)), LinkOf(lead) ?? $"{baseUrl}/stories/{story.Id}", lead.Source.DisplayTitle);
    }

    private EntryCategory CategoryOf(Tag tag)
    {
        var category = taggers.Vocabulary.Find(tag.Slug);
        return new(tag.Slug, category?.Code, category?.English ?? tag.Slug, tag.Confidence, tag.Why);
    }

    private static Picture? PictureOf(Item lead) => lead.Image is null || lead.Source.Declared.Content == ContentPolicy.Link
        ? null
        : new(lead.Image, lead.ImageWidth, lead.ImageHeight);

    private AlsoIn AlsoOf(Item item) =>
        new(item.Guid, LinkOf(item), TitleOf(item, null), SourceOf(item.Source), item.Why ?? Reason.Of(ReasonCode.BeganStory));

    private static string TitleOf(Item item, string? summary) => item.Title ?? summary ?? item.Url ?? "(untitled)";
}
