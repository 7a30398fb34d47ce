using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Categories;

/// <summary>A stored item as the tagger sees it, the same as when it was read.</summary>
internal static class TaggedItems
{
    /// <summary>What the item was read as, as far as categories go by it.</summary>
    public static ParsedItem Parsed(Item item) => new()
    {
        Id = item.Guid,
        Title = item.Title,
        Url = item.Url,
        Authors = item.Authors,
        Categories = item.PublisherCategories,
        SummaryHtml = item.SummaryHtml,
        ContentHtml = item.ContentHtml,
        Language = item.Language,
    };

    /// <summary>What the source brings to it.</summary>
    public static TaggedSource Tagged(Source source) => new(source.Slug, source.Url, source.Declared.Categories);
}
